#include "algorithms/schedule/threshold.hpp"

#include <fmt/format.h>

#include <utility>

#include "algorithms/text/error.hpp"

namespace sweep {

Threshold::Threshold(const ScheduleTask& task, const Options& options)
    : max_step_(task.max_step),
      lower_(options.lower),
      upper_(options.upper),
      checks_{static_cast<int>(options.n_warmup_steps), static_cast<int>(options.interval_steps)} {
  if (lower_ <= upper_) return;
  throw SpecError(fmt::format("threshold.lower = {}: expected at most upper, {}", lower_, upper_));
}

Order Threshold::next(std::optional<TrialId> fresh) {
  if (!fresh) return Wait{};
  if (*fresh >= last_steps_.size()) last_steps_.resize(*fresh + 1, -1);
  return Start{max_step_};
}

Decision Threshold::report(TrialId trial, int step, double loss) {
  const int step_before = std::exchange(last_steps_[trial], step);
  if (step >= max_step_ || !checks_.contains(step, step_before)) return {};
  if (loss >= lower_ && loss <= upper_) return {};
  return {Verdict::stop,
          {Reason::Rule::out_of_bounds, 0, step, loss, loss < lower_ ? lower_ : upper_}};
}

}  // namespace sweep
