#include "algorithms/schedule/wandb_hyperband.hpp"

#include <algorithm>
#include <cmath>

#include "algorithms/space/real_limits.hpp"
#include "algorithms/wandb/bands.hpp"

namespace sweep {
namespace {

// The bands that a trial can reach. Repeated ones all have the same values.
std::vector<int> reachable_bands(const EarlyTerminate& rule, int max_step) {
  std::vector<int> bands;
  for (const double band : wandb_bands(rule)) {
    if (band > max_step) break;
    bands.push_back(static_cast<int>(band));
  }
  bands.erase(std::unique(bands.begin(), bands.end()), bands.end());
  return bands;
}

std::vector<int> bands_of(const WandbHyperband::Options& options, int max_step) {
  EarlyTerminate rule;
  rule.eta = options.eta;
  const auto given = [](std::uint64_t option) {
    return option > 0 ? std::optional(static_cast<double>(option)) : std::nullopt;
  };
  rule.min_iter = given(options.min_iter);
  rule.max_iter = given(options.max_iter);
  rule.s = given(options.s);
  const bool by_length = !rule.min_iter && !rule.max_iter;
  if (by_length) rule.max_iter = max_step;
  if (by_length && max_step / options.eta < 1) return {};  // too short to have any
  return reachable_bands(rule, max_step);
}

}  // namespace

WandbHyperband::WandbHyperband(const ScheduleTask& task, const Options& options)
    : max_step_(task.max_step),
      eta_(options.eta),
      strict_(options.strict),
      is_replay_(task.is_replay),
      bands_(bands_of(options, task.max_step)),
      values_(bands_.size()) {}

Decision WandbHyperband::report(TrialId trial, int step, double loss) {
  if (!std::isfinite(loss) && !is_replay_) return {};
  if (trial >= trials_.size()) {
    trials_.resize(trial + 1, {kInfinity, kInfinity, kInfinity});
  }
  Progress& progress = trials_[trial];
  if (std::isfinite(loss)) progress.best = std::min(progress.best, loss);
  pass_bands(progress, is_replay_ ? step : progress.values + 1, loss);
  progress.latest = loss;
  ++progress.values;
  if (!progress.is_judged) return {};
  const bool has_diverged = !std::isfinite(progress.at_band);
  const double value = strict_ || has_diverged ? progress.at_band : progress.best;
  const double threshold = values_[static_cast<std::size_t>(progress.band - 1)].low_max();
  const bool stops = value > threshold || has_diverged;
  const auto rule = stops ? Reason::Rule::worse_than : Reason::Rule::as_good_as;
  return {stops ? Verdict::stop : Verdict::go_on, {rule, progress.band, step, value, threshold}};
}

void WandbHyperband::pass_bands(Progress& progress, int position, double loss) {
  for (; static_cast<std::size_t>(progress.band) < bands_.size(); ++progress.band) {
    const int band = bands_[static_cast<std::size_t>(progress.band)];
    if (band > position) return;
    progress.is_judged = band == position || progress.values > 0;
    if (!progress.is_judged) continue;
    progress.at_band = band == position ? loss : progress.latest;
    enter(progress.band, std::isfinite(progress.at_band) ? progress.at_band : kInfinity);
  }
}

void WandbHyperband::enter(int band, double loss) {
  SplitValues<double>& values = values_[static_cast<std::size_t>(band)];
  values.add(loss);
  const std::size_t element = threshold_element(values.size(), eta_, Behaviour::as_wandb);
  while (values.low_size() <= element) values.lower_one();
}

}  // namespace sweep
