#include "bench/session/stored_results.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "algorithms/text/error.hpp"
#include "bench/results/broken_cells.hpp"
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

// "2 of 12 cells broke (bayes on hpo6: ...); the same `run` command runs them again".
std::string broken_text(std::span<const CellResult> broken, std::size_t all) {
  std::string names;
  for (const BrokenCells& one : broken_cells(broken)) {
    names += (names.empty() ? "" : "; ") + to_text(one);
  }
  return fmt::format("{} of {} cells broke ({}); the same `run` command runs them again",
                     broken.size(), all, names);
}

}  // namespace

StoredResults::StoredResults(std::string store_path)
    : path(std::move(store_path)),
      store(path, kStoreWaitMs, store_upgrade),
      header(store.header()),
      cells(sorted_cells(store)),
      objectives(sorted_objectives(store)),
      provenances(store.provenances()) {
  const auto first = std::stable_partition(
      cells.begin(), cells.end(), [](const CellResult& cell) { return cell.failure.empty(); });
  broken.assign(std::move_iterator(first), std::move_iterator(cells.end()));
  cells.erase(first, cells.end());
}

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

std::vector<StoredResults> opened_stores(const std::vector<std::string>& paths) {
  std::vector<StoredResults> stores;
  stores.reserve(paths.size());
  for (const std::string& path : paths) stores.emplace_back(path);
  return stores;
}

std::optional<std::string> unfinished_warning(const StoredResults& stored) {
  const std::size_t over = stored.cells.size() + stored.broken.size();
  const std::size_t all = stored.header.cells.value_or(over);
  std::vector<std::string> said;
  if (over < all) {
    said.push_back(fmt::format("the run is {}: {} of {} cells are there",
                               stored.store.is_live() ? "still going" : "not finished",
                               stored.cells.size(), all));
  }
  if (!stored.broken.empty()) said.push_back(broken_text(stored.broken, all));
  if (said.empty()) return std::nullopt;
  return fmt::format("{}: {}", stored.path, fmt::join(said, "; "));
}

}  // namespace sweep
