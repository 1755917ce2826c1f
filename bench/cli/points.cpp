#include "bench/cli/points.hpp"

#include <fmt/format.h>

#include <cmath>

#include "algorithms/config/configuration.hpp"
#include "algorithms/space/error.hpp"

namespace sweep {
namespace {

// Functions may be looked at outside their domain, but a category is one of those there are.
bool is_usable(const Distribution& distribution, double x) {
  const Kind type = kind(distribution);
  if (type == Kind::category || type == Kind::constant) return contains(distribution, x);
  return std::isfinite(x);
}

std::optional<Point> row_point(const List& row, const SearchSpace& space) {
  if (row.size() != space.size()) return std::nullopt;
  Point point;
  for (std::size_t i = 0; i < row.size(); ++i) {
    point.values.push_back(number(row[i]));
    if (!is_usable(space[i].distribution, point.values[i])) return std::nullopt;
  }
  return point;
}

std::optional<Point> point_of(const Value& entry, const SearchSpace& space) {
  if (const auto* row = entry.as<List>()) return row_point(*row, space);
  return entry.as<Map>() ? from_configuration(space, entry) : std::nullopt;
}

std::string parameter_names(const SearchSpace& space) {
  std::string names;
  for (const Parameter& parameter : space) names += (names.empty() ? "" : ", ") + parameter.name;
  return names;
}

}  // namespace

std::vector<Point> read_points(const Node& list, const SearchSpace& space) {
  const Value value = to_value(list);
  const auto* entries = value.as<List>();
  if (!entries) throw SpecError("--at: expected a list of points, as in [[1, 2], [3, 4]]");
  std::vector<Point> points;
  for (const Value& entry : *entries) {
    std::optional<Point> point = point_of(entry, space);
    if (!point) {
      throw SpecError(fmt::format("--at: entry {}: {} is no point of the space of {}",
                                  points.size(), to_json(entry), parameter_names(space)));
    }
    points.push_back(*std::move(point));
  }
  return points;
}

}  // namespace sweep
