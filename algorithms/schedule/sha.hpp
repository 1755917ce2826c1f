#pragma once

#include <cmath>
#include <cstdint>
#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

#include "algorithms/schedule/bracket_queue.hpp"
#include "algorithms/text/options.hpp"

namespace sweep {

/// Synchronous successive halving: all trials of a bracket run to the first rung, the best
/// floor(n/eta) of them to the next, and so on to max_step; then another bracket.
///
/// Source: Jamieson, Talwalkar 2016, "Non-stochastic best arm identification and hyperparameter
/// optimization", AISTATS; rungs and shares as a bracket of Li et al. 2018, JMLR 18(185), Algorithm
/// 1, with s = floor(log_eta(max_step/min_step)). Differs from it as Hyperband does.
class Sha {
 public:
  static constexpr std::string_view kName = "sha";
  static constexpr std::string_view kSummary =
      "synchronous successive halving: the best 1/eta of a full rung go on to the next";
  static constexpr std::string_view kSource =
      "Jamieson, Talwalkar 2016, AISTATS; Li et al. 2018, JMLR 18(185)";

  struct Options {
    double eta = 3;
    std::uint64_t min_step = 1;
    std::uint64_t trials = 0;
    bool overlap = true;

    static constexpr auto fields() {
      return std::tuple{
          Field{"eta", &Options::eta, 1.001, 1000,
                "a share of 1/eta goes on from rung to rung; higher stops more"},
          Field{
              "min_step", &Options::min_step, 1, 1e9,
              "the first rung is at this step or, as max_step is the last, up to eta times later"},
          Field{"trials", &Options::trials, 0, 1e9,
                "trials that begin a bracket; 0: as many as leave one for the last rung"},
          Field{"overlap", &Options::overlap, 0, 1,
                "begin the next bracket instead of waiting for the last trials of a rung"}};
    }
  };

  Sha(const ScheduleTask& task, const Options& options)
      : queue_(cycle_of(task, options), options.overlap) {}

  [[nodiscard]] Order next(std::optional<TrialId> fresh) { return queue_.next(fresh); }
  [[nodiscard]] Decision report(TrialId trial, int step, double loss) {
    return queue_.report(trial, step, loss);
  }
  void ended(TrialId trial, TrialState) { queue_.ended(trial); }
  [[nodiscard]] std::vector<BracketPlan> brackets() const { return queue_.brackets(); }
  [[nodiscard]] static bool pauses() { return true; }

 private:
  static BracketCycle cycle_of(const ScheduleTask& task, const Options& options) {
    const int s = powers_between(static_cast<double>(options.min_step), task.max_step, options.eta);
    const double all = std::ceil(whole_power(options.eta, s));
    return {task.max_step, options.eta, s, s,
            options.trials > 0 ? options.trials : static_cast<std::uint64_t>(all)};
  }

  BracketQueue queue_;
};

}  // namespace sweep
