#include "bench/plan/run_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "bench/experiment/parse_experiment.hpp"
#include "bench/experiment/scheduler_warnings.hpp"
#include "bench/results/broken_cells.hpp"
#include "bench/session/session.hpp"

namespace sweep {
namespace {

void add_once(const std::vector<std::string>& more, std::vector<std::string>& all) {
  for (const std::string& one : more) {
    if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
  }
}

ParsedExperiment experiment_of(const std::vector<PlanChoice>& choices, ExperimentPatch patch) {
  for (const PlanChoice& choice : choices) patch.methods.push_back({choice.method(), {}});
  patch.workers.text = fmt::format("{}", choices.front().workers);
  patch.budget.text = "trials";
  ParsedExperiment parsed = read_experiment("", patch);
  parsed.experiment.trials = choices.front().runs;  // whatever run_cap the file has
  return parsed;
}

bool runs_alike(const PlanChoice& a, const PlanChoice& b) {
  return a.runs == b.runs && a.workers == b.workers;
}

/// Shows the cells of several sessions as those of one.
class CellsInARow final : public CellObserver {
 public:
  explicit CellsInARow(CellObserver& watcher) : watcher_(watcher) {}
  void begin(std::size_t) override {}
  void cell_ended() override { watcher_.cell_ended(); }

 private:
  CellObserver& watcher_;
};

// The cells of an experiment of one objective, in the order of its methods, then seeds.
void add_planned(const PlanExperiment& experiment, std::vector<CellResult> cells,
                 std::vector<PlannedCells>& planned) {
  const std::size_t seeds = cells.size() / experiment.choices.size();
  auto next = cells.begin();
  for (const PlanChoice& choice : experiment.choices) {
    const auto end = next + static_cast<std::ptrdiff_t>(seeds);
    planned.push_back({choice, {std::move_iterator(next), std::move_iterator(end)}});
    next = end;
  }
}

}  // namespace

PlanExperiments prepare_plan(const PlanTask& task) {
  PlanExperiments plan;
  for (const PlanChoice& choice : task.choices) {
    const bool is_alike =
        !plan.experiments.empty() && runs_alike(plan.experiments.back().choices.front(), choice);
    if (!is_alike) plan.experiments.emplace_back();
    plan.experiments.back().choices.push_back(choice);
  }
  for (PlanExperiment& one : plan.experiments) {
    ParsedExperiment parsed = experiment_of(one.choices, task.patch);
    one.prepared = std::make_unique<const PreparedExperiment>(std::move(parsed.experiment));
    add_once(parsed.warnings, plan.warnings);
    add_once(scheduler_warnings(*one.prepared), plan.warnings);
    plan.threads = parsed.threads;
    plan.cells += one.prepared->cells().size();
  }
  return plan;
}

PlanResults run_plan(const PlanExperiments& plan, int threads, const std::atomic<bool>& stop,
                     CellObserver& watcher) {
  PlanResults results;
  watcher.begin(plan.cells);
  CellsInARow observer(watcher);
  for (const PlanExperiment& experiment : plan.experiments) {
    SessionResults ended =
        run_session(*experiment.prepared, {"", threads, Builds::same}, stop, observer);
    for (const BrokenCells& one : broken_cells(ended.broken())) {
      results.broken.push_back(to_text(one));
    }
    if (!ended.is_over() || !results.broken.empty()) return results;
    add_planned(experiment, std::move(ended).take_finished(), results.planned);
  }
  results.is_complete = true;
  return results;
}

}  // namespace sweep
