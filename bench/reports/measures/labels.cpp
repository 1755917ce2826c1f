#include "bench/reports/measures/labels.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

namespace sweep {
namespace {

constexpr std::string_view kEverything = "all";

using NameOf = std::string (*)(const DataSet&);

std::string name_of_group(const DataSet& set) { return set.group; }
std::string name_of_suite(const DataSet& set) {
  return set.suite.empty() ? "" : set.suite + " all";
}
std::string name_of_everything(const DataSet&) { return std::string(kEverything); }

// The names in the order of their first appearance; of each by dimension, then method.
std::vector<SetGroup> groups_named(std::span<const DataSet> sets, NameOf name_of) {
  std::map<std::string, std::size_t> places;
  std::map<std::tuple<std::size_t, int, std::string>, SetGroup> by_key;
  for (const DataSet& set : sets) {
    const std::string name = name_of(set);
    if (name.empty()) continue;
    const std::size_t place = places.try_emplace(name, places.size()).first->second;
    SetGroup& group = by_key[{place, set.dimension, set.title()}];
    group.name = name;
    group.dimension = set.dimension;
    group.method = set.title();
    group.sets.push_back(&set);
  }
  std::vector<SetGroup> groups;
  groups.reserve(by_key.size());
  for (auto& [key, group] : by_key) groups.push_back(std::move(group));
  return groups;
}

void add_wider(std::vector<SetGroup> wider, std::vector<SetGroup>& groups) {
  const std::size_t narrower = groups.size();
  for (SetGroup& group : wider) {
    const bool is_known =
        std::any_of(groups.begin(), groups.begin() + static_cast<std::ptrdiff_t>(narrower),
                    [&](const SetGroup& known) { return known.sets == group.sets; });
    if (!is_known) groups.push_back(std::move(group));
  }
}

}  // namespace

ReportTable table_of_sets() {
  ReportTable table;
  table.columns = {{"function", "function"}, {"method", "method"}, {"D", "dimension"}};
  table.text_columns = 2;
  return table;
}

std::vector<Shown> row_of(const DataSet& set) {
  return {shown(set.function), shown(set.title()), shown(static_cast<std::size_t>(set.dimension))};
}

Shown shown_runs(const DataSet& set) {
  const std::size_t observations = set.descents.size();
  if (set.repeats == 0) return shown(observations);
  return {fmt::format("{} of {}", observations, observations + set.repeats),
          static_cast<std::int64_t>(observations)};
}

std::vector<SetGroup> groups_of(std::span<const DataSet> sets) {
  std::vector<SetGroup> groups = groups_named(sets, name_of_group);
  add_wider(groups_named(sets, name_of_suite), groups);
  add_wider(groups_named(sets, name_of_everything), groups);
  return groups;
}

ReportTable table_of_groups() {
  ReportTable table;
  table.columns = {{"functions", "functions"}, {"method", "method"}, {"D", "dimension"}};
  table.text_columns = 2;
  return table;
}

std::vector<Shown> row_of(const SetGroup& group) {
  return {shown(group.name), shown(group.method), shown(static_cast<std::size_t>(group.dimension))};
}

std::string heading_of(double number) {
  if (number >= 1e-2 && number < 1e5) return fmt::format("{:g}", number);
  const int exponent =
      static_cast<int>(std::floor(std::log10(number) + 1e-9));  // of 1, 2, 5 * 10^k
  return fmt::format("{:.0f}e{}", number / std::pow(10.0, exponent), exponent);
}

void add_budgets(std::span<const double> budgets, ReportTable& table) {
  for (const double budget : budgets) {
    table.columns.push_back({heading_of(budget), "budgets", true});
  }
}

std::span<const DataSet> sets_with(TargetKind kind, std::span<const DataSet> sets) {
  const auto is_it = [kind](const DataSet& set) { return set.targets.kind == kind; };
  const auto first = std::find_if(sets.begin(), sets.end(), is_it);
  const auto last = std::find_if_not(first, sets.end(), is_it);
  return sets.subspan(static_cast<std::size_t>(first - sets.begin()),
                      static_cast<std::size_t>(last - first));
}

std::string meaning_of_targets(TargetKind kind) {
  switch (kind) {
    case TargetKind::precisions:
      return "";
    case TargetKind::budgets:
      return "to targets that COCO's virtual best of 2009 just missed within so many evaluations:";
    case TargetKind::fractions:
      break;
  }
  return "to losses that so many of all cells, of all methods together, reached:";
}

std::string note_on_targets(TargetKind kind) {
  switch (kind) {
    case TargetKind::precisions:
      return "targets are COCO's 51, from 1e2 to 1e-8";
    case TargetKind::budgets:
      return "targets of bbob are those that COCO's virtual best of 2009 just missed within "
             "budgets "
             "of 0.5 to 50 times the dimension";
    case TargetKind::fractions:
      break;
  }
  return "targets of what is not COCO's, or has no known optimum, are losses that fractions of all "
         "cells reached, of all methods together";
}

std::string target_heading(TargetKind kind, double place) {
  switch (kind) {
    case TargetKind::precisions:
      return heading_of(place);
    case TargetKind::budgets:
      return fmt::format("{:g} D", place);
    case TargetKind::fractions:
      break;
  }
  return fmt::format("{:.3g} %", 100 * place);
}

const char* place_key(TargetKind kind) {
  switch (kind) {
    case TargetKind::precisions:
      return "precision";
    case TargetKind::budgets:
      return "budget";
    case TargetKind::fractions:
      break;
  }
  return "fraction";
}

std::string cost_text(double seconds) {
  struct Unit {
    double seconds;
    const char* name;
  };
  constexpr Unit kUnits[] = {{3600, "h"}, {60, "min"}, {1, "s"}, {1e-3, "ms"}, {1e-6, "us"}};
  if (seconds == 0) return "0 s";
  for (const Unit& unit : kUnits) {
    if (seconds >= 0.9995 * unit.seconds) {
      return fmt::format("{:.3g} {}", seconds / unit.seconds, unit.name);
    }
  }
  return fmt::format("{:.3g} ns", seconds * 1e9);
}

std::string short_text(double number) {
  const bool is_whole = number >= 100 && number < 1e6;
  return is_whole ? fmt::format("{:.0f}", number) : fmt::format("{:.3g}", number);
}

Shown shown_at(const char* at_key, double at, const char* value_key, double number) {
  return {shown(number).text, Map{{at_key, at}, {value_key, number}}};
}

}  // namespace sweep
