#include "bench/verdict/comparison.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

#include "bench/results/inference/bootstrap.hpp"
#include "bench/results/inference/midranks.hpp"
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

std::size_t count_of(std::span<const ProblemVerdict> problems, Judgement judgement) {
  return static_cast<std::size_t>(
      std::count_if(problems.begin(), problems.end(),
                    [&](const ProblemVerdict& one) { return one.judgement == judgement; }));
}

void add_counts(Opponent& opponent, const Tolerance& tolerance) {
  opponent.wins = count_of(opponent.problems, Judgement::better);
  opponent.losses = count_of(opponent.problems, Judgement::worse);
  opponent.same = count_of(opponent.problems, Judgement::same);
  std::vector<double> changes;
  for (const ProblemVerdict& problem : opponent.problems) {
    changes.push_back(relative_change(problem));
    if (auto note = tolerance_note(problem, tolerance)) opponent.notes.push_back(*std::move(note));
  }
  opponent.open = opponent.problems.size() - opponent.wins - opponent.losses - opponent.same;
  if (!changes.empty()) opponent.median_change = median(changes);
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
    groups_.push_back({sampled_problems(pairing.problems), {}});
    return "";
  }

  std::vector<Opponent> judged(const VerdictRule& rule) && {
    judge_groups(groups_, rule);
    for (std::size_t i = 0; i < opponents_.size(); ++i) {
      opponents_[i].problems = std::move(groups_[i].problems);
      opponents_[i].pooled = std::move(groups_[i].pooled);
      add_counts(opponents_[i], rule.tolerance);
    }
    return std::move(opponents_);
  }

 private:
  std::vector<Opponent> opponents_;
  std::vector<ProblemGroup> groups_;
};

}  // namespace

Judgement Opponent::judgement() const {
  if (same == problems.size()) return Judgement::same;
  const bool is_any_better = wins + count_of(pooled, Judgement::better) > 0;
  const bool is_any_worse = losses + count_of(pooled, Judgement::worse) > 0;
  if (is_any_better == is_any_worse) return Judgement::inconclusive;
  return is_any_better ? Judgement::better : Judgement::worse;
}

std::optional<double> Opponent::p_together() const {
  if (pooled.empty()) return std::nullopt;
  double least = 1;
  for (const ProblemVerdict& all : pooled) {
    least = std::min({least, 2 * all.p_worse, 2 * all.p_better});
  }
  return least;
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
