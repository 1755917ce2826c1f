#include "bench/session/session.hpp"

#include <optional>
#include <utility>
#include <vector>

#include "bench/run/runner.hpp"
#include "bench/session/session_store.hpp"

namespace sweep {

SessionResults run_session(const PreparedExperiment& prepared, const SessionTask& task,
                           const std::atomic<bool>& stop, SessionObserver& observer) {
  SessionResults results(prepared.cells().size());
  std::optional<Store> store;
  if (!task.out.empty()) {
    store = open_store(prepared, task.out);
    take_stored(*store, task.out, prepared, results);
  }
  const std::vector<std::size_t> missing = results.missing();
  observer.begin(missing.size());
  const auto ended = [&](std::size_t index, CellResult&& result) {
    if (store && !store->append(result, stop)) return;
    results.put(index, std::move(result));
    observer.cell_ended();
  };
  run_cells(prepared, missing, task.threads, stop, ended);
  if (stop && store) store->keep_journal();
  return results;
}

}  // namespace sweep
