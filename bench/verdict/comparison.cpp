#include "bench/verdict/comparison.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <tuple>

#include "bench/results/inference/bootstrap.hpp"
#include "bench/results/inference/midranks.hpp"
#include "bench/results/inference/signed_rank.hpp"
#include "bench/results/measures/multiple_tests.hpp"
#include "bench/results/statistics.hpp"
#include "bench/verdict/pairing.hpp"

namespace sweep {
namespace {

/// What a problem is called whatever the contenders: its function and dimension, and the method
/// where contenders have several, the same ones.
using ProblemKey = std::tuple<std::string, std::string, std::optional<int>>;

ProblemKey key_of(const ProblemVerdict& problem, bool has_methods) {
  return {has_methods ? problem.method : "", problem.function, problem.dimension};
}

/// Median losses of every contender on the problems that all of them have, a row for each problem.
using LossRows = std::vector<std::vector<double>>;

LossRows loss_rows(const std::vector<Opponent>& opponents, bool has_methods) {
  std::map<ProblemKey, std::vector<double>> rows;
  for (const ProblemVerdict& problem : opponents.front().problems) {
    rows[key_of(problem, has_methods)].push_back(problem.sample.base.value);
  }
  for (const Opponent& opponent : opponents) {
    for (const ProblemVerdict& problem : opponent.problems) {
      const auto row = rows.find(key_of(problem, has_methods));
      if (row != rows.end()) row->second.push_back(problem.sample.candidate.value);
    }
  }
  LossRows whole;
  for (auto& [ignored, row] : rows) {
    if (row.size() == opponents.size() + 1) whole.push_back(std::move(row));
  }
  return whole;
}

Standing standing_of(const std::string& label, std::size_t place, const LossRows& rows) {
  Standing standing{label, 1, std::nullopt, 0};
  std::vector<double> ranks;
  for (const std::vector<double>& row : rows) {
    ranks.push_back(midranks(row)[place]);
    const bool is_lowest = row[place] <= *std::min_element(row.begin(), row.end());
    standing.lowest += is_lowest ? 1 : 0;
  }
  if (ranks.empty()) return standing;
  standing.mean_rank = mean_of(ranks);
  constexpr double kConfidence = 0.95;
  const Stream stream = Stream(0).child("mean rank").child(place);
  if (const auto interval = bootstrap_interval(ranks, mean_of, kConfidence, stream)) {
    standing.interval = {interval->low, interval->high};
  }
  return standing;
}

void add_counts(Opponent& opponent) {
  std::vector<double> changes;
  for (const ProblemVerdict& problem : opponent.problems) {
    opponent.wins += problem.judgement == Judgement::better ? 1 : 0;
    opponent.losses += problem.judgement == Judgement::worse ? 1 : 0;
    opponent.same += problem.judgement == Judgement::same ? 1 : 0;
    changes.push_back(relative_change(problem));
  }
  opponent.open = opponent.problems.size() - opponent.wins - opponent.losses - opponent.same;
  if (changes.empty()) return;
  opponent.median_change = median(changes);
  opponent.p_over_problems = signed_rank(shifted(changes, 0), Alternative::two_sided).p;
}

/// Judges all pairs of the first with another at once, so that the correction is over all of them.
class Opponents {
 public:
  std::string add(const Side& first, const Side& other) {
    Pairing pairing = paired(first, other);
    if (!pairing.refusal.empty()) return pairing.refusal;
    Opponent& opponent = opponents_.emplace_back();
    opponent.label = other.label;
    opponent.notes = std::move(pairing.notes);
    counts_.push_back(pairing.problems.size());
    for (PairedProblem& problem : pairing.problems) problems_.push_back(std::move(problem));
    return "";
  }

  std::vector<Opponent> judged(const VerdictRule& rule) && {
    std::vector<ProblemVerdict> verdicts = judge_problems(problems_, rule);
    auto next = verdicts.begin();
    for (std::size_t i = 0; i < opponents_.size(); ++i) {
      const auto end = next + static_cast<std::ptrdiff_t>(counts_[i]);
      opponents_[i].problems.assign(std::move_iterator(next), std::move_iterator(end));
      next = end;
      add_counts(opponents_[i]);
    }
    correct_over_opponents();
    return std::move(opponents_);
  }

 private:
  void correct_over_opponents() {
    std::vector<double> family;
    for (const Opponent& opponent : opponents_) family.push_back(opponent.p_over_problems);
    const std::vector<double> corrected = holm(family);
    for (std::size_t i = 0; i < corrected.size(); ++i) {
      opponents_[i].p_over_problems = corrected[i];
    }
  }

  std::vector<Opponent> opponents_;
  std::vector<std::size_t> counts_;
  std::vector<PairedProblem> problems_;
};

}  // namespace

Judgement Opponent::judgement(double alpha) const {
  const auto is_identical = [](const ProblemVerdict& one) { return one.sample.is_identical; };
  if (same == problems.size() || std::all_of(problems.begin(), problems.end(), is_identical)) {
    return Judgement::same;
  }
  if (problems.size() >= kFewestPairs && p_over_problems <= alpha) {
    return median_change < 0 ? Judgement::better : Judgement::worse;
  }
  if (wins > 0 && losses == 0) return Judgement::better;
  if (losses > 0 && wins == 0) return Judgement::worse;
  return Judgement::inconclusive;
}

std::vector<Side> contenders_of(std::vector<Side> sides) {
  if (sides.size() != 1) return sides;
  std::vector<Side> methods;
  for (std::size_t i = 0; i < sides.front().methods.size(); ++i) {
    methods.push_back(with_method(sides.front(), i));
    methods.back().label = sides.front().methods[i];
  }
  return methods;
}

Comparison compare(std::span<const Side> contenders, const VerdictRule& rule) {
  Comparison comparison;
  comparison.rule = rule;
  comparison.first = contenders.front().label;
  Opponents opponents;
  for (const Side& other : contenders.subspan(1)) {
    comparison.reason = opponents.add(contenders.front(), other);
    if (!comparison.reason.empty()) return comparison;
  }
  comparison.opponents = std::move(opponents).judged(rule);
  const LossRows rows = loss_rows(comparison.opponents, contenders.front().methods.size() > 1);
  comparison.problems = rows.size();
  for (std::size_t i = 0; i < contenders.size(); ++i) {
    comparison.standings.push_back(standing_of(contenders[i].label, i, rows));
  }
  return comparison;
}

double relative_change(const ProblemVerdict& problem) {
  const double shift = problem.shift ? problem.shift->estimate : 0;
  if (shift == 0) return 0;
  const ProblemSample& sample = problem.sample;
  const double scale = std::max(std::abs(sample.base.value), std::abs(sample.candidate.value));
  const bool is_share = scale > 0 && std::isfinite(scale) && std::isfinite(shift);
  return is_share ? std::clamp(shift / scale, -1.0, 1.0) : std::copysign(1.0, shift);
}

}  // namespace sweep
