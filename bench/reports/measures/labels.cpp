#include "bench/reports/measures/labels.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <tuple>

namespace sweep {
namespace {

constexpr std::string_view kEverything = "all";

using NameOf = std::string (*)(const DataSet&);

std::string name_of_group(const DataSet& set) { return set.group; }
std::string name_of_suite(const DataSet& set) {
  return set.suite.empty() ? "" : set.suite + " all";
}
std::string name_of_everything(const DataSet&) { return std::string(kEverything); }

// Those of one name stand together, in the order of their first appearance.
std::vector<SetGroup> groups_named(std::span<const DataSet> sets, NameOf name_of) {
  std::vector<SetGroup> groups;
  std::map<std::tuple<std::string, int, std::string_view>, std::size_t> places;
  for (const DataSet& set : sets) {
    const std::string name = name_of(set);
    if (name.empty()) continue;
    const auto place = places.try_emplace({name, set.dimension, set.method}, groups.size());
    if (place.second) groups.push_back({name, set.dimension, set.method, {}});
    groups[place.first->second].sets.push_back(&set);
  }
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

MeasureTable table_of(const char* rows) {
  MeasureTable table;
  table.columns = {{rows, rows}, {"method", "method"}, {"D", "dimension"}};
  table.text_columns = 2;
  return table;
}

}  // namespace

MeasureTable table_of_sets() { return table_of("function"); }

std::vector<Shown> row_of(const DataSet& set) {
  return {shown(set.function), shown(set.method), shown(static_cast<std::size_t>(set.dimension))};
}

std::vector<SetGroup> groups_of(std::span<const DataSet> sets) {
  std::vector<SetGroup> groups = groups_named(sets, name_of_group);
  add_wider(groups_named(sets, name_of_suite), groups);
  add_wider(groups_named(sets, name_of_everything), groups);
  return groups;
}

MeasureTable table_of_groups() { return table_of("functions"); }

std::vector<Shown> row_of(const SetGroup& group) {
  return {shown(group.name), shown(group.method), shown(static_cast<std::size_t>(group.dimension))};
}

std::string heading_of(double number) {
  if (number >= 1e-2 && number < 1e5) return fmt::format("{:g}", number);
  const int exponent =
      static_cast<int>(std::floor(std::log10(number) + 1e-9));  // of 1, 2, 5 * 10^k
  return fmt::format("{:.0f}e{}", number / std::pow(10.0, exponent), exponent);
}

std::string short_text(double number) {
  const bool is_whole = number >= 100 && number < 1e6;
  return is_whole ? fmt::format("{:.0f}", number) : fmt::format("{:.3g}", number);
}

Shown shown_at(const char* at_key, double at, const char* value_key, double number) {
  return {shown(number).text, Map{{at_key, at}, {value_key, number}}};
}

}  // namespace sweep
