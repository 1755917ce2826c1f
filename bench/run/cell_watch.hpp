#pragma once

#include <cstddef>
#include <cstdint>

namespace sweep {

/// Watches cells while they run, by their places among the experiment's. It is called by several
/// threads at once, and changes no result.
class CellWatch {
 public:
  virtual ~CellWatch() = default;
  virtual void begun(std::size_t index) = 0;
  /// So many more trials have begun, and this share of the budget is spent, from 0 to 1. Comes now
  /// and then.
  virtual void advanced(std::size_t index, std::uint64_t trials, double share) = 0;
  /// It is over, or was given up.
  virtual void ended(std::size_t index) = 0;
};

}  // namespace sweep
