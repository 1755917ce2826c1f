#include "algorithms/search/bayes/trial_table.hpp"

#include <cmath>
#include <utility>

namespace sweep {

void TrialTable::start(TrialId id, const std::vector<double>& row) {
  if (ended_ids_.count(id) > 0) return;
  seen_.insert(row);
  pending_.try_emplace(id, row);
}

void TrialTable::end(TrialId id, std::vector<double> row, double loss) {
  if (!ended_ids_.insert(id).second) return;
  pending_.erase(id);
  seen_.insert(row);
  if (!std::isfinite(loss)) loss = std::numeric_limits<double>::quiet_NaN();
  const bool is_better = !std::isnan(loss) && (!best_ || loss < ended_[*best_].loss);
  if (is_better) best_ = ended_.size();
  ended_.push_back({id, std::move(row), loss});
}

void TrialTable::revise(std::size_t place, double loss) {
  if (!std::isfinite(loss)) loss = std::numeric_limits<double>::quiet_NaN();
  double& known = ended_[place].loss;
  if (known == loss || (std::isnan(known) && std::isnan(loss))) return;
  known = loss;
  ++revisions_;
  best_.reset();
  for (std::size_t i = 0; i < ended_.size(); ++i) {
    const double other = ended_[i].loss;
    if (!std::isnan(other) && (!best_ || other < ended_[*best_].loss)) best_ = i;
  }
}

bool TrialTable::has_seen(const std::vector<double>& row) const {
  if (seen_.count(row) > 0) return true;
  return values_of_ && seen_values_.count(values_of_(row)) > 0;
}

}  // namespace sweep
