#pragma once

#include <cstddef>

#include "bench/run/stopwatch.hpp"
#include "bench/session/cell_observer.hpp"

namespace sweep {

/// One line on the terminal while cells are at work: cells done, rate, time left. It is gone with
/// the object. Writes to the error stream, and nothing at all if that is no terminal or it was
/// switched off.
class ProgressLine final : public CellObserver {
 public:
  explicit ProgressLine(bool wanted);
  ~ProgressLine() override;
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  void begin(std::size_t cells) override;
  void cell_ended() override;

 private:
  void draw() const;

  std::size_t cells_ = 0;
  std::size_t done_ = 0;
  bool shown_;
  Stopwatch since_start_;
  double next_draw_seconds_ = 0;
};

}  // namespace sweep
