#include "algorithms/config/configuration.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <limits>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

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
  const std::string text = key_text(key);
  if (!last || *last != text) map.push_back({Value(text), Value()});
  return map.back().value;
}

Map& as_map(Value& value) {
  if (!value.as<Map>()) value = Map{};
  return std::get<Map>(value.data);
}

void put(Map& configuration, std::string_view path, Value value) {
  auto [name, rest] = split(path);
  Value* place = &value_under(as_map(value_under(configuration, name)), "value");
  while (!rest.empty()) {
    std::tie(name, rest) = split(rest);
    place = &value_under(as_map(*place), name);
  }
  *place = std::move(value);
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

/// The listed maps have these keys between them.
std::set<std::string> listed_keys(const Categorical& categorical) {
  std::set<std::string> keys;
  for (const Value& value : categorical.values()) {
    if (!value.as<Map>()) continue;
    for (const Entry& entry : *value.as<Map>()) keys.insert(canonical(entry.key));
  }
  return keys;
}

Value without_unlisted_keys(const Map& map, const Categorical& categorical) {
  const std::set<std::string> known = listed_keys(categorical);
  Map kept;
  for (const Entry& entry : map) {
    if (known.contains(canonical(entry.key))) kept.push_back(entry);
  }
  return kept;
}

/// JSON has no numbers for these; a text that is listed as such comes first.
Value without_special_text(const Value& value) {
  const auto* text = value.as<std::string>();
  if (!text) return value;
  if (*text == "nan") return std::numeric_limits<double>::quiet_NaN();
  if (*text == "inf") return std::numeric_limits<double>::infinity();
  return *text == "-inf" ? -std::numeric_limits<double>::infinity() : value;
}

std::optional<double> coordinate(const Distribution& distribution, const Value& value) {
  const auto* categorical = std::get_if<Categorical>(&distribution);
  const Map* map = value.as<Map>();
  if (!categorical || !map) {
    const auto found = from_value(distribution, value);
    return found ? found : from_value(distribution, without_special_text(value));
  }
  return categorical->index_of(without_unlisted_keys(*map, *categorical));
}

}  // namespace

Value to_configuration(const SearchSpace& space, PointView point) {
  assert(point.size() == space.size());
  Map configuration;
  for (std::size_t i = 0; i < space.size(); ++i) {
    put(configuration, keys_of(space[i]), to_value(space[i].distribution, point[i]));
  }
  return configuration;
}

const Value* find_parameter(const Map& configuration, std::string_view name, Behaviour behaviour) {
  auto [key, rest] = split(name);
  const Value* entry = find(configuration, key_text(key));
  if (!entry) {
    const bool may_be_joined = behaviour == Behaviour::corrected && !rest.empty();
    const Value* joined = may_be_joined ? find(configuration, key_text(name)) : nullptr;
    return joined ? unwrap(*joined, name, behaviour) : nullptr;
  }
  const Value* value = unwrap(*entry, name, behaviour);
  while (value && !rest.empty()) {
    const Map* map = value->as<Map>();
    if (!map) return no_map(name, behaviour);
    std::tie(key, rest) = split(rest);
    value = find(*map, key_text(key));
  }
  return value;
}

std::optional<Point> from_configuration(const SearchSpace& space, const Value& configuration) {
  const Map* map = configuration.as<Map>();
  if (!map) {
    no_map(space[0].name, space.behaviour());
    return std::nullopt;
  }
  Point point{std::vector<double>(space.size(), 0.0)};
  for (std::size_t i = 0; i < space.size(); ++i) {
    const Distribution& distribution = space[i].distribution;
    const bool is_constant = kind(distribution) == Kind::constant;
    if (is_constant && space.behaviour() == Behaviour::as_wandb) continue;
    const Value* value = find_parameter(*map, keys_of(space[i]), space.behaviour());
    if (is_constant && !value) continue;  // nothing says that it had another value
    const auto x = value ? coordinate(distribution, *value) : std::nullopt;
    if (!x) return std::nullopt;
    point.values[i] = *x;
  }
  return point;
}

}  // namespace sweep
