#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "algorithms/schedule/check_steps.hpp"
#include "algorithms/schedule/scheduler.hpp"
#include "algorithms/schedule/split_values.hpp"
#include "algorithms/text/options.hpp"

namespace sweep {

/// Stops a trial whose best loss so far is above a percentile of the losses that completed trials
/// had at the same step (linear interpolation between the two nearest).
///
/// Source: Optuna 3.1.0's PercentilePruner; its decisions, with steps counted from 1 and the same
/// options. Losses of NaN are left out of the percentile; a trial that has nothing else stops.
/// Maximising, it agrees up to the rounding of percentile/100, as it is asked for the other end.
/// Differs from the source in: order statistics follow as trials complete, O(log n) for each of
/// their losses, 8 bytes each; a report is O(1). Failed and stopped trials don't count.
class Percentile {
 public:
  static constexpr std::string_view kName = "percentile";
  static constexpr std::string_view kSummary =
      "stops what is worse than a percentile of the completed trials at the same step";
  static constexpr std::string_view kSource = "Optuna 3.1.0, PercentilePruner";

  struct Options {
    double percentile = 25;
    std::uint64_t n_startup_trials = 5;
    std::uint64_t n_warmup_steps = 0;
    std::uint64_t interval_steps = 1;
    std::uint64_t n_min_trials = 1;

    static constexpr auto fields() {
      return std::tuple{
          Field{"percentile", &Options::percentile, 0, 100,
                "the share that goes on, in percent; lower stops more"},
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

  Percentile(const ScheduleTask& task, const Options& options)
      : max_step_(task.max_step),
        options_(options),
        checks_{static_cast<int>(options.n_warmup_steps),
                static_cast<int>(options.interval_steps)} {}

  [[nodiscard]] Order next(std::optional<TrialId> fresh);
  [[nodiscard]] Decision report(TrialId trial, int step, double loss);
  void ended(TrialId trial, TrialState state);

 private:
  static constexpr std::uint32_t kNoCurve = std::numeric_limits<std::uint32_t>::max();

  struct Progress {
    double best = std::numeric_limits<double>::quiet_NaN();
    int last_step = -1;
    std::uint32_t curve = kNoCurve;  // of a running trial, its place in curves_
  };

  // What completed trials have reported at a step.
  struct StepLosses {
    SplitValues<double> numbers;
    std::uint64_t reports = 0;  // NaN included
  };

  void keep(Progress& progress, int step, double loss);
  void drop_curve(Progress& progress);
  void drop_soon(TrialId stopped);
  [[nodiscard]] double threshold_at(int step) const;
  [[nodiscard]] double place_among(std::size_t n) const;
  void add_completed(const Observation& report);

  int max_step_;
  Options options_;
  CheckSteps checks_;
  std::uint64_t completed_ = 0;
  std::vector<Progress> trials_;
  // Who replays what has been may go on with a trial that was to stop, so that it completes after
  // all: its curve is kept until another trial stops.
  std::optional<TrialId> last_stopped_;
  std::vector<std::vector<Observation>> curves_;  // of running trials, and empty ones to use again
  std::vector<std::uint32_t> free_curves_;
  std::unordered_map<int, StepLosses> steps_;  // by step, which may be in the millions
};

}  // namespace sweep
