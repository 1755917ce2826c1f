#include "bench/session/session.hpp"

#include <optional>
#include <utility>
#include <vector>

#include "bench/run/runner.hpp"
#include "bench/session/session_store.hpp"
#include "bench/session/store_contents.hpp"
#include "bench/session/store_upgrade.hpp"

namespace sweep {
namespace {

void end(Store store, const std::atomic<bool>& stop) {
  if (!stop) return std::move(store).close();
  store.check_is_there();
  store.keep_journal();
}

}  // namespace

SessionResults run_session(const PreparedExperiment& prepared, const SessionTask& task,
                           const std::atomic<bool>& stop, CellObserver& observer) {
  SessionResults results(prepared.cells().size());
  std::optional<Store> store;
  if (!task.out.empty()) {
    const StoreContents contents = store_contents(prepared);
    store = Store::open(task.out, contents, {.builds = task.builds, .upgrade = store_upgrade});
    take_stored(*store, task.out, prepared, contents.provenance, results);
  }
  const std::vector<std::size_t> missing = results.missing();
  const Experiment& experiment = prepared.experiment();
  CellWatch* const watch =
      observer.watch({missing, experiment.seeds.size(), experiment.methods.size(), task.threads});
  observer.begin(missing.size());
  const auto ended = [&](std::size_t index, CellResult&& result) {
    if (store && !store->append(result, stop)) return;
    results.put(index, std::move(result));
    observer.cell_ended();
  };
  run_cells(prepared, missing, task.threads, stop, ended, watch);
  if (store) end(*std::move(store), stop);
  return results;
}

}  // namespace sweep
