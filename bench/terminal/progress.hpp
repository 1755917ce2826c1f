#pragma once

#include <cstddef>

#include "bench/run/stopwatch.hpp"

namespace sweep {

/// One line on the terminal that says how far a run is: cells done, rate, time left. Writes to the
/// error stream, and nothing at all if that is no terminal or it was switched off.
class ProgressLine {
 public:
  ProgressLine(std::size_t cells, bool wanted);
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  /// One more cell is done. Called by one thread at a time.
  void advance();

 private:
  void draw() const;

  std::size_t cells_;
  std::size_t done_ = 0;
  bool shown_;
  Stopwatch since_start_;
  double next_draw_seconds_ = 0;
};

}  // namespace sweep
