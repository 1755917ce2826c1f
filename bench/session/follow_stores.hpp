#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "bench/session/stored_results.hpp"

namespace sweep {

/// How far runs are that are writing stores.
struct RunsUnderWay {
  std::size_t finished = 0;  // cells, of all stores
  std::size_t cells = 0;     // that there will be
  double seconds = 0;        // until the stores are looked at again
};

/// The runs that write any of the stores; nothing if nobody does.
std::optional<RunsUnderWay> runs_under_way(std::span<const StoredResults> stores);

/// Shows stores as they are at one moment, and the runs that are writing them.
using ShowStores =
    std::function<void(std::span<const StoredResults>, const std::optional<RunsUnderWay>&)>;

/// What following tells: stores to show; and that one cannot be read yet, once.
struct FollowedBy {
  ShowStores show;
  std::function<void()> wait_for_store;
};

/// How following ended: the runs did; nobody was writing any store; it was stopped.
enum class Followed { to_the_end, nobody_wrote, interrupted };

inline constexpr double kSecondsBetweenLooks = 3;

/// Shows stores again and again for as long as a run is writing one of them, and once more when all
/// have ended, however they ended. It waits for stores that a run has just begun and that have no
/// cell. Between two looks it waits so many seconds, or four times as long as the look took if that
/// is more, so that it never has more than a fifth of a core, which the runs may want. Returns as
/// soon as `stop` is true and nothing is being shown. Throws as StoredResults and `by` do.
Followed follow_stores(const std::vector<std::string>& paths, const std::atomic<bool>& stop,
                       const FollowedBy& by, double least_seconds = kSecondsBetweenLooks);

}  // namespace sweep
