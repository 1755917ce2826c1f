#include "bench/session/stored_results.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "algorithms/text/error.hpp"
#include "bench/session/store_upgrade.hpp"

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

std::vector<ObjectiveInfo> sorted_objectives(const StoreReader& store) {
  std::vector<ObjectiveInfo> objectives = store.objectives();
  std::sort(objectives.begin(), objectives.end(),
            [](const ObjectiveInfo& a, const ObjectiveInfo& b) { return a.name < b.name; });
  return objectives;
}

}  // namespace

StoredResults::StoredResults(std::string store_path)
    : path(std::move(store_path)),
      store(path, kStoreWaitMs, store_upgrade),
      header(store.header()),
      cells(sorted_cells(store)),
      objectives(sorted_objectives(store)),
      provenances(store.provenances()) {}

CellResult StoredResults::whole(std::size_t cell) const {
  CellResult result = cells[cell];
  store.read_records(result);
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
  const std::optional<std::uint64_t> all = stored.header.cells;
  if (!all || stored.cells.size() == *all) return std::nullopt;
  return fmt::format("{}: the run is not finished: {} of {} cells are there", stored.path,
                     stored.cells.size(), *all);
}

}  // namespace sweep
