#pragma once

#include <cstddef>
#include <vector>

#include "bench/run/cell_watch.hpp"

namespace sweep {

/// The cells that are to be run: their places among the experiment's, and how these are ordered.
/// Cells at i and j are of one method and objective if i / seeds == j / seeds, and of one method if
/// i / seeds % methods is the same.
struct WorkPlan {
  std::vector<std::size_t> cells;
  std::size_t seeds;
  std::size_t methods;
  int threads;
};

/// Watches from outside how cells are run, or read: a line of progress, or nobody.
class CellObserver {
 public:
  virtual ~CellObserver() = default;
  /// Says how many cells are to come. Comes once, before the first of them.
  virtual void begin(std::size_t cells) = 0;
  /// A cell is done, and what it gave is kept. Comes from one thread at a time.
  virtual void cell_ended() = 0;
  /// Who wants to look into the cells while they run; null if nobody does. Comes before begin().
  virtual CellWatch* watch(const WorkPlan&) { return nullptr; }
};

}  // namespace sweep
