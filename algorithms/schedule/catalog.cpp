#include "algorithms/schedule/catalog.hpp"

#include "algorithms/schedule/asha.hpp"
#include "algorithms/schedule/hyperband.hpp"
#include "algorithms/schedule/median.hpp"
#include "algorithms/schedule/none.hpp"
#include "algorithms/schedule/patience.hpp"
#include "algorithms/schedule/percentile.hpp"
#include "algorithms/schedule/sha.hpp"
#include "algorithms/schedule/threshold.hpp"
#include "algorithms/schedule/wandb_hyperband.hpp"
#include "algorithms/text/error.hpp"
#include "algorithms/text/names.hpp"

namespace sweep {
namespace {

template <class S>
constexpr SchedulerRow entry() {
  return {S::kName, S::kSummary, S::kSource, option_table<typename S::Options>,
          [](const ScheduleTask& task, const Settings& settings) -> Scheduler {
            return S(task, parse_options<typename S::Options>(settings, S::kName));
          }};
}

constexpr SchedulerRow kCatalog[] = {
    entry<Asha>(),        entry<Hyperband>(), entry<Median>(),
    entry<NoScheduler>(), entry<Patience>(),  entry<Percentile>(),
    entry<Sha>(),         entry<Threshold>(), entry<WandbHyperband>(),
};

}  // namespace

std::span<const SchedulerRow> scheduler_catalog() { return kCatalog; }

Scheduler make_scheduler(std::string_view name, const ScheduleTask& task,
                         const Settings& settings) {
  std::vector<std::string_view> known;
  for (const SchedulerRow& row : kCatalog) {
    if (row.name == name) return row.make(task, settings);
    known.push_back(row.name);
  }
  throw SpecError(unknown_name("scheduler", name, known));
}

}  // namespace sweep
