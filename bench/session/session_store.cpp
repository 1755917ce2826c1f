#include "bench/session/session_store.hpp"

#include <fmt/format.h>

#include <utility>
#include <vector>

#include "algorithms/text/error.hpp"
#include "bench/results/digest.hpp"

namespace sweep {
namespace {

std::size_t place_of(const Cell& cell, const std::string& path,
                     const PreparedExperiment& prepared) {
  if (const auto index = prepared.index_of(cell)) return *index;
  throw SpecError(
      fmt::format("{}: the store is damaged: its cell {}, {}, seed {} is not of this experiment",
                  path, cell.method, cell.objective, cell.seed));
}

}  // namespace

std::string experiment_hash(const Experiment& experiment) {
  return to_hex(digest_of(text_of_results(experiment)));
}

void take_stored(const Store& store, const std::string& path, const PreparedExperiment& prepared,
                 const Provenance& own, SessionResults& results) {
  const std::vector<Provenance> provenances = store.provenances();
  for (CellResult& result : store.finished()) {
    const std::size_t place = place_of(result.cell, path, prepared);
    if (!result.failure.empty()) continue;
    if (!provenances[result.provenance].is_same_machine_code(own)) results.add_foreign();
    store.read_records(result);  // refuses what was changed, as reports do
    if (!result.is_plain()) result.trajectory = improvements(result);
    results.put(place, std::move(result));
  }
}

}  // namespace sweep
