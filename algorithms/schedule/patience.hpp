#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

#include "algorithms/schedule/scheduler.hpp"
#include "algorithms/text/options.hpp"

namespace sweep {

/// Stops a trial once none of its last patience + 1 losses is at most `min_delta` above the best
/// one before them.
///
/// Source: Optuna 3.1.0's PatientPruner without a wrapped pruner; its decisions. Losses of NaN
/// count as reports, but not as losses.
///
/// A report is O(1) and needs no window: let m be the best before a report; a report that is not
/// above m + min_delta is progress. As long as there is none, m stays what it was, so that all of
/// a window is above the best before it exactly if no report of it is progress.
class Patience {
 public:
  static constexpr std::string_view kName = "patience";
  static constexpr std::string_view kSummary =
      "stops a trial that has made no progress for a while";
  static constexpr std::string_view kSource = "Optuna 3.1.0, PatientPruner";

  struct Options {
    std::uint64_t patience = 5;
    double min_delta = 0;

    static constexpr auto fields() {
      return std::tuple{
          Field{"patience", &Options::patience, 0, 1e9,
                "how many steps in a row may be without progress; lower stops more"},
          Field{"min_delta", &Options::min_delta, 0, std::numeric_limits<double>::max(),
                "losses so little above the best are progress still; higher stops less"}};
    }
  };

  Patience(const ScheduleTask& task, const Options& options)
      : max_step_(task.max_step),
        window_(static_cast<std::int64_t>(options.patience) + 1),
        min_delta_(options.min_delta) {}

  [[nodiscard]] Order next(std::optional<TrialId> fresh);
  [[nodiscard]] Decision report(TrialId trial, int step, double loss);
  static void ended(TrialId, TrialState) {}

 private:
  // Reports count from 1; 0 for none yet.
  struct Progress {
    double best = std::numeric_limits<double>::infinity();
    double best_since = std::numeric_limits<double>::infinity();  // the last progress
    int reports = 0;
    int last_number = 0;
    int last_progress = 0;
  };

  int max_step_;
  std::int64_t window_;
  double min_delta_;
  std::vector<Progress> trials_;
};

}  // namespace sweep
