#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "algorithms/schedule/scheduler.hpp"
#include "algorithms/space/trial.hpp"

namespace sweep {

/// A run that somebody recorded: what it reported, steps ascending, at least once; how it ended.
struct RecordedRun {
  std::vector<Observation> reports;
  TrialState end = TrialState::completed;  // or failed
  [[nodiscard]] int steps() const { return reports.back().step; }
};

/// What a scheduler would have made of it.
struct ReplayedRun {
  int steps = 0;         // that it would have taken
  bool stopped = false;  // before its end; also if it was paused and never taken up again
  Reason reason;         // of the last decision that stopped or paused it
};

/// The length of the longest run: what a scheduler takes for that of a full trial.
int longest(std::span<const RecordedRun> runs);

/// Replays runs on a number of workers under a scheduler, as no history says when they ran: they
/// begin in the order of the list as workers come free, a step takes everyone the same time, and at
/// the same time the runs report in the order of the list. A run that the scheduler takes up again
/// goes on with what it reported. As many workers as runs replay all of them side by side.
std::vector<ReplayedRun> replay_history(Scheduler scheduler, std::span<const RecordedRun> runs,
                                        std::size_t workers);

/// The places of the k runs with the least last loss among those that were completed, the best
/// first; ties go to the earlier run.
std::vector<std::size_t> best_runs(std::span<const RecordedRun> runs, std::size_t k);

}  // namespace sweep
