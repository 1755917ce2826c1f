#include "bench/session/follow_stores.hpp"

#include <time.h>

#include <algorithm>
#include <utility>

#include "bench/run/stopwatch.hpp"

namespace sweep {
namespace {

constexpr double kPauseOfLook = 4;
constexpr double kSliceSeconds = 0.2;  // a signal may come just before a sleep begins

void wait(double seconds, const std::atomic<bool>& stop) {
  const Stopwatch since;
  for (double left = seconds; left > 0 && !stop; left = seconds - since.seconds()) {
    const timespec slice = {0, static_cast<long>(std::min(left, kSliceSeconds) * 1e9)};
    ::nanosleep(&slice, nullptr);
  }
}

// Nothing while a run is creating one of the stores.
std::optional<std::vector<StoredResults>> stores_now(const std::vector<std::string>& paths) {
  try {
    return opened_stores(paths);
  } catch (const StoreBusy&) {
    return std::nullopt;
  }
}

bool have_cells(std::span<const StoredResults> stores) {
  return std::none_of(stores.begin(), stores.end(),
                      [](const StoredResults& stored) { return stored.cells.empty(); });
}

enum class Seen { busy, live, at_rest };

// Shows the stores if there is anything to be shown.
Seen look(const std::vector<std::string>& paths, double seconds, const ShowStores& show) {
  const auto stores = stores_now(paths);
  if (!stores) return Seen::busy;
  auto runs = runs_under_way(*stores);
  if (runs) runs->seconds = seconds;
  if (!runs || have_cells(*stores)) show(*stores, runs);
  return runs ? Seen::live : Seen::at_rest;
}

}  // namespace

std::optional<RunsUnderWay> runs_under_way(std::span<const StoredResults> stores) {
  RunsUnderWay runs;
  bool is_live = false;
  for (const StoredResults& stored : stores) {
    is_live = is_live || stored.store.is_live();
    runs.finished += stored.cells.size();
    runs.cells += stored.header.cells.value_or(stored.cells.size() + stored.broken.size());
  }
  return is_live ? std::optional(runs) : std::nullopt;
}

Followed follow_stores(const std::vector<std::string>& paths, const std::atomic<bool>& stop,
                       const FollowedBy& by, double least_seconds) {
  double pause_seconds = least_seconds;
  bool was_busy = false;
  for (bool was_live = false;; was_live = true) {
    const Stopwatch since;
    const Seen seen = look(paths, pause_seconds, by.show);
    if (seen == Seen::at_rest) return was_live ? Followed::to_the_end : Followed::nobody_wrote;
    if (seen == Seen::busy && !std::exchange(was_busy, true)) by.wait_for_store();
    pause_seconds = std::max(least_seconds, kPauseOfLook * since.seconds());
    wait(pause_seconds, stop);
    if (stop) return Followed::interrupted;
  }
}

}  // namespace sweep
