#include "bench/plan/plan_grid.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "algorithms/schedule/catalog.hpp"
#include "algorithms/text/error.hpp"
#include "algorithms/text/named_options.hpp"
#include "algorithms/text/names.hpp"
#include "bench/experiment/method.hpp"

namespace sweep {
namespace {

constexpr std::string_view kNone = "none";

template <class T>
void add_once(T item, std::vector<T>& items) {
  if (std::find(items.begin(), items.end(), item) == items.end()) items.push_back(std::move(item));
}

bool takes(const SchedulerRow& row, std::string_view option) {
  const std::vector<OptionRow> options = row.options();
  return std::any_of(options.begin(), options.end(),
                     [&](const OptionRow& one) { return one.name == option; });
}

const SchedulerRow& row_of(const NamedOptions& named) {
  if (const SchedulerRow* const row = find_scheduler(named.name)) return *row;
  std::vector<std::string_view> names;
  for (const SchedulerRow& row : scheduler_catalog()) names.push_back(row.name);
  throw SpecError(unknown_name("scheduler", named.name, names));
}

std::vector<NamedOptions> crossed(const std::vector<NamedOptions>& all, std::string_view option,
                                  const std::vector<std::string>& values) {
  std::vector<NamedOptions> result;
  for (const NamedOptions& named : all) {
    // Bands are counted by one of the two.
    const bool has_last = option == "min_iter" && named.options.contains("max_iter");
    const bool is_given = has_last || named.options.contains(std::string(option));
    if (values.empty() || is_given || !takes(row_of(named), option)) {
      result.push_back(named);
      continue;
    }
    for (const std::string& value : values) {
      result.push_back(named);
      result.back().options.emplace(option, value);
    }
  }
  return result;
}

void expect_takers(const std::vector<NamedOptions>& all, const char* flag,
                   std::initializer_list<std::string_view> options) {
  for (const NamedOptions& named : all) {
    for (const std::string_view option : options) {
      if (takes(row_of(named), option)) return;
    }
  }
  throw SpecError(fmt::format("{}: none of these schedulers has an option {}", flag,
                              fmt::join(options, " or ")));
}

}  // namespace

std::string PlanChoice::method() const {
  return scheduler == kNone ? searcher : searcher + "+" + scheduler;
}

std::string PlanChoice::text() const {
  return fmt::format("{}, {} run{} on {} worker{}", method(), runs, runs == 1 ? "" : "s", workers,
                     workers == 1 ? "" : "s");
}

std::vector<PlanChoice> choices_of(const PlanGrid& grid) {
  std::vector<PlanChoice> choices;
  for (const std::uint64_t runs : grid.runs) {
    for (const std::uint64_t workers : grid.workers) {
      for (const std::string& searcher : grid.searchers) {
        for (const std::string& scheduler : grid.schedulers) {
          add_once(PlanChoice{searcher, scheduler, runs, workers}, choices);
        }
      }
    }
  }
  return choices;
}

void check_searchers(const PlanGrid& grid) {
  for (const std::string& searcher : grid.searchers) {
    if (parse_method(searcher, {}).scheduler.name == kNone) continue;
    throw SpecError(fmt::format(
        "--method {}: expected searchers; what stops runs early goes to --scheduler", searcher));
  }
}

std::vector<std::string> crossed_schedulers(const std::vector<std::string>& schedulers,
                                            const std::vector<std::string>& etas,
                                            const std::vector<std::string>& first_steps) {
  std::vector<NamedOptions> all;
  for (const std::string& text : schedulers) {
    all.push_back(parse_named_options(text, "scheduler"));
    row_of(all.back()).check(all.back().options);
  }
  if (!etas.empty()) expect_takers(all, "--eta", {"eta"});
  if (!first_steps.empty()) expect_takers(all, "--min-iter", {"min_iter", "min_step"});
  all = crossed(all, "eta", etas);
  all = crossed(all, "min_iter", first_steps);
  all = crossed(all, "min_step", first_steps);
  std::vector<std::string> texts;
  for (const NamedOptions& named : all) {
    row_of(named).check(named.options);
    add_once(to_text(named), texts);
  }
  return texts;
}

}  // namespace sweep
