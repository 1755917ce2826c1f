#include "algorithms/text/options.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "algorithms/text/error.hpp"
#include "algorithms/text/names.hpp"
#include "algorithms/text/text.hpp"

namespace sweep {
namespace {

// The option that has this for its old name.
const OptionRow* option_once_called(std::string_view name, std::span<const OptionRow> options) {
  const auto found = std::find_if(options.begin(), options.end(), [&](const OptionRow& option) {
    return !option.old_name.empty() && option.old_name == name;
  });
  return found == options.end() ? nullptr : &*found;
}

}  // namespace

std::vector<std::string> old_name_warnings(const Settings& settings,
                                           std::span<const OptionRow> options,
                                           std::string_view owner) {
  std::vector<std::string> warnings;
  for (const auto& [name, value] : settings) {
    const OptionRow* const option = option_once_called(name, options);
    if (option == nullptr) continue;
    warnings.push_back(
        fmt::format("{0}.{1} is now called {0}.{2}; the old name goes with the next version", owner,
                    name, option->name));
  }
  return warnings;
}

Settings with_new_names(const Settings& settings, std::span<const OptionRow> options) {
  Settings renamed;
  for (const auto& [name, value] : settings) {
    const OptionRow* const option = option_once_called(name, options);
    const bool is_free = option != nullptr && !settings.contains(std::string(option->name));
    renamed.emplace(is_free ? option->name : name, value);
  }
  return renamed;
}

namespace detail {
namespace {

[[noreturn]] void throw_not_allowed(std::string_view name, std::string_view text,
                                    std::string_view allowed) {
  throw SpecError(fmt::format("{} = {}: expected {}", name, text, allowed));
}

}  // namespace

std::string allowed(double lo, double hi, const std::uint64_t*) {
  return fmt::format("a whole number from {:.0f} to {:.0f}", lo, hi);
}
std::string allowed(double lo, double hi, const double*) {
  return fmt::format("a number from {} to {}", lo, hi);
}
std::string allowed(double, double, const bool*) { return "true or false"; }

std::string to_text(std::uint64_t value) { return fmt::format("{}", value); }
std::string to_text(double value) { return fmt::format("{}", value); }
std::string to_text(bool value) { return value ? "true" : "false"; }

void parse(std::string_view name, std::string_view text, double lo, double hi, std::uint64_t& out) {
  const auto value = parse_number<std::uint64_t>(text);
  const bool fits = value && static_cast<double>(*value) >= lo && static_cast<double>(*value) <= hi;
  if (!fits) throw_not_allowed(name, text, allowed(lo, hi, &out));
  out = *value;
}

void parse(std::string_view name, std::string_view text, double lo, double hi, double& out) {
  const auto value = parse_number<double>(text);
  if (!value || !(*value >= lo && *value <= hi))
    throw_not_allowed(name, text, allowed(lo, hi, &out));
  out = *value;
}

void parse(std::string_view name, std::string_view text, double lo, double hi, bool& out) {
  if (text != "true" && text != "false") throw_not_allowed(name, text, allowed(lo, hi, &out));
  out = text == "true";
}

std::string allowed_choice(std::span<const std::string_view> words, bool may_be_false) {
  return fmt::format("{}{}", may_be_false ? "false, " : "", fmt::join(words, ", "));
}

std::optional<std::size_t> parse_choice(std::string_view name, std::string_view text,
                                        std::span<const std::string_view> words,
                                        bool may_be_false) {
  if (may_be_false && text == "false") return std::nullopt;
  const auto word = std::find(words.begin(), words.end(), text);
  if (word == words.end()) throw_not_allowed(name, text, allowed_choice(words, may_be_false));
  return static_cast<std::size_t>(word - words.begin());
}

void throw_unknown_option(std::string_view owner, std::string_view name,
                          const std::vector<std::string_view>& known) {
  if (known.empty()) throw SpecError(fmt::format("{} has no options, but got {}", owner, name));
  throw SpecError(fmt::format("{}: {}", owner, unknown_name("option", name, known)));
}

void check_given_once(std::string_view owner, const Settings& settings, std::string_view name,
                      std::string_view old_name) {
  const bool is_twice = !old_name.empty() && settings.contains(std::string(name)) &&
                        settings.contains(std::string(old_name));
  if (!is_twice) return;
  throw SpecError(fmt::format("{}: options \"{}\" and \"{}\" are one, and both are given", owner,
                              old_name, name));
}

}  // namespace detail
}  // namespace sweep
