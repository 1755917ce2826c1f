#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>

#include "bench/results/record.hpp"

namespace sweep {

/// The kBestTrials trials with the lowest losses of full length, the first of equal ones, and how
/// many of them were stopped before they got there.
class BestTrials {
 public:
  /// A trial has ended that would have come to this loss; nothing: nobody knows.
  void add(std::optional<double> full_loss, bool was_stopped) {
    if (!full_loss) {
      knows_all_ = false;
      return;
    }
    Entry entry{*full_loss, was_stopped};
    for (Entry& better : entries_) {
      if (entry.loss < better.loss) std::swap(entry, better);
    }
  }
  /// Nothing if some trial's loss is not known.
  [[nodiscard]] std::optional<std::uint64_t> stopped() const {
    if (!knows_all_) return std::nullopt;
    std::uint64_t count = 0;
    for (const Entry& entry : entries_) count += entry.was_stopped ? 1 : 0;
    return count;
  }

 private:
  struct Entry {
    double loss = std::numeric_limits<double>::infinity();
    bool was_stopped = false;
  };
  std::array<Entry, kBestTrials> entries_;
  bool knows_all_ = true;
};

}  // namespace sweep
