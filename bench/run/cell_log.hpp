#pragma once

#include <chrono>
#include <optional>
#include <span>

#include "bench/results/digest.hpp"
#include "bench/results/duplicates.hpp"
#include "bench/results/record.hpp"

namespace sweep {

/// Seconds since it was made, by a clock that never steps back.
class Stopwatch {
 public:
  [[nodiscard]] double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

/// Writes down a cell while it runs: counts, best loss, digest, and the rows that are kept.
class CellLog {
 public:
  CellLog(Cell cell, std::size_t width, std::optional<double> optimum, RecordLevel level);

  [[nodiscard]] TrialId trials() const { return result_.trials; }

  /// The next losses.size() trials have ended, with these points one after the other.
  void add(std::span<const double> rows, std::span<const double> losses);
  /// The next trial has ended, with a curve of its own.
  void add(const Trial& trial);
  /// The searcher took this long for `suggestions` of them.
  void add_searcher_time(double seconds, std::size_t suggestions);
  void set_exhausted() { result_.exhausted = true; }

  /// All of it; the log is spent.
  CellResult finish();

 private:
  bool improves(double loss);
  void keep(TrialId trial, Observation observation, TrialState state, PointView point);

  std::size_t width_;
  RecordLevel level_;
  CellResult result_;
  DigestBuilder digest_;
  DuplicateCounter duplicates_;
  Stopwatch since_start_;
};

}  // namespace sweep
