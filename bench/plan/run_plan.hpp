#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "bench/experiment/patch.hpp"
#include "bench/experiment/prepared.hpp"
#include "bench/plan/plan_outcome.hpp"
#include "bench/session/cell_observer.hpp"

namespace sweep {

/// What to run: choices, and what is said of an experiment beside them: objective, seeds, space.
struct PlanTask {
  std::vector<PlanChoice> choices;
  ExperimentPatch patch;
};

/// Choices with the same runs and workers, as one experiment; the budget counts runs.
struct PlanExperiment {
  std::vector<PlanChoice> choices;
  std::unique_ptr<const PreparedExperiment> prepared;
};

/// Experiments that are checked, and what to say of them once: schedulers that cannot stop
/// anything, sections of the sweep file that do nothing.
struct PlanExperiments {
  std::vector<PlanExperiment> experiments;
  std::vector<std::string> warnings;
  std::size_t cells = 0;
  std::optional<int> threads;  // as the task asks for
};

/// Throws SpecError for what would keep a cell from running.
PlanExperiments prepare_plan(const PlanTask& task);

/// The cells of every choice, unless it was stopped or searchers broke.
struct PlanResults {
  std::vector<PlannedCells> planned;
  std::vector<std::string> broken;  // why, a line each; then nothing is to be said of the choices
  bool is_complete = false;
};

/// Runs all experiments, one after the other, until `stop` is true. The watcher sees one long row
/// of cells.
PlanResults run_plan(const PlanExperiments& plan, int threads, const std::atomic<bool>& stop,
                     CellObserver& watcher);

}  // namespace sweep
