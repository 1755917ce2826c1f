#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

#include "algorithms/schedule/check_steps.hpp"
#include "algorithms/schedule/scheduler.hpp"
#include "algorithms/space/real_limits.hpp"
#include "algorithms/text/options.hpp"

namespace sweep {

/// Stops a trial whose loss is below `lower`, above `upper`, or NaN.
///
/// Source: Optuna 3.1.0's ThresholdPruner; its decisions, with steps counted from 1. Bounds are
/// losses: a metric that is maximised is negated. Equal to a bound goes on.
class Threshold {
 public:
  static constexpr std::string_view kName = "threshold";
  static constexpr std::string_view kSummary = "stops what is outside of fixed bounds";
  static constexpr std::string_view kSource = "Optuna 3.1.0, ThresholdPruner";

  struct Options {
    double lower = -std::numeric_limits<double>::infinity();
    double upper = std::numeric_limits<double>::infinity();
    std::uint64_t n_warmup_steps = 0;
    std::uint64_t interval_steps = 1;

    static constexpr auto fields() {
      return std::tuple{
          Field{"lower", &Options::lower, -kInfinity, kInfinity, "losses below it stop"},
          Field{"upper", &Options::upper, -kInfinity, kInfinity, "losses above it stop"},
          Field{"n_warmup_steps", &Options::n_warmup_steps, 0, 1e9,
                "no trial is stopped before this step"},
          Field{"interval_steps", &Options::interval_steps, 1, 1e9,
                "steps between two looks at a trial"}};
    }
  };

  /// Throws SpecError if lower is above upper.
  Threshold(const ScheduleTask& task, const Options& options);

  [[nodiscard]] Order next(std::optional<TrialId> fresh);
  [[nodiscard]] Decision report(TrialId trial, int step, double loss);
  static void ended(TrialId, TrialState) {}

 private:
  int max_step_;
  double lower_;
  double upper_;
  CheckSteps checks_;
  std::vector<int> last_steps_;  // of each trial; -1 before its first report
};

}  // namespace sweep
