#include "bench/run/fate.hpp"

#include <array>
#include <cmath>

namespace sweep {

std::span<const std::string_view> choice_names(Preempted) {
  static constexpr std::array<std::string_view, 2> kNames{"resumed", "lost"};
  return kNames;
}

double Fates::slowness(TrialId trial, std::uint32_t job) const {
  if (options_.stragglers == 0) return 1;
  Stream stream = stream_.child("slowness").child(trial).child(job);
  return std::exp(options_.stragglers * stream.normal());
}

StepFate Fates::step(TrialId trial, std::uint32_t attempt, double seconds) const {
  const bool is_safe = options_.failures == 0 && options_.preemptions == 0;
  if (is_safe) return {seconds, StepEnd::reported};
  Stream stream = stream_.child("step").child(trial).child(attempt);
  const bool fails = stream.uniform() < options_.failures;
  const bool is_preempted = stream.uniform() < options_.preemptions;
  if (!fails && !is_preempted) return {seconds, StepEnd::reported};
  const bool is_lost = fails || options_.preempted == Preempted::lost;
  return {seconds * stream.uniform(), is_lost ? StepEnd::lost : StepEnd::preempted};
}

}  // namespace sweep
