#pragma once

#include "algorithms/schedule/ranked_trial.hpp"
#include "algorithms/schedule/scheduler.hpp"
#include "algorithms/schedule/split_values.hpp"
#include "algorithms/text/options.hpp"

namespace sweep {

/// Stops a trial after half of its steps unless its loss is among the best share of those there.
/// Source: Li et al. 2020, arXiv:1810.05934, the stopping form of one rung.
class HalfTime {
 public:
  static constexpr std::string_view kName = "half-time";
  static constexpr std::string_view kSummary = "stops what is not among the best at half time";
  static constexpr std::string_view kSource = "Li et al. 2020, arXiv:1810.05934, one rung";

  struct Options {
    double share = 0.5;

    static constexpr auto fields() {
      return std::tuple{
          Field{"share", &Options::share, 0.01, 1, "of the trials that go on; lower stops more"}};
    }
  };

  HalfTime(const ScheduleTask& task, const Options& options)
      : max_step_(task.max_step), half_((task.max_step + 1) / 2), share_(options.share) {}

  [[nodiscard]] Order next(std::optional<TrialId> fresh) const {
    return fresh ? Order(Start{max_step_}) : Order(Wait{});
  }

  [[nodiscard]] Decision report(TrialId, int step, double loss) {
    if (step != half_ || step == max_step_) return {};
    losses_.add(orderable(loss));
    const auto n = static_cast<double>(losses_.size());
    while (static_cast<double>(losses_.low_size()) < share_ * n) losses_.lower_one();
    const double threshold = losses_.low_max();
    if (orderable(loss) <= threshold) return {};
    return {Verdict::stop, {Reason::Rule::worse_than, 1, step, loss, threshold}};
  }

  static void ended(TrialId, TrialState) {}

 private:
  int max_step_;
  int half_;
  double share_;
  SplitValues<double> losses_;  // at half time; the low ones are the best share
};

}  // namespace sweep
