#include "algorithms/search/tpe/tpe_trials.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include "algorithms/model/parzen/parzen.hpp"
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
  index_of_.emplace(id, index);
  return index;
}

void TpeTrials::record(const Trial& trial, std::span<const double> row) {
  const auto known = index_of_.find(trial.id);
  const Index index = known == index_of_.end() ? add(trial.id, row) : known->second;
  const std::optional<Score> before = score(index);
  Entry& entry = entries_[index];
  forget_known(entry);
  entry.state = trial.state;
  if (trial.curve.size() < entry.curve.size()) entry.curve.clear();
  const auto old = static_cast<std::ptrdiff_t>(entry.curve.size());
  entry.curve.insert(entry.curve.end(), trial.curve.begin() + old, trial.curve.end());
  set_known(entry);
  rank(before, score(index));
  take_side(index);
}

// Decides whether a trial counts, or has failed. In Optuna, a stopped one without a loss counts.
void TpeTrials::set_known(Entry& entry) {
  const bool has_loss = !entry.curve.empty() && !std::isnan(entry.curve.back().loss);
  entry.counts = has_loss && entry.state != TrialState::failed;
  if (rules_.unequal_curves == UnequalCurves::optuna) {
    if (entry.state == TrialState::running) entry.counts = false;
    if (entry.state == TrialState::stopped) entry.counts = true;
  }
  entry.has_failed = is_failure(entry);
  if (entry.has_failed) ++failed_;
  if (!entry.counts) return;
  ++known_;
  ++reached_[entry.curve.empty() ? 0 : entry.curve.back().step];
}

void TpeTrials::forget_known(const Entry& entry) {
  if (entry.has_failed) --failed_;
  if (!entry.counts) return;
  --known_;
  const auto reached = reached_.find(entry.curve.empty() ? 0 : entry.curve.back().step);
  if (--reached->second == 0) reached_.erase(reached);
}

// Nobody knows what became of a trial that was stopped before its first report.
bool TpeTrials::is_failure(const Entry& entry) const {
  if (rules_.failed == FailedTrials::ignored || entry.counts) return false;
  const bool is_unknown = entry.state == TrialState::stopped && entry.curve.empty();
  return entry.state != TrialState::running && !is_unknown;
}

bool TpeTrials::is_pending(const Entry& entry) const {
  return rules_.constant_liar && entry.state == TrialState::running;
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
  if (before) ranking_.erase(*before);
  if (after) ranking_.insert(*after);
}

// The model's share of what has become of a trial.
void TpeTrials::take_side(Index trial) {
  Entry& entry = entries_[trial];
  const bool is_sided = is_comparable(entry) || entry.has_failed || is_pending(entry);
  if (is_sided == entry.is_sided) return;
  entry.is_sided = is_sided;
  if (is_sided) {
    enter_model(trial);
  } else {
    leave_model(trial);
  }
}

bool TpeTrials::is_below(const Placed& a, const Placed& b) const {
  return a.at != b.at ? a.at < b.at : entries_[a.trial].id < entries_[b.trial].id;
}

void TpeTrials::enter_model(Index trial) {
  const ThinnedTrials::Added added = sided_.add({entries_[trial].id, trial});
  if (added == ThinnedTrials::Added::thinned) set_places();
  if (added != ThinnedTrials::Added::alone) return;
  for (std::size_t k = 0; k < width_; ++k) {
    const Placed placed{row(trial)[k], trial};
    std::vector<Placed>& order = by_place_[k];
    const auto below = [&](const Placed& a, const Placed& b) { return is_below(a, b); };
    order.insert(std::upper_bound(order.begin(), order.end(), placed, below), placed);
  }
}

void TpeTrials::leave_model(Index trial) {
  sided_.remove({entries_[trial].id, trial});
  for (std::vector<Placed>& order : by_place_) {
    const auto is_it = [&](const Placed& placed) { return placed.trial == trial; };
    order.erase(std::remove_if(order.begin(), order.end(), is_it), order.end());
  }
}

void TpeTrials::set_places() {
  for (std::size_t k = 0; k < width_; ++k) {
    std::vector<Placed>& order = by_place_[k];
    order.clear();
    for (const auto& member : sided_.members())
      order.push_back({row(member.index)[k], member.index});
    std::sort(order.begin(), order.end(),
              [&](const Placed& a, const Placed& b) { return is_below(a, b); });
  }
}

// Anew for another step that losses are compared at.
void TpeTrials::rank_all() {
  ranking_.clear();
  std::vector<ThinnedTrials::Member> sided;
  for (Index trial = 0; trial < entries_.size(); ++trial) {
    Entry& entry = entries_[trial];
    if (const auto scored = score(trial)) ranking_.insert(*scored);
    entry.is_sided = is_comparable(entry) || entry.has_failed || is_pending(entry);
    if (entry.is_sided) sided.push_back({entry.id, trial});
  }
  std::sort(sided.begin(), sided.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  sided_ = {};
  for (const ThinnedTrials::Member& trial : sided) sided_.add(trial);
  set_places();
}

// Splits the trials at the quantile y* of the losses: below it they are good and make the density
// l, the others make g (Bergstra et al. 2011, section 4, equation 2).
TpeTrials::Split TpeTrials::split() {
  if (const int step = compared_step(); step != ranked_step_) {
    ranked_step_ = step;
    rank_all();
  }
  Split split;
  split_good(split);
  split_bad(split);
  return split;
}

// Failures are among the n that are split, in the share that they have in all, and never good.
std::size_t TpeTrials::good_of_ranked() const {
  const std::size_t ranked = ranking_.size();
  const std::size_t failed = ranked == 0 ? 0 : ranked * failed_ / known_;
  return std::min(good_trials(ranked + failed), ranked);
}

void TpeTrials::split_good(Split& split) const {
  auto best = ranking_.begin();
  for (std::size_t left = good_of_ranked(); left > 0; --left) {
    split.good.push_back((best++)->trial);
  }
  std::sort(split.good.begin(), split.good.end(),
            [&](Index a, Index b) { return entries_[a].id < entries_[b].id; });
  split.good_weights.resize(split.good.size());
  parzen_weights(split.good_weights);
}

// A trial of the sample has the weight of its place among all bad ones, as often as it stands for.
void TpeTrials::split_bad(Split& split) const {
  std::size_t old_bad = sided_.sampled();
  for (const Index good : split.good) old_bad -= sided_.is_sampled(entries_[good].id) ? 1 : 0;
  std::size_t sample = 0;
  auto good = split.good.begin();
  for (const ThinnedTrials::Member& member : sided_.members()) {
    while (good != split.good.end() && entries_[*good].id < member.id) ++good;
    if (good != split.good.end() && *good == member.index) continue;
    split.bad.push_back(member.index);
    sample += sided_.is_sampled(member.id) ? 1 : 0;
  }
  split.bad_weights.resize(split.bad.size());
  parzen_weights(split.bad_weights, sample, old_bad);
}

}  // namespace sweep
