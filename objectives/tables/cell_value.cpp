#include "objectives/tables/cell_value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <variant>

#include "algorithms/config/scalar.hpp"
#include "algorithms/text/excerpt.hpp"
#include "algorithms/text/text.hpp"

namespace sweep {
namespace {

constexpr std::size_t kMostShown = 12;  // values of a category

std::optional<double> listed_value(const CsvCell& cell, const Distribution& distribution) {
  const Value plain = resolve_plain(cell.text, ScalarRules::lenient).value;
  const std::array<Value, 2> readings = {cell.is_quoted ? Value(cell.text) : plain,
                                         cell.is_quoted ? plain : Value(cell.text)};
  for (const Value& reading : readings) {
    if (const auto x = from_value(distribution, reading)) return x;
  }
  if (const auto* constant = std::get_if<Constant>(&distribution)) {
    return to_json(constant->value) == cell.text ? std::optional(0.0) : std::nullopt;
  }
  const auto& values = std::get<Categorical>(distribution).values();
  const auto found = std::find_if(values.begin(), values.end(),
                                  [&](const Value& value) { return to_json(value) == cell.text; });
  return found == values.end() ? std::nullopt : from_value(distribution, *found);
}

std::string shown(const Value& value) {
  const auto* text = value.as<std::string>();
  const std::string whole = text != nullptr ? *text : to_json(value);
  return excerpt(whole.size() <= 40 ? whole : whole.substr(0, 40) + "..");
}

std::string list_of(const std::vector<Value>& values) {
  std::string list;
  for (std::size_t i = 0; i < std::min(values.size(), kMostShown); ++i) {
    list += (i > 0 ? ", " : "") + shown(values[i]);
  }
  return values.size() <= kMostShown ? list : list + ", ..";
}

}  // namespace

std::optional<double> cell_value(const CsvCell& cell, const Distribution& distribution) {
  const Kind type = kind(distribution);
  if (type == Kind::category || type == Kind::constant) return listed_value(cell, distribution);
  const auto number = parse_number<double>(cell.text);
  return number && contains(distribution, *number) ? number : std::nullopt;
}

std::string allowed_values(const Distribution& distribution) {
  if (const auto* constant = std::get_if<Constant>(&distribution)) return shown(constant->value);
  if (const auto* categorical = std::get_if<Categorical>(&distribution)) {
    return "one of " + list_of(categorical->values());
  }
  const Interval ends = support(distribution);
  const auto* quantised = std::get_if<Quantised>(&distribution);
  const std::string what = quantised != nullptr ? fmt::format("a multiple of {}", quantised->q)
                           : kind(distribution) == Kind::integer ? "a whole number"
                                                                 : "a number";
  return fmt::format("{} in [{}, {}]", what, ends.lo, ends.hi);
}

}  // namespace sweep
