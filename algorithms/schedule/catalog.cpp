#include "algorithms/schedule/catalog.hpp"

#include <array>

#include "algorithms/schedule/asha.hpp"
#include "algorithms/schedule/checked_asha.hpp"
#include "algorithms/schedule/fresh_rungs.hpp"
#include "algorithms/schedule/hyperband.hpp"
#include "algorithms/schedule/median.hpp"
#include "algorithms/schedule/none.hpp"
#include "algorithms/schedule/pasha.hpp"
#include "algorithms/schedule/patience.hpp"
#include "algorithms/schedule/percentile.hpp"
#include "algorithms/schedule/sha.hpp"
#include "algorithms/schedule/threshold.hpp"
#include "algorithms/schedule/wandb_hyperband.hpp"
#include "algorithms/text/catalog.hpp"

namespace sweep {
namespace {

template <class S>
constexpr SchedulerRow entry() {
  static_assert(PluginOf<S, ScheduleTask> && SchedulerLike<S>,
                "a scheduler is a class S with: constexpr std::string_view kName, kSummary, "
                "kSource; struct Options with a static fields(); S(const ScheduleTask&, const "
                "Options&); Order next(std::optional<TrialId>); Decision report(TrialId, int step, "
                "double loss); void ended(TrialId, TrialState)");
  if constexpr (PluginOf<S, ScheduleTask> && SchedulerLike<S>) {
    return {S::kName,
            S::kSummary,
            S::kSource,
            option_table<typename S::Options>,
            [](const ScheduleTask& task, const Settings& settings) -> Scheduler {
              return S(task, parse_options<typename S::Options>(settings, S::kName));
            },
            [](const Settings& settings) {
              static_cast<void>(parse_options<typename S::Options>(settings, S::kName));
            }};
  } else {
    return {};
  }
}

constexpr auto kCatalog = sorted_by_name(std::array{
    entry<Asha>(),
    entry<CheckedAsha>(),
    entry<FreshRungs>(),
    entry<Hyperband>(),
    entry<Median>(),
    entry<NoScheduler>(),
    entry<Pasha>(),
    entry<Patience>(),
    entry<Percentile>(),
    entry<Sha>(),
    entry<Threshold>(),
    entry<WandbHyperband>(),
});

}  // namespace

std::span<const SchedulerRow> scheduler_catalog() { return kCatalog; }

const SchedulerRow* find_scheduler(std::string_view name) { return find_row(kCatalog, name); }

Scheduler make_scheduler(std::string_view name, const ScheduleTask& task,
                         const Settings& settings) {
  return row_named(kCatalog, "scheduler", name).make(task, settings);
}

}  // namespace sweep
