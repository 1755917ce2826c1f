#include "bench/run/method.hpp"

#include <fmt/format.h>

#include <set>

#include "algorithms/space/error.hpp"
#include "algorithms/space/named_options.hpp"

namespace sweep {
namespace {

[[noreturn]] void throw_bad_setting(const std::string& text) {
  throw SpecError(
      fmt::format("--set {}: expected searcher.option=value, as in grid.levels=10", text));
}

// "grid.levels" is the option "levels" of "grid".
std::pair<std::string, std::string> owner_and_option(const std::string& setting) {
  const std::size_t dot = setting.find('.');
  if (dot == std::string::npos || dot == 0 || dot + 1 == setting.size()) {
    throw_bad_setting(setting);
  }
  return {setting.substr(0, dot), setting.substr(dot + 1)};
}

}  // namespace

Settings parse_settings(const std::vector<std::string>& texts) {
  Settings settings;
  for (const std::string& text : texts) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos) throw_bad_setting(text);
    const std::string setting = text.substr(0, equals);
    static_cast<void>(owner_and_option(setting));
    if (!settings.emplace(setting, text.substr(equals + 1)).second) {
      throw SpecError(fmt::format("--set {} is there twice", setting));
    }
  }
  return settings;
}

Method parse_method(std::string_view text, const Settings& settings) {
  const NamedOptions named = parse_named_options(text, "method");
  Method method{named.name, named.options};
  for (const auto& [setting, value] : settings) {
    const auto [owner, option] = owner_and_option(setting);
    if (owner == method.searcher) method.settings.try_emplace(option, value);
  }
  return method;
}

std::string catalog_name(const Method& method, Behaviour behaviour) {
  const bool is_twin = method.searcher == "bayes" && behaviour == Behaviour::as_wandb;
  return is_twin ? "wandb-bayes" : method.searcher;
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
