#include "bench/cli/stored_results.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "bench/experiment/parse_experiment.hpp"
#include "bench/terminal/output.hpp"

namespace sweep {
namespace {

std::vector<CellResult> sorted_cells(const StoreReader& store) {
  std::vector<CellResult> cells = store.cells();
  std::sort(cells.begin(), cells.end(), [](const CellResult& a, const CellResult& b) {
    return std::tie(a.cell.objective, a.cell.method, a.cell.seed) <
           std::tie(b.cell.objective, b.cell.method, b.cell.seed);
  });
  return cells;
}

}  // namespace

StoredResults::StoredResults(std::string store_path)
    : path(std::move(store_path)),
      store(path),
      header(store.header()),
      cells(sorted_cells(store)),
      experiment(parse_experiment(header.experiment_text, path).experiment) {}

CellResult StoredResults::whole(std::size_t cell) const {
  CellResult result = cells[cell];
  store.read_records(result);
  return result;
}

void warn_if_unfinished(const StoredResults& stored) {
  const Experiment& experiment = stored.experiment;
  const std::size_t all =
      experiment.methods.size() * experiment.objectives.size() * experiment.seeds.size();
  if (stored.cells.size() == all) return;
  print_warning(fmt::format("{}: the run is not finished: {} of {} cells are there", stored.path,
                            stored.cells.size(), all));
}

}  // namespace sweep
