#include "algorithms/search/tpe_trials.hpp"

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
  return std::tie(progress, loss, age) < std::tie(other.progress, other.loss, other.age);
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
  for (std::size_t k = 0; k < width_; ++k) {
    const auto key = [&](Index i) { return std::pair(rows_[i * width_ + k], entries_[i].id); };
    std::vector<Index>& order = by_place_[k];
    const auto above = std::upper_bound(order.begin(), order.end(), key(index),
                                        [&](const auto& a, Index b) { return a < key(b); });
    order.insert(above, index);
  }
  return index;
}

void TpeTrials::record(const Trial& trial, std::span<const double> row) {
  const auto known = index_of_.find(trial.id);
  const bool is_new = known == index_of_.end();
  const Index index = is_new ? add(trial.id, row) : known->second;
  if (is_new) index_of_.emplace(trial.id, index);
  Entry& entry = entries_[index];
  if (entry.counts) {
    --known_;
    const auto reached = reached_.find(entry.curve.empty() ? 0 : entry.curve.back().step);
    if (--reached->second == 0) reached_.erase(reached);
  }
  entry.state = trial.state;
  if (trial.curve.size() < entry.curve.size()) entry.curve.clear();
  const auto old = static_cast<std::ptrdiff_t>(entry.curve.size());
  entry.curve.insert(entry.curve.end(), trial.curve.begin() + old, trial.curve.end());
  set_known(entry);
}

// Failed trials are no trials, as in Optuna; there, a stopped one without a loss still counts.
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

// The furthest step that at least D + 3 trials have reached (Falkner et al. 2018, algorithm 2:
// N_min + 2 with N_min = D + 1), or all of them if they are fewer.
int TpeTrials::compared_step() const {
  const std::size_t enough = std::min(known_, width_ + 3);
  std::size_t so_far = 0;
  for (auto reached = reached_.rbegin(); reached != reached_.rend(); ++reached) {
    so_far += reached->second;
    if (so_far >= enough) return reached->first;
  }
  return 0;
}

bool TpeTrials::is_comparable(const Entry& entry, int step) const {
  if (!entry.counts) return false;
  if (rules_.unequal_curves == UnequalCurves::optuna) return true;
  return entry.curve.back().step >= step && !std::isnan(loss_at(entry.curve, step));
}

TpeTrials::Score TpeTrials::score(const Entry& entry, int step) const {
  if (rules_.unequal_curves == UnequalCurves::highest_step) {
    return {0, loss_at(entry.curve, step), 0};
  }
  if (entry.state == TrialState::completed) return {-kInfinity, entry.curve.back().loss, 0};
  if (entry.curve.empty()) return {1, 0, 0};
  const Observation& last = entry.curve.back();
  return {-static_cast<double>(last.step), std::isnan(last.loss) ? kInfinity : last.loss, 0};
}

bool TpeTrials::is_pending(const Entry& entry) const {
  return rules_.constant_liar && entry.state == TrialState::running;
}

TpeTrials::Split TpeTrials::split() const {
  const int step = compared_step();
  std::vector<Score> scores;
  for (std::size_t age = 0; age < by_id_.size(); ++age) {
    const Entry& entry = entries_[by_id_[age]];
    if (!is_comparable(entry, step)) continue;
    scores.push_back(score(entry, step));
    scores.back().age = age;
  }
  const std::size_t n = std::min(good_trials(scores.size()), scores.size());
  const auto end_of_good = scores.begin() + static_cast<std::ptrdiff_t>(n);
  if (end_of_good != scores.end()) std::nth_element(scores.begin(), end_of_good, scores.end());
  enum class Side : char { none, good, bad };
  std::vector<Side> side(by_id_.size(), Side::none);
  for (std::size_t i = 0; i < scores.size(); ++i) {
    side[scores[i].age] = i < n ? Side::good : Side::bad;
  }
  Split split;
  for (std::size_t age = 0; age < by_id_.size(); ++age) {
    const Index index = by_id_[age];
    const bool is_bad =
        side[age] == Side::bad || (side[age] == Side::none && is_pending(entries_[index]));
    if (side[age] == Side::good) split.good.push_back(index);
    if (is_bad) split.bad.push_back(index);
  }
  return split;
}

}  // namespace sweep
