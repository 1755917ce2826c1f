#include "bench/verdict/pairing.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <span>
#include <tuple>
#include <utility>

namespace sweep {
namespace {

using Cells = std::span<const CellOutcome>;

/// The cells of each method on each objective, by their names.
using CellTable = std::map<std::pair<std::string_view, std::string_view>, Cells>;

CellTable table_of(const Side& side) {
  CellTable table;
  const Cells all = side.cells;
  for (std::size_t begin = 0, end = 0; begin < all.size(); begin = end) {
    const CellOutcome& first = all[begin];
    while (end < all.size() && all[end].method == first.method &&
           all[end].objective == first.objective) {
      ++end;
    }
    table[{side.methods[first.method], side.objectives[first.objective].name}] =
        all.subspan(begin, end - begin);
  }
  return table;
}

std::string differing_terms(const Side& base, const Side& candidate) {
  std::vector<std::string> differing;
  std::map<std::string, std::string> all = base.terms;
  all.insert(candidate.terms.begin(), candidate.terms.end());
  const auto value = [](const Side& side, const std::string& term) {
    const auto found = side.terms.find(term);
    return found == side.terms.end() ? std::string("none") : found->second;
  };
  for (const auto& [term, ignored] : all) {
    const std::string before = value(base, term);
    const std::string after = value(candidate, term);
    if (before == after) continue;
    differing.push_back(fmt::format("{} is {} in {} and {} in {}", term, before, base.origin, after,
                                    candidate.origin));
  }
  return fmt::format("{}", fmt::join(differing, "; "));
}

void add_shared_seeds(Cells base, Cells candidate, const ComparedObjective& objective,
                      std::vector<CellPair>& pairs) {
  auto other = candidate.begin();
  for (const CellOutcome& cell : base) {
    while (other != candidate.end() && other->seed < cell.seed) ++other;
    if (other != candidate.end() && other->seed == cell.seed) {
      pairs.push_back({&cell, &*other, &objective});
    }
  }
}

void add_in_order(Cells base, Cells candidate, const ComparedObjective& objective,
                  std::vector<CellPair>& pairs) {
  const std::size_t both = std::min(base.size(), candidate.size());
  for (std::size_t i = 0; i < both; ++i) pairs.push_back({&base[i], &candidate[i], &objective});
}

/// Pairs the cells of two sides, objective by objective.
class Pairer {
 public:
  Pairer(const Side& base, const Side& candidate)
      : base_(base), candidate_(candidate), others_(table_of(candidate)) {}

  Pairing paired() {
    Pairing pairing;
    pairing.refusal = differing_terms(base_, candidate_);
    for (const auto& [names, cells] : table_of(base_)) {
      if (!pairing.refusal.empty()) return pairing;
      pairing.refusal = add(std::string(names.first), cells);
    }
    for (auto& [ignored, problem] : problems_) pairing.problems.push_back(std::move(problem));
    pairing.missing = missing_;
    add_notes(pairing);
    return pairing;
  }

 private:
  using Key = std::tuple<std::string, std::string, std::optional<int>>;

  [[nodiscard]] std::string method_against(const std::string& method) const {
    const bool is_alone = base_.methods.size() == 1 && candidate_.methods.size() == 1;
    return is_alone ? candidate_.methods.front() : method;
  }

  [[nodiscard]] bool has_method(const std::string& method) const {
    return std::find(candidate_.methods.begin(), candidate_.methods.end(), method) !=
           candidate_.methods.end();
  }

  // A side that lacks cells, or has another space under the same name, does not compare.
  std::string add(const std::string& method, Cells cells) {
    const ComparedObjective& objective = base_.objectives[cells.front().objective];
    const std::string against = method_against(method);
    const auto found = others_.find({against, objective.name});
    if (!has_method(against)) {
      return fmt::format("{} has no cell of {}, and {} has; STORE:METHOD picks one method",
                         candidate_.origin, against, base_.origin);
    }
    if (found == others_.end()) {
      return fmt::format("{} has no cell of {} on {}, and {} has", candidate_.origin, against,
                         objective.name, base_.origin);
    }
    const std::string& space = candidate_.objectives[found->second.front().objective].space;
    if (!space.empty() && !objective.space.empty() && space != objective.space) {
      return fmt::format("{} has another space in {} than in {}", objective.name, base_.origin,
                         candidate_.origin);
    }
    add_pairs(method == against ? method : method + " -> " + against, cells, found->second,
              objective);
    return "";
  }

  void add_pairs(const std::string& title, Cells base, Cells candidate,
                 const ComparedObjective& objective) {
    PairedProblem& problem = problems_[{title, objective.function, objective.dimension}];
    problem.method = title;
    problem.function = objective.function;
    problem.dimension = objective.dimension;
    problem.group = objective.group;
    const std::size_t before = problem.pairs.size();
    add_shared_seeds(base, candidate, objective, problem.pairs);
    if (problem.pairs.size() == before) {
      add_in_order(base, candidate, objective, problem.pairs);
      ++without_shared_seeds_;
    }
    const std::size_t pairs = problem.pairs.size() - before;
    if (candidate.size() < base.size()) missing_ += base.size() - candidate.size();
    unpaired_ += base.size() + candidate.size() - 2 * pairs;
    paired_cells_ += candidate.size();
  }

  void add_notes(Pairing& pairing) const {
    if (without_shared_seeds_ > 0) {
      pairing.notes.emplace_back("the sides share no seeds: cells are paired in their order");
    }
    if (unpaired_ > 0) {
      pairing.notes.push_back(
          fmt::format("{} cells are without a partner of the same seed, and left out", unpaired_));
    }
    if (paired_cells_ < candidate_.cells.size()) {
      pairing.notes.push_back(
          fmt::format("{} cells of {} are of a method or an objective that {} "
                      "has not, and left out",
                      candidate_.cells.size() - paired_cells_, candidate_.origin, base_.origin));
    }
  }

  const Side& base_;
  const Side& candidate_;
  CellTable others_;
  std::map<Key, PairedProblem> problems_;
  std::size_t without_shared_seeds_ = 0;
  std::size_t unpaired_ = 0;
  std::size_t missing_ = 0;
  std::size_t paired_cells_ = 0;
};

bool took_equally_many_steps(const CellPair& pair) {
  const auto [less, more] = std::minmax(pair.base->steps, pair.candidate->steps);
  return more - less <= static_cast<std::uint64_t>(pair.objective->max_step);
}

std::optional<double> loss_after(const CellOutcome& cell, std::uint64_t steps,
                                 const ComparedObjective& objective) {
  if (cell.steps <= steps) return cell.loss;
  if (!cell.course) return std::nullopt;
  return precision_after(*cell.course, static_cast<double>(steps)) + objective.optimum.value_or(0);
}

}  // namespace

std::optional<PairedLosses> losses_of(const CellPair& pair) {
  const bool has_stops = pair.base->has_stops || pair.candidate->has_stops;
  if (!has_stops || took_equally_many_steps(pair)) {
    return PairedLosses{pair.base->loss, pair.candidate->loss};
  }
  const std::uint64_t steps = std::min(pair.base->steps, pair.candidate->steps);
  const auto base = loss_after(*pair.base, steps, *pair.objective);
  const auto candidate = loss_after(*pair.candidate, steps, *pair.objective);
  if (!base || !candidate) return std::nullopt;
  return PairedLosses{*base, *candidate};
}

std::string PairedProblem::title() const {
  const bool says_dimension = dimension && function.find('/') != std::string::npos;
  return fmt::format("{} on {}{}", method, function,
                     says_dimension ? fmt::format(" in {}-D", *dimension) : "");
}

Pairing paired(const Side& base, const Side& candidate) { return Pairer(base, candidate).paired(); }

}  // namespace sweep
