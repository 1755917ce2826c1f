#include "bench/run/method.hpp"

#include <fmt/format.h>

#include <set>

#include "algorithms/space/error.hpp"
#include "objectives/spec.hpp"

namespace sweep {
namespace {

// "grid.levels" is the option "levels" of "grid".
std::pair<std::string, std::string> owner_and_option(const std::string& setting) {
  const std::size_t dot = setting.find('.');
  if (dot == std::string::npos || dot == 0 || dot + 1 == setting.size()) {
    throw SpecError(
        fmt::format("--set {}: expected searcher.option=value, as in grid.levels=10", setting));
  }
  return {setting.substr(0, dot), setting.substr(dot + 1)};
}

}  // namespace

Method parse_method(std::string_view text, const Settings& settings) {
  const ObjectiveSpec spec = parse_strict_objective_spec(text);
  Method method{spec.name, spec.options};
  for (const auto& [setting, value] : settings) {
    const auto [owner, option] = owner_and_option(setting);
    if (owner == method.searcher) method.settings.try_emplace(option, value);
  }
  return method;
}

void check_settings(const Settings& settings, const std::vector<std::string>& methods) {
  std::set<std::string> searchers;
  for (const std::string& text : methods) searchers.insert(parse_method(text, {}).searcher);
  for (const auto& [setting, value] : settings) {
    const std::string owner = owner_and_option(setting).first;
    if (searchers.contains(owner)) continue;
    throw SpecError(
        fmt::format("--set {}: {} is not among the methods of this experiment", setting, owner));
  }
}

}  // namespace sweep
