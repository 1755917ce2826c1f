#include "algorithms/schedule/percentile.hpp"

#include <algorithm>
#include <cmath>

namespace sweep {
namespace {

// Between a and b, as numpy rounds it: from the nearer end.
double between(double a, double b, double weight) {
  const double width = b - a;
  return weight >= 0.5 ? b - width * (1 - weight) : a + width * weight;
}

}  // namespace

Order Percentile::next(std::optional<TrialId> fresh) {
  if (!fresh) return Wait{};
  if (*fresh >= trials_.size()) trials_.resize(*fresh + 1);
  return Start{max_step_};
}

Decision Percentile::report(TrialId trial, int step, double loss) {
  Progress& progress = trials_[trial];
  const int step_before = progress.last_step;
  keep(progress, step, loss);
  const bool is_looked_at = step < max_step_ && completed_ > 0 &&
                            completed_ >= options_.n_startup_trials &&
                            checks_.contains(step, step_before);
  if (!is_looked_at) return {};
  const double threshold = threshold_at(step);
  const bool stops = std::isnan(progress.best) || progress.best > threshold;
  if (!stops && std::isnan(threshold)) return {};
  if (stops) drop_soon(trial);
  const auto rule = stops ? Reason::Rule::worse_than : Reason::Rule::as_good_as;
  return {stops ? Verdict::stop : Verdict::go_on, {rule, 0, step, progress.best, threshold}};
}

void Percentile::ended(TrialId trial, TrialState state) {
  Progress& progress = trials_[trial];
  if (state == TrialState::completed) ++completed_;
  if (progress.curve == kNoCurve) return;
  if (state == TrialState::completed) {
    for (const Observation& report : curves_[progress.curve]) add_completed(report);
  }
  drop_curve(progress);
}

void Percentile::keep(Progress& progress, int step, double loss) {
  progress.best = std::fmin(progress.best, loss);  // the other one, if one is NaN
  progress.last_step = step;
  if (step < checks_.warmup) return;
  if (progress.curve == kNoCurve) {
    if (free_curves_.empty()) {
      free_curves_.push_back(static_cast<std::uint32_t>(curves_.size()));
      curves_.emplace_back();
    }
    progress.curve = free_curves_.back();
    free_curves_.pop_back();
  }
  curves_[progress.curve].push_back({step, loss});
}

void Percentile::drop_soon(TrialId stopped) {
  if (last_stopped_ && *last_stopped_ != stopped) drop_curve(trials_[*last_stopped_]);
  last_stopped_ = stopped;
}

void Percentile::drop_curve(Progress& progress) {
  if (progress.curve == kNoCurve) return;
  curves_[progress.curve].clear();
  free_curves_.push_back(progress.curve);
  progress.curve = kNoCurve;
}

double Percentile::place_among(std::size_t n) const {
  return static_cast<double>(n - 1) * (options_.percentile / 100);
}

double Percentile::threshold_at(int step) const {
  constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
  const auto at = steps_.find(step);
  if (at == steps_.end() || at->second.reports < options_.n_min_trials) return kNone;
  const SplitValues<double>& losses = at->second.numbers;
  if (losses.size() == 0) return kNone;
  const double low = losses.low_max();
  const double place = place_among(losses.size());
  if (losses.low_size() == losses.size()) return between(low, low, 1);
  return between(low, losses.high_min(), place - std::floor(place));
}

void Percentile::add_completed(const Observation& report) {
  StepLosses& losses = steps_[report.step];
  ++losses.reports;
  if (std::isnan(report.loss)) return;
  losses.numbers.add(report.loss);
  const auto below = static_cast<std::size_t>(place_among(losses.numbers.size()));
  while (losses.numbers.low_size() <= below) losses.numbers.lower_one();
}

}  // namespace sweep
