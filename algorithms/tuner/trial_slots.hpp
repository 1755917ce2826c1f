#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

#include "algorithms/space/trial.hpp"

namespace sweep {

/// What somebody knows of each trial that has begun and not ended, by the trials' ids. An entry
/// stays where it is until its trial ends; then its place is used again. Four bytes stay for each
/// trial.
template <class T>
class TrialSlots {
 public:
  /// A new entry, for a trial that has none.
  T& begin(TrialId id) {
    std::uint32_t slot = 0;
    if (free_.empty()) {
      slot = static_cast<std::uint32_t>(slots_.size());
      slots_.emplace_back();
    } else {
      slot = free_.back();
      free_.pop_back();
      slots_[slot] = {};
    }
    if (id >= slot_of_.size()) slot_of_.resize(id + 1, kNone);
    slot_of_[id] = slot;
    return slots_[slot];
  }

  /// nullptr if the trial has ended, or has not begun.
  T* find(TrialId id) { return is_there(id) ? &slots_[slot_of_[id]] : nullptr; }
  [[nodiscard]] const T* find(TrialId id) const {
    return is_there(id) ? &slots_[slot_of_[id]] : nullptr;
  }

  void end(TrialId id) {
    free_.push_back(slot_of_[id]);
    slot_of_[id] = kNone;
  }

  /// The lowest id from `id` up that has an entry.
  [[nodiscard]] std::optional<TrialId> first_from(TrialId id) const {
    while (id < slot_of_.size() && !is_there(id)) ++id;
    return id < slot_of_.size() ? std::optional(id) : std::nullopt;
  }

 private:
  static constexpr std::uint32_t kNone = 0xffffffff;
  [[nodiscard]] bool is_there(TrialId id) const {
    return id < slot_of_.size() && slot_of_[id] != kNone;
  }

  std::deque<T> slots_;
  std::vector<std::uint32_t> free_;
  std::vector<std::uint32_t> slot_of_;  // by trial
};

}  // namespace sweep
