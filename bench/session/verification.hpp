#pragma once

#include <array>
#include <atomic>
#include <string>
#include <vector>

#include "bench/experiment/prepared.hpp"
#include "bench/results/broken_cells.hpp"

namespace sweep {

/// The numbers of threads that results are compared on: alone, and none dividing another but one.
inline constexpr std::array kVerifiedThreads = {1, 2, 3, 7};

/// An experiment that was run on several numbers of threads, its cells once forwards, once
/// backwards.
struct Verification {
  std::vector<std::string> hashes;  // of the results, for the first of kVerifiedThreads
  std::vector<BrokenCells> broken;  // if there are any, nothing was run after them

  /// False if it was interrupted or cells broke: then there are fewer hashes.
  [[nodiscard]] bool is_complete() const { return hashes.size() == kVerifiedThreads.size(); }
  [[nodiscard]] bool is_equal() const;
};

/// Runs all cells on each number of threads, until `stop` is true.
Verification verify(const PreparedExperiment& prepared, const std::atomic<bool>& stop);

}  // namespace sweep
