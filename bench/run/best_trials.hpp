#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>

#include "bench/results/record.hpp"

namespace sweep {

/// The kBestTrials trials with the lowest losses of full length, the first of equal ones, and how
/// many of them were stopped before they got there.
class BestTrials {
 public:
  void add(double full_loss, bool was_stopped) {
    Entry entry{full_loss, was_stopped};
    for (Entry& better : entries_) {
      if (entry.loss < better.loss) std::swap(entry, better);
    }
  }
  [[nodiscard]] std::uint64_t stopped() const {
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
};

}  // namespace sweep
