#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "bench/results/digest.hpp"
#include "bench/results/duplicates.hpp"
#include "bench/results/record.hpp"
#include "bench/run/best_trials.hpp"
#include "bench/run/stopwatch.hpp"

namespace sweep {

/// Writes down a cell while it runs: counts, best loss, digest, and the rows that are kept.
class CellLog {
 public:
  CellLog(Cell cell, std::size_t width, std::optional<double> optimum, RecordLevel level);

  [[nodiscard]] TrialId trials() const { return result_.trials; }

  /// The next losses.size() trials have ended, with these points one after the other. Each has
  /// taken a second.
  void add(std::span<const double> rows, std::span<const double> losses);
  /// The next trial has ended, with a curve of its own. `full_steps` and `full_loss` are the steps
  /// that it took and the loss that it reported after the last one, or would have without a
  /// scheduler.
  void add(const Trial& trial, int full_steps, double seconds, double full_loss);
  /// Some trial has taken a step.
  void add_step() { ++result_.use.steps; }
  /// A worker has been busy.
  void add_worker_time(double seconds) { result_.use.worker_seconds += seconds; }
  /// The searcher took this long for `suggestions` of them.
  void add_searcher_time(double seconds, std::size_t suggestions);
  /// The last suggestion was random because there was no usable model.
  void add_fallback() { ++result_.fallbacks; }
  void set_exhausted() { result_.exhausted = true; }
  /// The point with the lowest loss so far, the first of equal ones; empty if every trial failed.
  [[nodiscard]] PointView best_point() const { return best_point_; }
  /// The loss of that point without noise; NaN unless it is called.
  void set_incumbent_loss(double loss) { result_.incumbent_loss = loss; }

  /// All of it; the log is spent.
  CellResult finish();

 private:
  bool improves(double loss, PointView point);
  void keep(const Record& record, PointView point);

  std::size_t width_;
  RecordLevel level_;
  CellResult result_;
  std::vector<double> best_point_;
  DigestBuilder digest_;
  DuplicateCounter duplicates_;
  BestTrials best_trials_;
  Stopwatch since_start_;
};

}  // namespace sweep
