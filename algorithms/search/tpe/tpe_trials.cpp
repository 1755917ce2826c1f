#include "algorithms/search/tpe/tpe_trials.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include "algorithms/space/real_limits.hpp"

namespace sweep {
namespace {

// The last loss up to this step; NaN before the first.
double loss_at(const std::vector<Observation>& curve, int step) {
  const auto later =
      std::upper_bound(curve.begin(), curve.end(), step,
                       [](int wanted, const Observation& seen) { return wanted < seen.step; });
  return later == curve.begin() ? std::numeric_limits<double>::quiet_NaN() : (later - 1)->loss;
}

}  // namespace

std::size_t good_trials(std::size_t n) { return std::min<std::size_t>((n + 9) / 10, 25); }

bool TpeTrials::Score::operator<(const Score& other) const {
  return std::tie(progress, loss, id) < std::tie(other.progress, other.loss, other.id);
}

TpeTrials::TpeTrials(std::size_t width, const Rules& rules)
    : width_(width), rules_(rules), by_place_(width) {}

TpeTrials::Index TpeTrials::add(TrialId id, std::span<const double> row) {
  const auto index = static_cast<Index>(entries_.size());
  entries_.push_back({id, TrialState::running, {}});
  rows_.insert(rows_.end(), row.begin(), row.end());
  const auto later = std::upper_bound(by_id_.begin(), by_id_.end(), id,
                                      [&](TrialId a, Index b) { return a < entries_[b].id; });
  by_id_.insert(later, index);
  for (std::size_t k = 0; k < width_; ++k) add_place(index, k);
  return index;
}

void TpeTrials::add_place(Index index, std::size_t column) {
  const Placed placed{row(index)[column], index};
  const auto is_below = [&](const Placed& a, const Placed& b) {
    return a.at != b.at ? a.at < b.at : entries_[a.trial].id < entries_[b.trial].id;
  };
  std::vector<Placed>& order = by_place_[column];
  order.insert(std::upper_bound(order.begin(), order.end(), placed, is_below), placed);
}

void TpeTrials::record(const Trial& trial, std::span<const double> row) {
  const auto known = index_of_.find(trial.id);
  const bool is_new = known == index_of_.end();
  const Index index = is_new ? add(trial.id, row) : known->second;
  if (is_new) index_of_.emplace(trial.id, index);
  const std::optional<Score> before = score(index);
  Entry& entry = entries_[index];
  if (entry.counts) forget_known(entry);
  entry.state = trial.state;
  if (trial.curve.size() < entry.curve.size()) entry.curve.clear();
  const auto old = static_cast<std::ptrdiff_t>(entry.curve.size());
  entry.curve.insert(entry.curve.end(), trial.curve.begin() + old, trial.curve.end());
  set_known(entry);
  rank(before, score(index));
}

// Decides whether a trial counts. Failed trials are no trials, as in Optuna; there, a stopped one
// without a loss still counts.
void TpeTrials::set_known(Entry& entry) {
  const bool has_loss = !entry.curve.empty() && !std::isnan(entry.curve.back().loss);
  entry.counts = has_loss && entry.state != TrialState::failed;
  if (rules_.unequal_curves == UnequalCurves::optuna) {
    if (entry.state == TrialState::running) entry.counts = false;
    if (entry.state == TrialState::stopped) entry.counts = true;
  }
  if (!entry.counts) return;
  ++known_;
  ++reached_[entry.curve.empty() ? 0 : entry.curve.back().step];
}

void TpeTrials::forget_known(const Entry& entry) {
  --known_;
  const auto reached = reached_.find(entry.curve.empty() ? 0 : entry.curve.back().step);
  if (--reached->second == 0) reached_.erase(reached);
}

// The budget b of Falkner et al. 2018, algorithm 2: the furthest step that at least N_min +
// 2 trials have reached, with N_min = D + 1, or all of them if they are fewer.
int TpeTrials::compared_step() const {
  const std::size_t enough = std::min(known_, width_ + 3);
  std::size_t so_far = 0;
  for (auto reached = reached_.rbegin(); reached != reached_.rend(); ++reached) {
    so_far += reached->second;
    if (so_far >= enough) return reached->first;
  }
  return 0;
}

bool TpeTrials::is_comparable(const Entry& entry) const {
  if (!entry.counts) return false;
  if (rules_.unequal_curves == UnequalCurves::optuna) return true;
  return entry.curve.back().step >= ranked_step_ && !std::isnan(loss_at(entry.curve, ranked_step_));
}

// What trials are ranked by. `highest_step`: the loss at the step compared. `optuna`: completed
// ones by their loss, then the others by how far they came.
std::optional<TpeTrials::Score> TpeTrials::score(Index trial) const {
  const Entry& entry = entries_[trial];
  if (!is_comparable(entry)) return std::nullopt;
  const auto scored = [&](double progress, double loss) {
    return Score{progress, loss, entry.id, trial};
  };
  if (rules_.unequal_curves == UnequalCurves::highest_step) {
    return scored(0, loss_at(entry.curve, ranked_step_));
  }
  if (entry.state == TrialState::completed) return scored(-kInfinity, entry.curve.back().loss);
  if (entry.curve.empty()) return scored(1, 0);
  const Observation& last = entry.curve.back();
  return scored(-static_cast<double>(last.step), std::isnan(last.loss) ? kInfinity : last.loss);
}

void TpeTrials::rank(const std::optional<Score>& before, const std::optional<Score>& after) {
  if (before == after) return;
  const auto place = [&](const Score& score) {
    return std::lower_bound(ranking_.begin(), ranking_.end(), score);
  };
  if (before) ranking_.erase(place(*before));
  if (after) ranking_.insert(place(*after), *after);
}

void TpeTrials::rank_all() {
  ranking_.clear();
  for (const Index trial : by_id_) {
    if (const auto scored = score(trial)) ranking_.push_back(*scored);
  }
  std::sort(ranking_.begin(), ranking_.end());
}

bool TpeTrials::is_pending(const Entry& entry) const {
  return rules_.constant_liar && entry.state == TrialState::running;
}

// Splits the trials at the quantile y* of the losses: below it they are good and make the density
// l, the others make g (Bergstra et al. 2011, section 4, equation 2).
TpeTrials::Split TpeTrials::split() {
  if (const int step = compared_step(); step != ranked_step_) {
    ranked_step_ = step;
    rank_all();
  }
  enum class Side : char { none, good, bad };
  std::vector<Side> side(entries_.size(), Side::none);
  const std::size_t n = std::min(good_trials(ranking_.size()), ranking_.size());
  for (std::size_t i = 0; i < ranking_.size(); ++i) {
    side[ranking_[i].trial] = i < n ? Side::good : Side::bad;
  }
  Split split;
  split.good.reserve(n);
  split.bad.reserve(entries_.size());
  for (const Index trial : by_id_) {
    if (side[trial] == Side::good) {
      split.good.push_back(trial);
    } else if (side[trial] == Side::bad || is_pending(entries_[trial])) {
      split.bad.push_back(trial);
    }
  }
  return split;
}

}  // namespace sweep
