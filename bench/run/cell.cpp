#include "bench/run/cell.hpp"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

#include "algorithms/schedule/none.hpp"
#include "algorithms/search/searcher_error.hpp"
#include "bench/run/cell_log.hpp"
#include "bench/run/cell_progress.hpp"
#include "bench/run/cell_streams.hpp"
#include "bench/run/evaluator.hpp"
#include "bench/run/simulation.hpp"
#include "bench/run/stopwatch.hpp"
#include "bench/run/timed_searcher.hpp"

namespace sweep {
namespace {

// Large enough that no per-block cost shows, small enough for the cache and for a quick stop.
constexpr std::uint64_t kBlock = 256;

/// A cell that is running: what it is made of, and its log.
struct RunningCell {
  const PreparedExperiment& prepared;
  const Cell& cell;
  const PreparedMethod& method;
  std::uint64_t trials;
  const Objective& objective = prepared.objective(cell);
  CellStreams streams{cell, method.searcher_text};
  Evaluator evaluator{objective, streams.noise};
  CellLog log{cell, objective.space().size(), prepared.optimum(cell), prepared.experiment().record};
};

// A block of trials, for a searcher that needs no results and an objective without a curve. False
// once the searcher has nothing left to try.
bool run_block(RunningCell& running, Searcher& searcher, std::uint64_t wanted,
               std::vector<double>& buffer) {
  CellLog& log = running.log;
  const std::size_t width = running.objective.space().size();
  const std::size_t size = std::min(kBlock, wanted);
  buffer.resize(size * (width + 1));
  const std::span<double> rows(buffer.data(), size * width);
  const std::span<double> losses(buffer.data() + size * width, size);
  const TrialId first = log.trials();
  const Stopwatch asking;
  const std::size_t asked =
      guard_searcher([&] { return searcher.ask_block(first, running.streams.trials, rows); });
  if (asked > size) throw SearcherError("it proposed more points than it was asked for");
  log.add_suggestions(asking.seconds(), asked);
  running.evaluator.losses(rows.first(asked * width), first, losses.first(asked));
  log.add(rows.first(asked * width), losses.first(asked), running.evaluator);
  return asked == size;
}

// One worker that never fails, no scheduler, steps of a second: nothing needs a virtual clock.
bool runs_by_block(const RunningCell& running, const Searcher& searcher) {
  return searcher.asks_blocks() && !running.method.scheduler && running.objective.max_step() == 1 &&
         !running.objective.has_costs() && running.prepared.experiment().workers == 1 &&
         running.prepared.cluster() == ClusterOptions{};
}

// False if `stop` became true before it was through.
bool run_blocks(RunningCell& running, Searcher searcher, const std::atomic<bool>& stop) {
  CellLog& log = running.log;
  std::vector<double> buffer;
  while (log.trials() < running.trials) {
    if (stop.load(std::memory_order_relaxed)) return false;
    const std::uint64_t left = running.trials - log.trials();
    if (run_block(running, searcher, left, buffer)) continue;
    log.set_exhausted();
    break;
  }
  return true;
}

bool simulate(RunningCell& running, Searcher searcher, const std::atomic<bool>& stop) {
  const Experiment& experiment = running.prepared.experiment();
  const PreparedMethod& method = running.method;
  const ScheduleTask task{running.objective.max_step()};
  const BudgetUnit unit = method.scheduler ? experiment.budget : BudgetUnit::trials;
  Tuner tuner({TimedSearcher(std::move(searcher), running.log),
               method.scheduler ? *method.scheduler : Scheduler(NoScheduler(task, {})),
               Budget(unit, running.trials, task.max_step), running.streams.trials, task.max_step,
               Reports::live, running.objective.space().size()});
  Simulation simulation({std::move(tuner), running.evaluator, running.prepared.cluster(),
                         experiment.workers, running.streams.cluster},
                        running.log);
  return simulation.run(stop);
}

void tell_budget(const RunningCell& running, CellProgress& progress) {
  const bool counts_steps =
      running.method.scheduler && running.prepared.experiment().budget == BudgetUnit::steps;
  const auto steps = static_cast<std::uint64_t>(running.objective.max_step());
  const std::uint64_t trials = running.prepared.trials(running.cell);
  progress.set_budget(trials * (counts_steps ? steps : 1), counts_steps);
}

// False if `stop` became true before it was through.
bool run(RunningCell& running, const std::atomic<bool>& stop) {
  try {
    Searcher searcher = guard_searcher(running.method.make_searcher);
    const bool by_block = runs_by_block(running, searcher);
    return by_block ? run_blocks(running, std::move(searcher), stop)
                    : simulate(running, std::move(searcher), stop);
  } catch (const SearcherError& error) {
    running.log.set_failure(error.what());
    return true;
  }
}

}  // namespace

std::optional<CellResult> run_cell(const PreparedExperiment& prepared, const Cell& cell,
                                   const std::atomic<bool>& stop, CellProgress* progress) {
  return run_cell(prepared, cell, prepared.method(cell), stop, progress);
}

std::optional<CellResult> run_cell(const PreparedExperiment& prepared, const Cell& cell,
                                   const PreparedMethod& method, const std::atomic<bool>& stop,
                                   CellProgress* progress) {
  return run_cell(prepared, {cell, method, prepared.trials(cell)}, stop, progress);
}

std::optional<CellResult> run_cell(const PreparedExperiment& prepared, const CellTask& task,
                                   const std::atomic<bool>& stop, CellProgress* progress) {
  RunningCell running{prepared, task.cell, task.method, task.trials};
  if (progress != nullptr) tell_budget(running, *progress);
  running.log.set_progress(progress);
  if (!run(running, stop)) return std::nullopt;
  CellResult result = running.log.finish();
  result.method_key = running.method.key;
  return result;
}

}  // namespace sweep
