#include "algorithms/schedule/patience.hpp"

#include <algorithm>
#include <cmath>

namespace sweep {

Order Patience::next(std::optional<TrialId> fresh) {
  if (!fresh) return Wait{};
  if (*fresh >= trials_.size()) trials_.resize(*fresh + 1);
  return Start{max_step_};
}

Decision Patience::report(TrialId trial, int step, double loss) {
  Progress& progress = trials_[trial];
  ++progress.reports;
  if (!std::isnan(loss)) {
    progress.last_number = progress.reports;
    progress.best_since = std::min(progress.best_since, loss);
    if (!(loss > progress.best + min_delta_)) {
      progress.last_progress = progress.reports;
      progress.best_since = std::numeric_limits<double>::infinity();
    }
    progress.best = std::min(progress.best, loss);
  }
  if (step >= max_step_ || progress.last_progress == 0) return {};
  const bool is_stuck = progress.reports - progress.last_progress >= window_;
  const bool has_losses = progress.reports - progress.last_number < window_;
  if (!is_stuck || !has_losses) return {};
  Reason reason{Reason::Rule::no_progress, 0, step, progress.best_since, progress.best};
  reason.of = static_cast<std::uint64_t>(window_);
  return {Verdict::stop, reason};
}

}  // namespace sweep
