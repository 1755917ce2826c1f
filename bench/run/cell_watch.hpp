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
  /// Tells now and then how many more trials have begun, and the share of the budget that is spent,
  /// from 0 to 1.
  virtual void advanced(std::size_t index, std::uint64_t trials, double share) = 0;
  /// The cell is over, or was given up.
  virtual void ended(std::size_t index) = 0;
};

}  // namespace sweep
