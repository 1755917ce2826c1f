#include "objectives/nested.hpp"

#include "objectives/catalog.hpp"

namespace sweep {

std::optional<NestedObjective> NestedObjective::read(std::string_view text) {
  return NestedObjective{std::string(text)};
}

std::string NestedObjective::canonical(std::string_view text) {
  return to_nested(canonical_objective(from_nested(text)));
}

Objective NestedObjective::make() const { return make_objective(from_nested(value)); }

std::string from_nested(std::string_view value) {
  std::string objective(value);
  const std::size_t bracket = objective.find('(');
  if (bracket == std::string::npos) return objective;
  objective[bracket] = '?';
  objective.pop_back();
  return objective;
}

std::string to_nested(std::string_view objective) {
  std::string value(objective);
  const std::size_t mark = value.find('?');
  if (mark == std::string::npos) return value;
  value[mark] = '(';
  return value + ')';
}

}  // namespace sweep
