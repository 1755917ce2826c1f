#include "bench/results/views/repeated_trials.hpp"

#include <map>
#include <utility>

#include "bench/results/inference/bootstrap.hpp"
#include "bench/results/views/compared_cells.hpp"

namespace sweep {
namespace {

/// The cells of a method on a problem.
struct RepeatCounts {
  std::uint64_t trials = 0;
  std::uint64_t repeats = 0;
  std::vector<double> shares;
};

Estimate mean_share(const RepeatCounts& counts) {
  constexpr std::size_t kShareResamples = 2000;
  Estimate estimate{counts.shares.size(), mean_of(counts.shares), {}, {}};
  if (counts.repeats == 0) return estimate;
  const Stream stream = Stream(0).child("bootstrap of repeated trials");
  if (const auto interval =
          bootstrap_interval(counts.shares, mean_of, 0.95, stream, kShareResamples)) {
    estimate.lo = interval->low;
    estimate.hi = interval->high;
  }
  return estimate;
}

}  // namespace

std::vector<RepeatedTrials> repeated_trials(const CellSet& cells) {
  std::map<std::pair<std::string, std::string>, RepeatCounts> groups;
  for (const KeyedCell& cell : cells.cells) {
    if (!cell.duplicates || cell.trials == 0) continue;
    RepeatCounts& counts = groups[{problem_name(cell, cells.objectives[cell.objective]),
                                   method_title(cell.key.method, cell.key.build)}];
    counts.trials += cell.trials;
    counts.repeats += *cell.duplicates;
    counts.shares.push_back(static_cast<double>(*cell.duplicates) /
                            static_cast<double>(cell.trials));
  }
  std::vector<RepeatedTrials> all;
  all.reserve(groups.size());
  for (const auto& [of, counts] : groups) {
    all.push_back({of.first, of.second, counts.trials, counts.repeats, mean_share(counts)});
  }
  return all;
}

}  // namespace sweep
