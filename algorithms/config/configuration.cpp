#include "algorithms/config/configuration.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "algorithms/config/point_reader.hpp"
#include "algorithms/text/error.hpp"

namespace sweep {
namespace {

/// The first part of "model/lr", and the rest.
std::pair<std::string_view, std::string_view> split(std::string_view path) {
  const std::size_t slash = std::min(path.find('/'), path.size());
  return {path.substr(0, slash), path.substr(std::min(slash + 1, path.size()))};
}

/// The map's value under `key`, made null if there is none. Children of one parent follow each
/// other in a space, so only the last entry can be the one.
Value& value_under(Map& map, std::string_view key) {
  const auto* last = map.empty() ? nullptr : map.back().key.as<std::string>();
  if (!last || *last != key) map.push_back({Value(std::string(key)), Value()});
  return map.back().value;
}

Map& as_map(Value& value) {
  if (!value.as<Map>()) value = Map{};
  return std::get<Map>(value.data);
}

/// Stands for a nested entry that is no mapping: a TypeError as W&B; corrected (quirk 43), the run
/// is as good as absent.
const Value* no_map(std::string_view name, Behaviour behaviour) {
  if (behaviour == Behaviour::corrected) return nullptr;
  throw SpecError(
      fmt::format("the configuration of a run has something that is no map on the way "
                  "to parameter {}",
                  name));
}

/// The "value" in the entry of a top-level name.
const Value* unwrap(const Value& entry, std::string_view name, Behaviour behaviour) {
  const Map* map = entry.as<Map>();
  if (!map && behaviour == Behaviour::as_wandb) return no_map(name, behaviour);
  const Value* value = map ? find(*map, "value") : &entry;
  return value || behaviour == Behaviour::as_wandb ? value : &entry;
}

/// The value along the path; nullptr if there is none.
const Value* value_along(const Map& configuration, std::string_view name, Behaviour behaviour) {
  auto [key, rest] = split(name);
  const Value* entry = find(configuration, key);
  const Value* value = entry ? unwrap(*entry, name, behaviour) : nullptr;
  while (value && !rest.empty()) {
    const Map* map = value->as<Map>();
    if (!map) return no_map(name, behaviour);
    std::tie(key, rest) = split(rest);
    value = find(*map, key);
  }
  return value;
}

}  // namespace

void put_parameter(Map& configuration, std::string_view name, Value value) {
  auto [key, rest] = split(name);
  Value* place = &value_under(as_map(value_under(configuration, key)), "value");
  while (!rest.empty()) {
    std::tie(key, rest) = split(rest);
    place = &value_under(as_map(*place), key);
  }
  *place = std::move(value);
}

Value to_configuration(const SearchSpace& space, PointView point) {
  assert(point.size() == space.size());
  Map configuration;
  for (std::size_t i = 0; i < space.size(); ++i) {
    put_parameter(configuration, space[i].name, to_value(space[i].distribution, point[i]));
  }
  return configuration;
}

const Value* find_parameter(const Map& configuration, std::string_view name, Behaviour behaviour) {
  const Value* value = value_along(configuration, name, behaviour);
  if (value || behaviour == Behaviour::as_wandb) return value;
  const Value* joined = find(configuration, name);
  return joined ? unwrap(*joined, name, behaviour) : nullptr;
}

std::optional<Point> from_configuration(const SearchSpace& space, const Value& configuration) {
  if (!configuration.as<Map>()) no_map(space[0].name, space.behaviour());
  return PointReader(space).point(configuration);
}

}  // namespace sweep
