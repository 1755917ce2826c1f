#include "bench/run/cell.hpp"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

#include "algorithms/schedule/none.hpp"
#include "bench/run/cell_log.hpp"
#include "bench/run/cell_streams.hpp"
#include "bench/run/simulation.hpp"
#include "bench/run/stopwatch.hpp"

namespace sweep {
namespace {

// Large enough that no per-block cost shows, small enough for the cache and for a quick stop.
constexpr std::uint64_t kBlock = 256;

// A block of trials, for a searcher that needs no results and an objective without a curve. False
// once the searcher has nothing left to try.
bool run_block(Searcher& searcher, const Objective& objective, const CellStreams& streams,
               std::uint64_t wanted, std::vector<double>& buffer, CellLog& log) {
  const std::size_t width = objective.space().size();
  const std::size_t size = std::min(kBlock, wanted);
  buffer.resize(size * (width + 1));
  const std::span<double> rows(buffer.data(), size * width);
  const std::span<double> losses(buffer.data() + size * width, size);
  const TrialId first = log.trials();
  const Stopwatch asking;
  const std::size_t asked = searcher.ask_block(first, streams.trials, rows);
  log.add_searcher_time(asking.seconds(), asked);
  objective.losses(rows.first(asked * width), first, streams.noise, losses.first(asked));
  log.add(rows.first(asked * width), losses.first(asked));
  return asked == size;
}

// One worker that never fails, no scheduler, steps of a second: nothing needs a virtual clock.
bool runs_by_block(const PreparedExperiment& prepared, const PreparedMethod& method,
                   const Objective& objective) {
  return method.searcher.asks_blocks() && !method.scheduler && objective.max_step() == 1 &&
         !objective.has_costs() && prepared.experiment().workers == 1 &&
         prepared.cluster() == ClusterOptions{};
}

// False if `stop` became true before it was through.
bool run_blocks(const PreparedExperiment& prepared, const Cell& cell, const std::atomic<bool>& stop,
                CellLog& log) {
  const Objective& objective = prepared.objective(cell);
  Searcher searcher = prepared.method(cell).searcher;
  const CellStreams streams(cell, prepared.method(cell).searcher_text);
  const std::uint64_t trials = prepared.trials(cell);
  std::vector<double> buffer;
  while (log.trials() < trials) {
    if (stop.load(std::memory_order_relaxed)) return false;
    if (run_block(searcher, objective, streams, trials - log.trials(), buffer, log)) continue;
    log.set_exhausted();
    break;
  }
  return true;
}

bool simulate(const PreparedExperiment& prepared, const Cell& cell, const std::atomic<bool>& stop,
              CellLog& log) {
  const Experiment& experiment = prepared.experiment();
  const Objective& objective = prepared.objective(cell);
  const PreparedMethod& method = prepared.method(cell);
  const ScheduleTask task{objective.max_step()};
  const BudgetUnit unit = method.scheduler ? experiment.budget : BudgetUnit::trials;
  Simulation simulation(
      {objective, method.searcher,
       method.scheduler ? *method.scheduler : Scheduler(NoScheduler(task, {})), prepared.cluster(),
       experiment.workers, Budget(unit, prepared.trials(cell), task.max_step),
       CellStreams(cell, method.searcher_text)},
      log);
  return simulation.run(stop);
}

}  // namespace

std::optional<CellResult> run_cell(const PreparedExperiment& prepared, const Cell& cell,
                                   const std::atomic<bool>& stop) {
  const Objective& objective = prepared.objective(cell);
  CellLog log(cell, objective.space().size(), prepared.optimum(cell), prepared.experiment().record);
  const bool by_block = runs_by_block(prepared, prepared.method(cell), objective);
  const bool is_through =
      by_block ? run_blocks(prepared, cell, stop, log) : simulate(prepared, cell, stop, log);
  if (!is_through) return std::nullopt;
  if (!log.best_point().empty()) log.set_incumbent_loss(objective.exact_loss(log.best_point()));
  return log.finish();
}

}  // namespace sweep
