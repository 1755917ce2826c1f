#pragma once

#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

#include "algorithms/schedule/bracket_queue.hpp"
#include "algorithms/text/options.hpp"

namespace sweep {

/// Hyperband: brackets of successive halving from many short trials (s = s_max) to few full ones
/// (s = 0), each of about the same cost, then from the first again. rungs.hpp has the numbers.
///
/// Source: Li, Jamieson, DeSalvo, Rostamizadeh, Talwalkar 2018, "Hyperband: a novel bandit-based
/// approach to hyperparameter optimization", JMLR 18(185), Algorithm 1, with R = max_step.
/// Differs from the source in: workers that have nothing to do in a bracket begin the next one
/// (`overlap`); trials that fail leave a rung with the others; where eta is no whole number, at
/// least one trial goes on, and rungs that round to the same step are one.
class Hyperband {
 public:
  static constexpr std::string_view kName = "hyperband";
  static constexpr std::string_view kSummary =
      "successive halving in brackets, from many short trials to few full ones";
  static constexpr std::string_view kSource = "Li et al. 2018, JMLR 18(185), Algorithm 1";

  struct Options {
    double eta = 3;
    bool overlap = true;

    static constexpr auto fields() {
      return std::tuple{
          Field{"eta", &Options::eta, 1.001, 1000,
                "a share of 1/eta goes on from rung to rung; higher stops more"},
          Field{"overlap", &Options::overlap, 0, 1,
                "begin the next bracket instead of waiting for the last trials of a rung"}};
    }
  };

  Hyperband(const ScheduleTask& task, const Options& options)
      : queue_({task.max_step, options.eta, powers_between(1, task.max_step, options.eta)},
               options.overlap) {}

  [[nodiscard]] Order next(std::optional<TrialId> fresh) { return queue_.next(fresh); }
  [[nodiscard]] Decision report(TrialId trial, int step, double loss) {
    return queue_.report(trial, step, loss);
  }
  void ended(TrialId trial, TrialState) { queue_.ended(trial); }
  [[nodiscard]] std::vector<BracketPlan> brackets() const { return queue_.brackets(); }
  [[nodiscard]] static bool pauses() { return true; }

 private:
  BracketQueue queue_;
};

}  // namespace sweep
