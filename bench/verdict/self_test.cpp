#include "bench/verdict/self_test.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

#include "algorithms/space/stream.hpp"
#include "bench/results/inference/binomial_tail.hpp"
#include "bench/results/statistics.hpp"
#include "bench/verdict/gate_verdict.hpp"

namespace sweep {
namespace {

constexpr double kShares[] = {0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1, 1.5, 2, 3, 5, 10};
constexpr std::size_t kMostCanaryGates = 200;
constexpr double kFoundShare = 0.95;

/// A baseline and a candidate.
struct Halves {
  Side base;
  Side candidate;
};

Side without_cells(const Side& side, const char* label) {
  Side empty = side;
  empty.cells.clear();
  empty.label = label;
  empty.origin = label;
  return empty;
}

void shuffle(std::vector<CellOutcome>& cells, Stream stream) {
  for (std::size_t i = cells.size(); i > 1; --i) std::swap(cells[i - 1], cells[stream.index(i)]);
}

void deal(std::vector<CellOutcome> cells, Stream stream, Halves& halves) {
  shuffle(cells, stream);
  const std::size_t half = cells.size() / 2;
  for (std::size_t i = 0; i < 2 * half; ++i) {
    cells[i].seed = i % half;
    (i < half ? halves.base : halves.candidate).cells.push_back(std::move(cells[i]));
  }
}

Halves halves_of(const Side& pool, std::size_t gate) {
  Halves halves{without_cells(pool, "A"), without_cells(pool, "A again")};
  for (std::size_t begin = 0, end = 0; begin < pool.cells.size(); begin = end) {
    const CellOutcome& first = pool.cells[begin];
    while (end < pool.cells.size() && pool.cells[end].method == first.method &&
           pool.cells[end].objective == first.objective) {
      ++end;
    }
    const auto cells = pool.cells.begin();
    const Stream stream = Stream(0).child("self-test").child(gate).child(begin);
    deal({cells + static_cast<std::ptrdiff_t>(begin), cells + static_cast<std::ptrdiff_t>(end)},
         stream, halves);
  }
  return halves;
}

/// The median regret, or size of the loss, of each method on each objective.
using Scales = std::map<std::pair<std::size_t, std::size_t>, double>;

Scales scales_of(const Side& pool) {
  std::map<std::pair<std::size_t, std::size_t>, std::vector<double>> losses;
  for (const CellOutcome& cell : pool.cells) {
    const double origin = pool.objectives[cell.objective].optimum.value_or(0);
    losses[{cell.method, cell.objective}].push_back(cell.loss - origin);
  }
  Scales scales;
  for (const auto& [key, values] : losses) scales[key] = std::abs(median(values));
  return scales;
}

// What differs by what was planted has another digest.
void plant(double share, const Scales& scales, Side& candidate) {
  for (CellOutcome& cell : candidate.cells) {
    cell.loss += share * scales.at({cell.method, cell.objective});
    cell.digest.low ^= 1;
  }
}

bool is_on(const ProblemVerdict& problem, const CellOutcome& cell, const Side& side) {
  const ComparedObjective& objective = side.objectives[cell.objective];
  return side.methods[cell.method] == problem.method && objective.function == problem.function &&
         objective.dimension == problem.dimension;
}

void plant(const ProblemVerdict& problem, Side& candidate) {
  for (CellOutcome& cell : candidate.cells) {
    if (!is_on(problem, cell, candidate)) continue;
    cell.loss += *problem.detectable;
    cell.digest.low ^= 1;
  }
}

// Takes a gate at its word: the shift that it states for a problem is planted there in another one.
void try_stated(const Side& pool, const VerdictRule& rule, std::size_t gate, SelfTest& test) {
  const Halves stating = halves_of(pool, 2 * gate);
  const GateVerdict said = judge(stating.base, stating.candidate, rule);
  if (said.problems.empty()) return;
  const std::size_t place = gate % said.problems.size();
  if (!said.problems[place].detectable) return;
  Halves halves = halves_of(pool, 2 * gate + 1);
  plant(said.problems[place], halves.candidate);
  const GateVerdict verdict = judge(halves.base, halves.candidate, rule);
  ++test.stated;
  test.stated_found += verdict.problems[place].judgement == Judgement::worse ? 1 : 0;
}

Canary canary_of(const Side& pool, const VerdictRule& rule, double share, std::size_t gates) {
  const Scales scales = scales_of(pool);
  Canary canary{share, 0};
  for (std::size_t gate = 0; gate < gates; ++gate) {
    Halves halves = halves_of(pool, gate);
    plant(share, scales, halves.candidate);
    const GateVerdict verdict = judge(halves.base, halves.candidate, rule);
    canary.found += verdict.judgement == Judgement::worse ? 1 : 0;
  }
  return canary;
}

}  // namespace

double SelfTest::p_of_alarms(double alpha) const {
  return binomial_at_least(worse + better, gates - not_comparable, alpha);
}

Judgement SelfTest::judgement(double alpha) const {
  constexpr double kSure = 0.01;
  if (not_comparable == gates) return Judgement::not_comparable;
  return p_of_alarms(alpha) <= kSure ? Judgement::worse : Judgement::same;
}

std::optional<double> SelfTest::smallest_found() const {
  std::optional<double> smallest;
  for (auto canary = canaries.rbegin(); canary != canaries.rend(); ++canary) {
    const auto wanted = kFoundShare * static_cast<double>(canary_gates);
    if (static_cast<double>(canary->found) < wanted) break;
    smallest = canary->share;
  }
  return smallest;
}

SelfTest self_test(const Side& pool, const VerdictRule& rule, std::size_t gates) {
  SelfTest test;
  test.gates = gates;
  for (std::size_t gate = 0; gate < gates; ++gate) {
    const Halves halves = halves_of(pool, gate);
    const GateVerdict verdict = judge(halves.base, halves.candidate, rule);
    test.cells = halves.base.cells.size();
    test.worse += verdict.judgement == Judgement::worse ? 1 : 0;
    test.better += verdict.judgement == Judgement::better ? 1 : 0;
    test.inconclusive += verdict.judgement == Judgement::inconclusive ? 1 : 0;
    if (verdict.judgement != Judgement::not_comparable) continue;
    if (test.not_comparable++ == 0) test.reason = verdict.reason;
  }
  if (test.not_comparable == gates) return test;
  test.canary_gates = std::min(gates, kMostCanaryGates);
  for (const double share : kShares) {
    test.canaries.push_back(canary_of(pool, rule, share, test.canary_gates));
  }
  for (std::size_t gate = 0; gate < gates; ++gate) try_stated(pool, rule, gate, test);
  return test;
}

}  // namespace sweep
