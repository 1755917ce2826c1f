#include "bench/results/measures/descent.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace sweep {
namespace {

// Whether a record is a trial's loss: the last step kept of a trial that ran to its end.
bool is_loss(const std::vector<Record>& records, std::size_t i) {
  const bool is_last = i + 1 == records.size() || records[i + 1].trial != records[i].trial;
  return is_last && records[i].state == TrialState::completed && !std::isnan(records[i].loss);
}

void add_drop(std::uint64_t evaluation, double precision, std::vector<Drop>& drops) {
  constexpr double kNone = std::numeric_limits<double>::infinity();
  if (!(precision < (drops.empty() ? kNone : drops.back().precision))) return;
  if (!drops.empty()) {
    evaluation = std::max(evaluation, drops.back().evaluation);
    if (evaluation == drops.back().evaluation) drops.pop_back();
  }
  drops.push_back({evaluation, precision});
}

}  // namespace

Descent descent_of(const CellResult& result, double optimum, const ExactLoss& exact) {
  Descent run;
  run.evaluations = result.trials;
  for (std::size_t i = 0; i < result.records.size(); ++i) {
    if (!is_loss(result.records, i)) continue;
    add_drop(result.records[i].trial + 1, exact(i) - optimum, run.drops);
  }
  return run;
}

Descent descent_of(const CellResult& result, double optimum) {
  return descent_of(result, optimum, [&](std::size_t i) { return result.records[i].loss; });
}

double precision_after(const Descent& run, double evaluations) {
  const auto later = std::upper_bound(
      run.drops.begin(), run.drops.end(), evaluations,
      [](double t, const Drop& drop) { return t < static_cast<double>(drop.evaluation); });
  if (later == run.drops.begin()) return std::numeric_limits<double>::infinity();
  return std::prev(later)->precision;
}

std::optional<std::uint64_t> hitting_time(const Descent& run, double target) {
  const auto hit = std::lower_bound(
      run.drops.begin(), run.drops.end(), target,
      [](const Drop& drop, double precision) { return drop.precision > precision; });
  if (hit == run.drops.end()) return std::nullopt;
  return hit->evaluation;
}

std::uint64_t counted_evaluations(const Descent& run) {
  return hitting_time(run, kFinalTarget).value_or(run.evaluations);
}

}  // namespace sweep
