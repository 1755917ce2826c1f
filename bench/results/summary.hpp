#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "bench/results/record.hpp"
#include "bench/results/statistics.hpp"

namespace sweep {

/// What the cells of a summary row used of their simulated clusters.
struct ClusterSummary {
  double seconds = 0;         // virtual, of a cell: median
  double target = 0;          // loss that most cells of each of the objective's methods reached
  double target_seconds = 0;  // virtual, until a cell reached it: median; infinite if most did not
  double worker_seconds = 0;  // virtual, that workers were busy in all cells together
  double saved = 0;  // fraction of the steps that the trials would have taken without a scheduler
  std::uint64_t stopped = 0;  // trials, by the scheduler
  /// The mean number among the kBestTrials best trials of a cell; nothing if a cell does not know.
  std::optional<double> best_stopped = 0;
};

/// How many best losses there are among the cells of all methods on an objective. Where they barely
/// differ, nothing tells methods apart.
struct Variety {
  std::uint64_t cells = 0;
  std::uint64_t distinct = 0;
};

/// The cells of one method on one objective, taken together.
struct SummaryRow {
  std::string method;
  std::string objective;
  std::uint64_t cells = 0;
  std::uint64_t trials = 0;
  std::uint64_t failed = 0;
  std::uint64_t fallbacks = 0;              // points that a model's search drew at random instead
  std::uint64_t exhausted = 0;              // cells whose searcher had nothing left to try
  Estimate best;                            // median over the cells of the best loss, 95 % interval
  std::optional<Estimate> regret;           // incumbent loss less optimum; nothing if unknown
  std::optional<std::uint64_t> duplicates;  // nothing if a cell has too many points to count them
  std::optional<double> suggest_p50_us;     // per suggestion; nothing if there was none
  std::optional<double> suggest_p99_us;
  double searcher_seconds = 0;
  std::optional<ClusterSummary> cluster;  // nothing if every cell is plain
  Variety variety;
};

/// One row per method and objective, in the order in which they first appear. A cell
/// without a trial of full length counts as a best loss of +infinity.
std::vector<SummaryRow> summarise(std::span<const CellResult> results);

}  // namespace sweep
