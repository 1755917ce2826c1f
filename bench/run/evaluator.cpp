#include "bench/run/evaluator.hpp"

namespace sweep {

Outcome Evaluator::outcome(const Trial& ended) const {
  const PointView point = ended.point.values;
  Outcome outcome{ended.loss(), {}, std::nullopt, ended.loss()};
  if (ended.state == TrialState::completed) outcome.exact = exact(point, ended.loss());
  if (ended.state == TrialState::stopped) outcome.full = loss(ended.id, point, max_step());
  return outcome;
}

}  // namespace sweep
