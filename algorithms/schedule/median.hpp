#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <tuple>

#include "algorithms/schedule/percentile.hpp"

namespace sweep {

/// Stops a trial whose best loss so far is above the median of the losses that completed trials had
/// at the same step: percentile 50. Source: Optuna 3.1.0's MedianPruner; its decisions.
class Median {
 public:
  static constexpr std::string_view kName = "median";
  static constexpr std::string_view kSummary =
      "stops what is worse than the median of the completed trials at the same step";
  static constexpr std::string_view kSource = "Optuna 3.1.0, MedianPruner";

  struct Options {
    std::uint64_t n_startup_trials = 5;
    std::uint64_t n_warmup_steps = 0;
    std::uint64_t interval_steps = 1;
    std::uint64_t n_min_trials = 1;

    static constexpr auto fields() {
      return std::tuple{
          Field{"n_startup_trials", &Options::n_startup_trials, 0, 1e9,
                "nothing is stopped before so many trials are complete"},
          Field{"n_warmup_steps", &Options::n_warmup_steps, 0, 1e9,
                "no trial is stopped before this step"},
          Field{"interval_steps", &Options::interval_steps, 1, 1e9,
                "steps between two looks at a trial"},
          Field{"n_min_trials", &Options::n_min_trials, 1, 1e9,
                "nothing is stopped at a step that fewer completed trials have reported"}};
    }
  };

  Median(const ScheduleTask& task, const Options& options)
      : percentile_(task, {50, options.n_startup_trials, options.n_warmup_steps,
                           options.interval_steps, options.n_min_trials}) {}

  [[nodiscard]] Order next(std::optional<TrialId> fresh) { return percentile_.next(fresh); }
  [[nodiscard]] Decision report(TrialId trial, int step, double loss) {
    return percentile_.report(trial, step, loss);
  }
  void ended(TrialId trial, TrialState state) { percentile_.ended(trial, state); }

 private:
  Percentile percentile_;
};

}  // namespace sweep
