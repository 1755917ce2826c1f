#include "bench/session/stored_results.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "algorithms/text/error.hpp"
#include "bench/cli/experiment_flags.hpp"
#include "bench/experiment/describe_objective.hpp"
#include "objectives/catalog.hpp"

namespace sweep {
namespace {

Experiment experiment_of(const std::string& path, const StoreHeader& header) {
  ExperimentFlags flags;
  flags.file = path;
  merge_experiment_text(flags, header.experiment_text);
  return to_experiment(flags);
}

std::vector<CellResult> sorted_cells(const StoreReader& store) {
  std::vector<CellResult> cells = store.cells();
  std::sort(cells.begin(), cells.end(), [](const CellResult& a, const CellResult& b) {
    return std::tie(a.cell.objective, a.cell.method, a.cell.seed) <
           std::tie(b.cell.objective, b.cell.method, b.cell.seed);
  });
  return cells;
}

std::vector<ObjectiveInfo> sorted_objectives(const Experiment& experiment) {
  std::vector<ObjectiveInfo> objectives;
  for (const std::string& name : experiment.objectives) {
    objectives.push_back(describe(name, make_objective(name, experiment.space)));
  }
  std::sort(objectives.begin(), objectives.end(),
            [](const ObjectiveInfo& a, const ObjectiveInfo& b) { return a.name < b.name; });
  return objectives;
}

}  // namespace

StoredResults::StoredResults(std::string store_path)
    : path(std::move(store_path)),
      store(path),
      header(store.header()),
      cells(sorted_cells(store)),
      experiment(experiment_of(path, header)),
      objectives(sorted_objectives(experiment)),
      provenances({{header.build_id, header.compiler, header.cpu, header.version, "", ""}}) {}

CellResult StoredResults::whole(std::size_t cell) const {
  CellResult result = cells[cell];
  store.read_records(result);
  const ObjectiveInfo& info = objective(result.cell);
  const Objective objective = make_objective(info.name, experiment.space);
  const PointView points = result.points;
  const std::size_t width = objective.space().size();
  for (std::size_t i = 0; i < result.records.size(); ++i) {
    Record& record = result.records[i];
    if (record.state != TrialState::completed) continue;
    record.exact =
        info.is_noisy ? objective.exact_loss(points.subspan(i * width, width)) : record.loss;
  }
  return result;
}

const ObjectiveInfo& StoredResults::objective(const Cell& cell) const {
  const auto found = std::lower_bound(
      objectives.begin(), objectives.end(), cell.objective,
      [](const ObjectiveInfo& info, const std::string& name) { return info.name < name; });
  if (found != objectives.end() && found->name == cell.objective) return *found;
  throw SpecError(fmt::format("{}: the store is damaged: a cell is of another experiment", path));
}

std::optional<std::string> unfinished_warning(const StoredResults& stored) {
  const std::size_t all = stored.experiment.methods.size() * stored.experiment.objectives.size() *
                          stored.experiment.seeds.size();
  if (stored.cells.size() == all) return std::nullopt;
  return fmt::format("{}: the run is not finished: {} of {} cells are there", stored.path,
                     stored.cells.size(), all);
}

}  // namespace sweep
