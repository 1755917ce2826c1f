#include "bench/experiment/method.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "algorithms/schedule/catalog.hpp"
#include "algorithms/schedule/none.hpp"
#include "algorithms/search/catalog.hpp"
#include "algorithms/text/error.hpp"
#include "algorithms/text/names.hpp"
#include "bench/experiment/cluster_options.hpp"
#include "bench/experiment/method_alias.hpp"
#include "bench/experiment/unknown_method.hpp"

namespace sweep {
namespace {

constexpr std::string_view kNone = NoScheduler::kName;

// How a setting was meant: `grid.levels:10`, or `levels=10` where one owner alone has that option.
std::string meant_setting(const std::string& text) {
  const std::size_t mark = text.find_first_of("=:");
  if (mark == std::string::npos) return "";
  const std::string name = text.substr(0, mark);
  const std::string value = text.substr(mark + 1);
  if (name.find('.') != std::string::npos) return fmt::format("{}={}", name, value);
  std::vector<std::string_view> owners;
  const auto collect = [&](const auto& catalog) {
    for (const auto& row : catalog) {
      for (const OptionRow& option : row.options()) {
        if (option.name == name) owners.push_back(row.name);
      }
    }
  };
  collect(searcher_catalog());
  collect(scheduler_catalog());
  return owners.empty() ? "" : fmt::format("{}.{}={}", owners.front(), name, value);
}

[[noreturn]] void throw_bad_setting(const std::string& text) {
  const std::string meant = meant_setting(text);
  throw SpecError(fmt::format("--set {}: expected owner.option=value, as in {}", text,
                              meant.empty() ? "grid.levels=10" : meant));
}

// "grid.levels" is the option "levels" of "grid".
std::pair<std::string, std::string> owner_and_option(const std::string& setting) {
  const std::size_t dot = setting.find('.');
  if (dot == std::string::npos || dot == 0 || dot + 1 == setting.size()) {
    throw_bad_setting(setting);
  }
  return {setting.substr(0, dot), setting.substr(dot + 1)};
}

bool is_searcher(std::string_view name) { return find_searcher(name) != nullptr; }
bool is_scheduler(std::string_view name) { return find_scheduler(name) != nullptr; }

template <class Row>
void add_names(std::span<const Row> catalog, std::vector<std::string_view>& names) {
  for (const Row& row : catalog) names.push_back(row.name);
}

// The options of the searcher or scheduler of this name; none if it has none, or is not known.
std::vector<OptionRow> options_of(std::string_view owner) {
  if (const MethodAlias* alias = find_method_alias(owner)) owner = alias->scheduler;
  for (const SearcherRow& row : searcher_catalog()) {
    if (row.name == owner) return row.options();
  }
  for (const SchedulerRow& row : scheduler_catalog()) {
    if (row.name == owner) return row.options();
  }
  return {};
}

// A searcher or scheduler with its options, these by the names they have now.
NamedOptions parse_part(std::string_view text, std::string_view kind) {
  NamedOptions part = parse_named_options(text, kind);
  part.options = with_new_names(part.options, options_of(part.name));
  return part;
}

std::set<std::string> owners_in(const Settings& settings) {
  std::set<std::string> owners;
  for (const auto& [setting, value] : settings) owners.insert(owner_and_option(setting).first);
  return owners;
}

// The '+' between a searcher and a scheduler has a letter after it, that of a number a digit.
std::size_t find_plus(std::string_view text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (text[i] == '+' && !('0' <= text[i + 1] && text[i + 1] <= '9')) return i;
  }
  return std::string_view::npos;
}

Method method_of_one_part(NamedOptions part) {
  if (const MethodAlias* alias = find_method_alias(part.name)) {
    return {{std::string(alias->searcher), {}},
            {std::string(alias->scheduler), std::move(part.options)}};
  }
  if (is_searcher(part.name)) return {std::move(part), {std::string(kNone), {}}};
  if (is_scheduler(part.name)) return {{"random", {}}, std::move(part)};
  std::vector<std::string_view> known;
  add_names(std::span<const MethodAlias>(kMethodAliases), known);
  add_names(searcher_catalog(), known);
  add_names(scheduler_catalog(), known);
  throw SpecError(unknown_method("method", part.name, known));
}

Method method_of_two_parts(NamedOptions searcher, NamedOptions scheduler) {
  const std::string order = ": a method is SEARCHER+SCHEDULER, as in random+asha";
  if (is_scheduler(searcher.name) && searcher.name != kNone) {
    throw SpecError(fmt::format("{} is a scheduler{}", searcher.name, order));
  }
  if (is_searcher(scheduler.name)) {
    throw SpecError(fmt::format("{} is a searcher{}", scheduler.name, order));
  }
  std::vector<std::string_view> known;
  if (!is_searcher(searcher.name)) {
    add_names(searcher_catalog(), known);
    throw SpecError(unknown_method("searcher", searcher.name, known));
  }
  if (!is_scheduler(scheduler.name)) {
    add_names(scheduler_catalog(), known);
    throw SpecError(unknown_method("scheduler", scheduler.name, known));
  }
  return {std::move(searcher), std::move(scheduler)};
}

std::set<std::string> owners_of(const std::vector<std::string>& methods) {
  std::set<std::string> owners{std::string(ClusterOptions::kName)};
  for (const std::string& text : methods) {
    const Method method = parse_method(text, {});
    owners.insert(method.searcher.name);
    owners.insert(method.scheduler.name);
  }
  return owners;
}

}  // namespace

Settings parse_settings(const std::vector<std::string>& texts) {
  Settings settings;
  for (const std::string& text : texts) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos) throw_bad_setting(text);
    const std::string setting = text.substr(0, equals);
    if (setting.find('.') == std::string::npos) throw_bad_setting(text);
    static_cast<void>(owner_and_option(setting));
    if (!settings.emplace(setting, text.substr(equals + 1)).second) {
      throw SpecError(fmt::format("--set {} is there twice", setting));
    }
  }
  return settings;
}

Settings settings_of_owner(const Settings& settings, std::string_view owner) {
  Settings own;
  for (const auto& [setting, value] : settings) {
    const auto [of, option] = owner_and_option(setting);
    if (of == owner) own.emplace(option, value);
  }
  return own;
}

Method parse_method(std::string_view text, const Settings& settings) {
  const std::size_t plus = find_plus(text);
  NamedOptions first = parse_part(text.substr(0, plus), "method");
  Method method =
      plus == std::string_view::npos
          ? method_of_one_part(std::move(first))
          : method_of_two_parts(std::move(first), parse_part(text.substr(plus + 1), "scheduler"));
  for (NamedOptions* part : {&method.searcher, &method.scheduler}) {
    part->options.merge(
        with_new_names(settings_of_owner(settings, part->name), options_of(part->name)));
  }
  return method;
}

std::vector<std::string> old_option_names(std::string_view method) {
  std::vector<std::string> warnings;
  const std::size_t plus = find_plus(method);
  const auto add = [&](std::string_view text, std::string_view kind) {
    const NamedOptions part = parse_named_options(text, kind);
    for (auto& one : old_name_warnings(part.options, options_of(part.name), part.name)) {
      warnings.push_back(std::move(one));
    }
  };
  add(method.substr(0, plus), "method");
  if (plus != std::string_view::npos) add(method.substr(plus + 1), "scheduler");
  return warnings;
}

std::vector<std::string> old_option_names(const Settings& settings) {
  std::vector<std::string> warnings;
  for (const std::string& owner : owners_in(settings)) {
    for (auto& one :
         old_name_warnings(settings_of_owner(settings, owner), options_of(owner), owner)) {
      warnings.push_back(std::move(one));
    }
  }
  return warnings;
}

Settings with_new_option_names(const Settings& settings) {
  Settings renamed;
  for (const std::string& owner : owners_in(settings)) {
    const Settings own = with_new_names(settings_of_owner(settings, owner), options_of(owner));
    for (const auto& [option, value] : own)
      renamed.emplace(fmt::format("{}.{}", owner, option), value);
  }
  return renamed;
}

std::string canonical_method(std::string_view text) {
  static_cast<void>(parse_method(text, {}));
  const std::size_t plus = find_plus(text);
  const std::string first = to_text(parse_part(text.substr(0, plus), "method"));
  if (plus == std::string_view::npos) return first;
  return first + "+" + to_text(parse_part(text.substr(plus + 1), "scheduler"));
}

std::string catalog_name(const Method& method, Behaviour behaviour) {
  const SearcherRow* row = find_searcher(method.searcher.name);
  const bool has_twin = behaviour == Behaviour::as_wandb && row && !row->twin.empty();
  return has_twin ? std::string(row->twin) : method.searcher.name;
}

std::string method_label(const std::string& method, Behaviour behaviour) {
  const std::string searcher = parse_method(method, {}).searcher.name;
  const std::string name = catalog_name({{searcher, {}}, {}}, behaviour);
  return name == searcher ? method : name + method.substr(searcher.size());
}

std::string method_key(std::string_view text, const Settings& settings, Behaviour behaviour) {
  Method method = parse_method(text, settings);
  const Method as_written = parse_method(text, {});
  method.searcher.name = catalog_name(method, behaviour);
  const bool has_own_searcher = to_text(method.searcher) != to_text(as_written.searcher);
  const bool is_one_part = find_plus(text) == std::string_view::npos;
  if (is_one_part && method.scheduler.name == kNone) return to_text(method.searcher);
  if (is_one_part && !has_own_searcher) {  // a scheduler's name alone, or an alias, stays one
    NamedOptions alias = parse_named_options(text, "method");
    alias.options = method.scheduler.options;
    return to_text(alias);
  }
  return to_text(method.searcher) + "+" + to_text(method.scheduler);
}

void check_options(const Settings& settings, Behaviour behaviour) {
  for (const std::string& owner : owners_in(settings)) {
    const Settings own = settings_of_owner(settings, owner);
    if (owner == ClusterOptions::kName) {
      static_cast<void>(parse_options<ClusterOptions>(own, owner));
    } else if (is_searcher(owner)) {
      find_searcher(catalog_name({{owner, {}}, {}}, behaviour))->check(own);
    } else if (const SchedulerRow* const row = find_scheduler(owner)) {
      row->check(own);
    }
  }
}

void check_settings(const Settings& settings, const std::vector<std::string>& methods) {
  const std::set<std::string> owners = owners_of(methods);
  for (const auto& [setting, value] : settings) {
    const std::string owner = owner_and_option(setting).first;
    if (owners.contains(owner)) continue;
    throw SpecError(
        fmt::format("--set {}: {} is not among the methods of this experiment", setting, owner));
  }
}

}  // namespace sweep
