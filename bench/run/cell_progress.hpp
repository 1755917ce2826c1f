#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "bench/run/cell_watch.hpp"
#include "bench/run/stopwatch.hpp"

namespace sweep {

/// What a cell tells of itself while it runs: at most ten times a second, so that it costs nothing
/// beside the trials.
class CellProgress {
 public:
  CellProgress(CellWatch& watch, std::size_t index) : watch_(&watch), index_(index) {
    watch_->begun(index_);
  }
  ~CellProgress() {
    tell();
    watch_->ended(index_);
  }
  CellProgress(const CellProgress&) = delete;
  CellProgress& operator=(const CellProgress&) = delete;

  /// Sets what the budget is: steps where a scheduler saves some, else trials.
  void set_budget(std::uint64_t units, bool counts_steps) {
    budget_ = static_cast<double>(units);
    counts_steps_ = counts_steps;
  }
  /// More trials have begun; `steps` are all that were taken until now.
  void add_trials(std::uint64_t trials, std::uint64_t steps) {
    trials_ += trials;
    untold_ += trials;
    spent_ = static_cast<double>(counts_steps_ ? steps : trials_);
    if (since_start_.seconds() < next_seconds_) return;
    next_seconds_ = since_start_.seconds() + kSecondsBetween;
    tell();
  }

 private:
  static constexpr double kSecondsBetween = 0.1;

  void tell() {
    watch_->advanced(index_, untold_, budget_ > 0 ? std::min(spent_ / budget_, 1.0) : 0);
    untold_ = 0;
  }

  CellWatch* watch_;
  std::size_t index_;
  double budget_ = 0;
  bool counts_steps_ = false;
  std::uint64_t trials_ = 0;
  std::uint64_t untold_ = 0;
  double spent_ = 0;
  Stopwatch since_start_;
  double next_seconds_ = 0;
};

}  // namespace sweep
