#include "algorithms/config/point_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <string_view>

#include "algorithms/config/configuration.hpp"
#include "algorithms/config/value_reading.hpp"
#include "algorithms/text/excerpt.hpp"

namespace sweep {
namespace {

/// The listed maps have these keys between them.
std::set<std::string> listed_keys(const Categorical& categorical) {
  std::set<std::string> keys;
  for (const Value& value : categorical.values()) {
    if (!value.as<Map>()) continue;
    for (const Entry& entry : *value.as<Map>()) keys.insert(canonical(entry.key));
  }
  return keys;
}

/// A map without the keys that no listed map has; anything else as it is.
Value without_unlisted_keys(const Value& value, const Categorical& categorical) {
  const Map* map = value.as<Map>();
  if (!map) return value;
  const std::set<std::string> known = listed_keys(categorical);
  Map kept;
  for (const Entry& entry : *map) {
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

std::optional<double> coordinate_as_it_stands(const Distribution& distribution,
                                              const Value& value) {
  const auto* categorical = std::get_if<Categorical>(&distribution);
  if (categorical && value.as<Map>()) {
    return categorical->index_of(without_unlisted_keys(value, *categorical));
  }
  const auto found = from_value(distribution, value);
  return found ? found : from_value(distribution, without_special_text(value));
}

std::unordered_map<std::string, double> readings_of(const Distribution& distribution) {
  std::unordered_map<std::string, double> readings;
  if (const auto* constant = std::get_if<Constant>(&distribution)) {
    readings.emplace(canonical(reading_of(constant->value)), 0.0);
  }
  const auto* categorical = std::get_if<Categorical>(&distribution);
  if (!categorical) return readings;
  for (const Value& value : categorical->values()) {
    const auto index = categorical->index_of(value);
    if (index) readings.try_emplace(canonical(reading_of(value)), *index);
  }
  return readings;
}

/// model/lr as model.lr, and the other way round.
std::string respelled(std::string name) {
  const bool has_slashes = name.find('/') != std::string::npos;
  std::replace(name.begin(), name.end(), has_slashes ? '/' : '.', has_slashes ? '.' : '/');
  return name;
}

/// What is wrong with a value that its distribution cannot take.
std::string obstacle_at(const Distribution& distribution, const Value& value) {
  if (const auto* constant = std::get_if<Constant>(&distribution)) {
    return fmt::format("is not {}", excerpt(to_json(constant->value)));
  }
  if (std::holds_alternative<Categorical>(distribution)) return "is not listed";
  const double x = number(reading_of(value));
  if (std::isnan(x)) return "is no number";
  const Interval range = support(distribution);
  if (x < range.lo) return fmt::format("is below {}", range.lo);
  if (x > range.hi) return fmt::format("is above {}", range.hi);
  const bool is_fraction = kind(distribution) == Kind::integer && x != std::floor(x);
  return is_fraction ? "is no whole number" : "is none of its values";
}

}  // namespace

PointReader::PointReader(const SearchSpace& space) : space_(&space) {
  std::set<std::string> names;
  for (const Parameter& parameter : space) names.insert(parameter.name);
  for (const Parameter& parameter : space) {
    const bool corrected = space.behaviour() == Behaviour::corrected;
    readings_.push_back(corrected ? readings_of(parameter.distribution) : Readings{});
    std::string other = respelled(parameter.name);
    other_spelling_.push_back(names.contains(other) ? "" : std::move(other));
  }
}

const Value* PointReader::value_of(const Map& configuration, std::size_t parameter,
                                   Behaviour behaviour) const {
  const Value* value = find_parameter(configuration, (*space_)[parameter].name, behaviour);
  const std::string& other = other_spelling_[parameter];
  if (value || behaviour == Behaviour::as_wandb || other.empty()) return value;
  return find_parameter(configuration, other, behaviour);
}

std::optional<double> PointReader::coordinate(std::size_t parameter, const Value& value) const {
  const auto found = coordinate_as_it_stands((*space_)[parameter].distribution, value);
  if (found || space_->behaviour() == Behaviour::as_wandb) return found;
  return coordinate_as_read(parameter, value);
}

std::optional<double> PointReader::coordinate_as_read(std::size_t parameter,
                                                      const Value& value) const {
  const Distribution& distribution = (*space_)[parameter].distribution;
  const auto* categorical = std::get_if<Categorical>(&distribution);
  if (!categorical && !std::holds_alternative<Constant>(distribution)) {
    return from_value(distribution, reading_of(value));
  }
  const Value listed = categorical ? without_unlisted_keys(value, *categorical) : value;
  const auto known = readings_[parameter].find(canonical(reading_of(listed)));
  return known == readings_[parameter].end() ? std::nullopt : std::optional(known->second);
}

std::optional<double> PointReader::read(const Map& configuration, std::size_t parameter) const {
  const bool is_constant = kind((*space_)[parameter].distribution) == Kind::constant;
  if (is_constant && space_->behaviour() == Behaviour::as_wandb) return 0.0;
  const Value* value = value_of(configuration, parameter, space_->behaviour());
  if (is_constant && !value) return 0.0;  // nothing says that it had another value
  return value ? coordinate(parameter, *value) : std::nullopt;
}

std::optional<Point> PointReader::point(const Value& configuration) const {
  const Map* map = configuration.as<Map>();
  if (!map) return std::nullopt;
  Point point;
  for (std::size_t i = 0; i < space_->size(); ++i) {
    const auto x = read(*map, i);
    if (!x) return std::nullopt;
    point.values.push_back(*x);
  }
  return point;
}

std::string PointReader::obstacle(const Value& configuration) const {
  const Map* map = configuration.as<Map>();
  if (!map) return "its configuration is no map";
  for (std::size_t i = 0; i < space_->size(); ++i) {
    if (read(*map, i)) continue;
    const Parameter& parameter = (*space_)[i];
    const Value* value = value_of(*map, i, space_->behaviour());
    if (!value) return parameter.name + " is missing";
    return fmt::format("{} = {} {}", parameter.name, excerpt(to_json(*value)),
                       obstacle_at(parameter.distribution, *value));
  }
  return "";
}

Map PointReader::as_wandb_has_it(const Map& configuration) const {
  Map tidy;
  for (std::size_t i = 0; i < space_->size(); ++i) {
    const Value* value = value_of(configuration, i, Behaviour::corrected);
    if (value) put_parameter(tidy, (*space_)[i].name, *value);
  }
  return tidy;
}

}  // namespace sweep
