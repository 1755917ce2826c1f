#include "bench/cli/points.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "algorithms/config/configuration.hpp"
#include "algorithms/space/error.hpp"
#include "algorithms/space/names.hpp"

namespace sweep {
namespace {

// Functions may be looked at outside their domain, but a category is one of those there are.
bool is_usable(const Distribution& distribution, double x) {
  const Kind type = kind(distribution);
  if (type == Kind::category || type == Kind::constant) return contains(distribution, x);
  return std::isfinite(x);
}

std::string parameter_names(const SearchSpace& space) {
  std::string names;
  for (const Parameter& parameter : space) names += (names.empty() ? "" : ", ") + parameter.name;
  return names;
}

Point row_point(const List& row, const SearchSpace& space) {
  if (row.size() != space.size()) {
    throw SpecError(fmt::format("{} values for the {} parameters {}", row.size(), space.size(),
                                parameter_names(space)));
  }
  Point point;
  for (std::size_t i = 0; i < row.size(); ++i) {
    point.values.push_back(number(row[i]));
    if (is_usable(space[i].distribution, point.values[i])) continue;
    const bool is_listed = kind(space[i].distribution) == Kind::category;
    throw SpecError(fmt::format("{}: {} is no {}", space[i].name, to_json(row[i]),
                                is_listed ? "index of a category" : "finite number"));
  }
  return point;
}

Point configuration_point(const Map& configuration, const SearchSpace& space) {
  std::vector<std::string_view> known;
  for (const Parameter& parameter : space) {
    known.push_back(std::string_view(parameter.name).substr(0, parameter.name.find('/')));
  }
  for (const Entry& entry : configuration) {
    const auto* name = entry.key.as<std::string>();
    const bool is_known = name && std::find(known.begin(), known.end(), *name) != known.end();
    if (!is_known) throw SpecError(unknown_name("parameter", name ? *name : "", known));
  }
  std::optional<Point> point = from_configuration(space, configuration);
  if (point) return *std::move(point);
  throw SpecError("a parameter is missing, or has a value that it cannot take; there are " +
                  parameter_names(space));
}

Point point_of(const Value& entry, const SearchSpace& space) {
  if (const auto* row = entry.as<List>()) return row_point(*row, space);
  if (const auto* configuration = entry.as<Map>())
    return configuration_point(*configuration, space);
  throw SpecError("expected a row of numbers or a configuration");
}

}  // namespace

std::vector<Point> read_points(const Node& list, const SearchSpace& space) {
  const Value value = to_value(list);
  const auto* entries = value.as<List>();
  if (!entries) throw SpecError("--at: expected a list of points, as in [[1, 2], [3, 4]]");
  std::vector<Point> points;
  for (const Value& entry : *entries) {
    try {
      points.push_back(point_of(entry, space));
    } catch (const SpecError& error) {
      throw SpecError(
          fmt::format("--at: entry {}, {}: {}", points.size() + 1, to_json(entry), error.what()));
    }
  }
  return points;
}

}  // namespace sweep
