#pragma once

#include <cstddef>

namespace sweep {

/// Watches from outside how cells are run, or read: a line of progress, or nobody.
class CellObserver {
 public:
  virtual ~CellObserver() = default;
  /// Says how many cells are to come. Comes once, before the first of them.
  virtual void begin(std::size_t cells) = 0;
  /// A cell is done, and what it gave is kept. Comes from one thread at a time.
  virtual void cell_ended() = 0;
};

}  // namespace sweep
