#include "bench/experiment/points.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "algorithms/config/configuration.hpp"
#include "algorithms/config/point_reader.hpp"
#include "algorithms/text/error.hpp"
#include "algorithms/text/excerpt.hpp"
#include "algorithms/text/names.hpp"
#include "objectives/tables/cell_value.hpp"

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

// Names the one that keeps a configuration from being a point, and what it may be.
[[noreturn]] void refuse_parameter(const Map& configuration, const SearchSpace& space) {
  for (const Parameter& parameter : space) {
    const SearchSpace alone({parameter}, space.behaviour());
    if (from_configuration(alone, configuration)) continue;
    const Value* value = find_parameter(configuration, parameter.name, space.behaviour());
    throw SpecError(fmt::format("{}: expected {}, {}", parameter.name,
                                allowed_values(parameter.distribution),
                                value ? "got " + excerpt(to_json(*value)) : "and it is missing"));
  }
  throw SpecError("a parameter has a value that it cannot take; there are " +
                  parameter_names(space));
}

std::string with(std::string name, char from, char to) {
  std::replace(name.begin(), name.end(), from, to);
  return name;
}

/// Reads configurations as a user writes them: {"x": 1} for {"x": {"value": 1}}, and a nested
/// parameter inside its parent or under its joined name, `model/lr` or `model.lr`.
class ConfigurationReader {
 public:
  explicit ConfigurationReader(const SearchSpace& space) : space_(space), reader_(space) {
    for (const Parameter& parameter : space) {
      for (const std::string& spelling :
           {parameter.name, with(parameter.name, '/', '.'), with(parameter.name, '.', '/'),
            parameter.name.substr(0, parameter.name.find('/')),
            parameter.name.substr(0, parameter.name.find('.'))}) {
        known_.insert(spelling);
      }
    }
  }

  [[nodiscard]] Point point(const Map& configuration) const {
    for (const Entry& entry : configuration) {
      const auto* name = entry.key.as<std::string>();
      if (!name || !known_.contains(*name)) refuse_name(name ? *name : "");
    }
    const Map given = reader_.as_wandb_has_it(configuration);
    std::optional<Point> point = reader_.point(given);
    if (point) return *std::move(point);
    refuse_parameter(given, space_);
  }

 private:
  [[noreturn]] void refuse_name(std::string_view name) const {
    std::vector<std::string_view> names;
    for (const Parameter& parameter : space_) names.push_back(parameter.name);
    throw SpecError(unknown_name("parameter", name, names));
  }

  const SearchSpace& space_;
  PointReader reader_;
  std::set<std::string> known_;  // the names that an entry may have
};

// Each entry of the list by `row` or `configuration`; errors say which one it was.
template <class Row, class Configuration>
auto read_list(const Node& list, Row row, Configuration configuration) {
  const Value value = to_value(list);
  const auto* entries = value.as<List>();
  if (!entries) throw SpecError("--at: expected a list of points, as in [[0.1, 0.2], [0.3, 0.4]]");
  std::vector<decltype(row(List()))> points;
  for (const Value& entry : *entries) {
    try {
      if (const auto* numbers = entry.as<List>()) {
        points.push_back(row(*numbers));
      } else if (const auto* map = entry.as<Map>()) {
        points.push_back(configuration(*map));
      } else {
        throw SpecError("expected a row of numbers or a configuration");
      }
    } catch (const SpecError& error) {
      throw SpecError(
          fmt::format("--at: entry {}, {}: {}", points.size() + 1, to_json(entry), error.what()));
    }
  }
  return points;
}

std::vector<std::string> searched_names(const SearchSpace& space) {
  std::vector<std::string> names;
  for (const Parameter& parameter : space) {
    if (kind(parameter.distribution) != Kind::constant) names.push_back(parameter.name);
  }
  return names;
}

std::vector<double> unit_row(const List& row, const std::vector<std::string>& names) {
  if (row.size() != names.size()) {
    throw SpecError(fmt::format("{} coordinates for the {} parameters {}", row.size(), names.size(),
                                fmt::join(names, ", ")));
  }
  std::vector<double> units;
  for (const Value& entry : row) {
    units.push_back(number(entry));
    if (units.back() >= 0 && units.back() <= 1) continue;
    throw SpecError(fmt::format("{}: expected a coordinate in [0, 1], got {}",
                                names[units.size() - 1], to_json(entry)));
  }
  return units;
}

}  // namespace

std::vector<Point> read_points(const Node& list, const SearchSpace& space) {
  const ConfigurationReader configurations(space);
  return read_list(
      list, [&](const List& row) { return row_point(row, space); },
      [&](const Map& map) { return configurations.point(map); });
}

std::vector<std::vector<double>> read_unit_rows(
    const Node& list, const SearchSpace& space,
    const std::function<std::vector<double>(const Point&)>& row_of) {
  const std::vector<std::string> names = searched_names(space);
  const ConfigurationReader configurations(space);
  return read_list(
      list, [&](const List& row) { return unit_row(row, names); },
      [&](const Map& map) { return row_of(configurations.point(map)); });
}

}  // namespace sweep
