#include "algorithms/search/tpe/thinned_trials.hpp"

#include <algorithm>

namespace sweep {
namespace {

bool is_before(const ThinnedTrials::Member& a, const ThinnedTrials::Member& b) {
  return a.id < b.id;
}

}  // namespace

bool ThinnedTrials::is_kept(TrialId id) const {
  constexpr std::uint64_t kGolden = 0x9e3779b97f4a7c15;  // 2^64/phi
  return id * kGolden <= bound_;
}

ThinnedTrials::Added ThinnedTrials::add(const Member& trial) {
  const bool is_older = is_sampled(trial.id);
  if (is_older) ++older_;
  if (is_older && !is_kept(trial.id)) return Added::left_out;
  if (is_older) ++sample_;
  members_.insert(std::upper_bound(members_.begin(), members_.end(), trial, is_before), trial);
  if (members_.size() <= kMost) return Added::alone;
  thin();
  return Added::thinned;
}

void ThinnedTrials::remove(const Member& trial) {
  const bool is_older = is_sampled(trial.id);
  if (is_older) --older_;
  const auto place = std::lower_bound(members_.begin(), members_.end(), trial, is_before);
  if (place == members_.end() || place->id != trial.id) return;
  if (is_older) --sample_;
  members_.erase(place);
}

void ThinnedTrials::thin() {
  const std::size_t older = std::max(members_.size() - kNewest, sample_);
  if (older > sample_) newest_from_ = members_[older].id;
  older_ += older - sample_;
  sample_ = older;
  while (sample_ > kNewest / 2) thin_sample();
}

void ThinnedTrials::thin_sample() {
  const auto end = members_.begin() + static_cast<std::ptrdiff_t>(sample_);
  const auto left_out = [&](const Member& trial) { return !is_kept(trial.id); };
  auto kept = std::remove_if(members_.begin(), end, left_out);
  sample_ = static_cast<std::size_t>(kept - members_.begin());
  members_.erase(kept, end);
  if (sample_ > kNewest / 2) bound_ /= 2;
}

}  // namespace sweep
