#include "algorithms/search/prior/parameter_defaults.hpp"

#include <fmt/format.h>

#include "algorithms/text/error.hpp"
#include "algorithms/text/names.hpp"
#include "algorithms/text/text.hpp"

namespace sweep {
namespace {

std::size_t parameter_named(const SearchSpace& space, const std::string& name) {
  if (const auto found = space.find_spelt(name)) return *found;
  std::vector<std::string_view> known;
  for (const Parameter& parameter : space) known.push_back(parameter.name);
  throw SpecError("prior.defaults: " + unknown_name("parameter", name, known));
}

bool is_written(const Value& value, std::string_view text) {
  const auto* words = value.as<std::string>();
  return words ? *words == text : to_json(value) == text;
}

// The category whose value is written like this.
std::optional<double> category_of(const Distribution& distribution, std::string_view text) {
  const Cardinality categories = count(distribution);
  for (Count i = 0; categories && i < *categories; ++i) {
    const double x = value_at(distribution, i);
    if (is_written(to_value(distribution, x), text)) return x;
  }
  return std::nullopt;
}

std::optional<double> value_of(const Distribution& distribution, std::string_view text) {
  if (kind(distribution) == Kind::category || kind(distribution) == Kind::constant) {
    return category_of(distribution, text);
  }
  const auto x = parse_number<double>(text);
  return x && contains(distribution, *x) ? x : std::nullopt;
}

}  // namespace

std::optional<ParameterDefaults> ParameterDefaults::read(std::string_view text) {
  ParameterDefaults defaults;
  if (trimmed(text).empty()) return defaults;
  for (const std::string_view part : split(text, ';')) {
    const std::size_t colon = part.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const std::string_view name = trimmed(part.substr(0, colon));
    const std::string_view value = trimmed(part.substr(colon + 1));
    if (name.empty() || value.empty()) return std::nullopt;
    defaults.all.push_back({std::string(name), std::string(value)});
  }
  return defaults;
}

std::string ParameterDefaults::text() const {
  std::string text;
  for (const Default& one : all) {
    text += fmt::format("{}{}:{}", text.empty() ? "" : ";", one.parameter, one.value);
  }
  return text;
}

std::vector<std::optional<double>> ParameterDefaults::values_in(const SearchSpace& space) const {
  std::vector<std::optional<double>> values(space.size());
  for (const Default& one : all) {
    const std::size_t i = parameter_named(space, one.parameter);
    if (values[i]) {
      throw SpecError(fmt::format("prior.defaults: {} is there twice", one.parameter));
    }
    values[i] = value_of(space[i].distribution, one.value);
    if (values[i]) continue;
    throw SpecError(fmt::format("prior.defaults: {}:{} is no value that {} can take", one.parameter,
                                one.value, space[i].name));
  }
  return values;
}

}  // namespace sweep
