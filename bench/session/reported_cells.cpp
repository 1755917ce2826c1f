#include "bench/session/reported_cells.hpp"

#include <cstddef>
#include <deque>
#include <utility>

#include "algorithms/text/error.hpp"

namespace sweep {
namespace {

void require_finished_cells(const StoredResults& stored) {
  if (!stored.cells.empty()) return;
  if (stored.store.is_live()) {
    throw SpecError(stored.path +
                    ": the run is still going, and none of its cells has finished yet");
  }
  throw SpecError(
      stored.path + ": the store has no finished cell" +
      (stored.broken.empty() ? "" : ": all broke; the same `run` command runs them again"));
}

/// The cells of all stores in a row, each with its place in its store.
struct Row {
  std::vector<CellSource> sources;
  std::vector<std::pair<const StoredResults*, std::size_t>> places;

  void add(const StoredResults& stored) {
    for (std::size_t i = 0; i < stored.cells.size(); ++i) {
      const CellResult& result = stored.cells[i];
      sources.push_back({&result, &stored.objective(result.cell),
                         &stored.provenances.at(result.provenance), stored.header.record,
                         stored.path});
      places.emplace_back(&stored, i);
    }
  }
};

}  // namespace

ReportedCells reported_cells(std::span<const StoredResults> stores) {
  ReportedCells reported;
  Row row;
  std::deque<ManyReads> reads;
  for (const StoredResults& stored : stores) {
    require_finished_cells(stored);
    reads.emplace_back(stored.store);
    if (auto warning = unfinished_warning(stored)) reported.warnings.push_back(*std::move(warning));
    row.add(stored);
  }
  reported.set = keyed_cells(
      row.sources, [&](std::size_t i) { return row.places[i].first->whole(row.places[i].second); });
  return reported;
}

ReportedCells reported_cells(const std::vector<std::string>& paths) {
  return reported_cells(opened_stores(paths));
}

}  // namespace sweep
