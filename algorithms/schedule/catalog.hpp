#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "algorithms/schedule/scheduler.hpp"
#include "algorithms/text/options.hpp"

namespace sweep {

/// A scheduler as the catalogue knows it.
struct SchedulerRow {
  std::string_view name;
  std::string_view summary;
  std::string_view source;
  std::vector<OptionRow> (*options)();
  Scheduler (*make)(const ScheduleTask&, const Settings&);
  void (*check)(const Settings&);  // throws SpecError for what no task could make good
};

/// Every scheduler there is, sorted by name. Names are stable: they key streams and results.
std::span<const SchedulerRow> scheduler_catalog();

/// nullptr if there is none of this name.
const SchedulerRow* find_scheduler(std::string_view name);

/// Throws SpecError for an unknown name or a bad setting.
Scheduler make_scheduler(std::string_view name, const ScheduleTask& task, const Settings& settings);

}  // namespace sweep
