#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "bench/results/digest.hpp"
#include "bench/results/duplicates.hpp"
#include "bench/results/record.hpp"
#include "bench/run/best_trials.hpp"
#include "bench/run/evaluator.hpp"
#include "bench/run/stopwatch.hpp"

namespace sweep {

class CellProgress;

/// Writes down a cell while it runs: counts, best loss, digest, and the rows that are kept.
class CellLog {
 public:
  CellLog(Cell cell, std::size_t width, std::optional<double> optimum, RecordLevel level);

  [[nodiscard]] TrialId trials() const { return result_.trials; }

  /// The next losses.size() trials have ended, with these points one after the other. Each has
  /// taken a second. The evaluator is asked for the losses without noise of those that are kept.
  void add(std::span<const double> rows, std::span<const double> losses,
           const Evaluator& evaluator);
  /// The next trial has ended, with a curve of its own, after so many virtual seconds.
  /// `full_steps` are those that it took, or would have without a scheduler.
  void add(const Trial& trial, const Outcome& outcome, int full_steps, double seconds);
  /// Some trial has taken a step.
  void add_step() { ++result_.use.steps; }
  /// A worker has been busy.
  void add_worker_time(double seconds) { result_.use.worker_seconds += seconds; }
  /// The searcher took this long for a block of suggestions.
  void add_suggestions(double seconds, std::size_t suggestions);
  /// The searcher took this long for one, beside what it took to learn since the one before.
  void add_suggestion(double seconds);
  void add_learning(double seconds) { learning_seconds_ += seconds; }
  /// The last suggestion was random because there was no usable model.
  void add_fallback() { ++result_.fallbacks; }
  void set_exhausted() { result_.exhausted = true; }
  /// The searcher broke.
  void set_failure(std::string reason) { result_.failure = std::move(reason); }

  /// Who is told how far the cell is; nobody if null.
  void set_progress(CellProgress* progress) { progress_ = progress; }

  /// All of it; the log is spent.
  CellResult finish();

 private:
  bool improves(double loss) const;
  void take_best(double loss, double exact);
  void keep(const Record& record, PointView point);

  std::size_t width_;
  RecordLevel level_;
  CellResult result_;
  DigestBuilder digest_;
  DuplicateCounter duplicates_;
  BestTrials best_trials_;
  double learning_seconds_ = 0;  // since the last suggestion
  Stopwatch since_start_;
  CellProgress* progress_ = nullptr;
};

}  // namespace sweep
