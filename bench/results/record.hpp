#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "algorithms/space/trial.hpp"
#include "bench/results/latency.hpp"

namespace sweep {

/// One method on one objective with one seed: sequential, pure, one thread.
struct Cell {
  std::string method;
  std::string objective;
  std::uint64_t seed = 0;
  auto operator<=>(const Cell&) const = default;
};

/// How much of a cell is kept: only the trials that improved on all before, every trial, or every
/// step of every trial.
enum class RecordLevel { best, trials, steps };

/// "best", "trials" or "steps", and back; throws SpecError for another word.
std::string_view to_text(RecordLevel level);
RecordLevel record_level(std::string_view text);

/// One flat row of a result: what a trial reported after a step, in the order of reporting.
struct Record {
  TrialId trial = 0;
  int step = 1;
  double loss = 0;
  TrialState state = TrialState::completed;
  double seconds = 0;  // virtual, since the cell began, when the trial ended
  double exact = std::numeric_limits<double>::quiet_NaN();  // loss without noise; NaN: not known
  std::uint64_t steps = 0;  // that all trials had done when this one ended; 0: not known
};

/// 128 bits that stand for every trial of a cell, in order: its point, its state, and each step and
/// loss of its curve.
struct Digest {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  auto operator<=>(const Digest&) const = default;
};

/// Wall-clock figures of a cell. They differ from run to run and never enter a digest.
struct Timing {
  /// One entry per suggestion. A searcher that is asked for blocks has the mean of its block as
  /// each entry, so that quantiles are those of block means.
  LatencyHistogram suggest;
  double searcher_seconds = 0;
  double cell_seconds = 0;
};

/// What a cell used of its simulated cluster, in virtual seconds and in steps. Part of the result.
struct ClusterUse {
  double seconds = 0;            // from the beginning to the last event
  double worker_seconds = 0;     // that workers were busy, repeats and losses included
  std::uint64_t steps = 0;       // done, whether or not their reports came in time
  std::uint64_t full_steps = 0;  // of the same trials without a scheduler: a failed one had its all
  std::uint64_t stopped = 0;     // trials ended, or left paused, by a scheduler
  /// Among the kBestTrials lowest losses of full length; nothing where those of stopped trials are
  /// not known.
  std::optional<std::uint64_t> best_stopped = 0;
};
inline constexpr std::size_t kBestTrials = 3;

/// The best loss of a cell from a virtual time on.
struct Improvement {
  double seconds;
  double loss;
  bool operator==(const Improvement&) const = default;
};

/// All that is kept of a finished cell.
struct CellResult {
  Cell cell;
  std::uint64_t trials = 0;
  std::uint64_t failed = 0;
  std::optional<std::uint64_t> duplicates;  // nothing: too many points to count them
  std::uint64_t fallbacks = 0;              // points that a model's search drew at random instead
  bool exhausted = false;                   // the searcher had nothing left to try
  double best_loss = 0;                     // as observed, of full length; NaN if there is none
  double incumbent_loss = 0;                // without noise, of the point with that best loss
  std::optional<double> optimum;            // the objective's, where it is known
  ClusterUse use;
  Digest digest;
  std::vector<Record> records;
  std::vector<double> points;           // one row of native values per record
  std::vector<Improvement> trajectory;  // improvements() of a cell that is not plain
  Timing timing;
  std::string method_key;      // the method's whole text, with options however they were given
  std::string failure;         // why the searcher broke; empty if it did not
  std::size_t provenance = 0;  // the place of what computed it among its store's

  /// Whether every trial ran to its end on one perfect worker, each step in a second: then virtual
  /// time says nothing that the number of trials does not.
  [[nodiscard]] bool is_plain() const {
    return use.full_steps == trials && use.steps == trials && use.worker_seconds == use.seconds &&
           use.seconds == static_cast<double>(trials);
  }
};

/// Whether a record is the last of its trial: of several steps, which follow one another, that one
/// has the trial's loss.
bool is_last_of_trial(std::span<const Record> records, std::size_t i);

/// How the best loss fell, from the records of any level.
std::vector<Improvement> improvements(const CellResult& result);

}  // namespace sweep
