#include "algorithms/text/options.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "algorithms/text/error.hpp"
#include "algorithms/text/excerpt.hpp"
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

// The option of this name, old or new.
const OptionRow* find_row(std::string_view name, std::span<const OptionRow> options) {
  const auto found = std::find_if(options.begin(), options.end(),
                                  [&](const OptionRow& option) { return option.name == name; });
  return found == options.end() ? option_once_called(name, options) : &*found;
}

[[noreturn]] void throw_unknown(std::string_view name, std::span<const OptionRow> options,
                                std::string_view owner) {
  std::vector<std::string_view> known;
  for (const OptionRow& option : options) known.push_back(option.name);
  if (known.empty()) throw SpecError(fmt::format("{} has no options, but got {}", owner, name));
  throw SpecError(fmt::format("{}: {}", owner, unknown_name("option", name, known)));
}

template <class Number>
void parse_number_between(std::string_view name, std::string_view text, double lo, double hi,
                          Number& out) {
  const auto value = parse_number<Number>(text);
  const bool fits = value && static_cast<double>(*value) >= lo && static_cast<double>(*value) <= hi;
  if (!fits) detail::throw_not_allowed(name, text, detail::allowed(lo, hi, &out));
  out = *value;
}

}  // namespace

std::string shortest_number(std::string_view text) {
  if (const auto whole = parse_number<std::uint64_t>(text)) return fmt::format("{}", *whole);
  if (const auto real = parse_number<double>(text)) return fmt::format("{}", *real);
  return std::string(text);
}

void check_option_names(const Settings& settings, std::span<const OptionRow> options,
                        std::string_view owner) {
  for (const auto& [name, value] : settings) {
    const OptionRow* const option = find_row(name, options);
    if (option == nullptr) throw_unknown(name, options, owner);
    const bool is_new_name = option->name == name;
    if (is_new_name || !settings.contains(std::string(option->name))) continue;
    throw SpecError(fmt::format("{}: options \"{}\" and \"{}\" are one, and both are given", owner,
                                name, option->name));
  }
}

Settings canonical_settings(const Settings& settings, std::span<const OptionRow> options) {
  Settings result;
  for (const auto& [name, value] : with_new_names(settings, options)) {
    const OptionRow* const option = find_row(name, options);
    const std::string text = option ? option->canonical(value) : shortest_number(value);
    const bool is_default = option && option->name == name && text == option->default_value;
    if (!is_default) result.emplace(name, text);
  }
  return result;
}

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

void throw_not_allowed(std::string_view name, std::string_view text, std::string_view allowed) {
  throw SpecError(fmt::format("{} = {}: expected {}", name, excerpt(text), allowed));
}

std::string allowed(double lo, double hi, const std::uint64_t*) {
  return fmt::format("a whole number from {:.0f} to {:.0f}", lo, hi);
}
std::string allowed(double lo, double hi, const int*) {
  return fmt::format("a whole number from {:.0f} to {:.0f}", lo, hi);
}
std::string allowed(double lo, double hi, const double*) {
  if (hi == kAnyFinite) return fmt::format("a finite number >= {}", lo);
  return fmt::format("a number from {} to {}", lo, hi);
}
std::string allowed(double, double, const bool*) { return "true or false"; }

std::string to_text(std::uint64_t value) { return fmt::format("{}", value); }
std::string to_text(int value) { return fmt::format("{}", value); }
std::string to_text(double value) { return fmt::format("{}", value); }
std::string to_text(bool value) { return value ? "true" : "false"; }

void parse(std::string_view name, std::string_view text, double lo, double hi, std::uint64_t& out) {
  parse_number_between(name, text, lo, hi, out);
}

void parse(std::string_view name, std::string_view text, double lo, double hi, int& out) {
  parse_number_between(name, text, lo, hi, out);
}

void parse(std::string_view name, std::string_view text, double lo, double hi, double& out) {
  parse_number_between(name, text, lo, hi, out);
}

void parse(std::string_view name, std::string_view text, double lo, double hi, bool& out) {
  if (text != "true" && text != "false") throw_not_allowed(name, text, allowed(lo, hi, &out));
  out = text == "true";
}

std::string allowed_choice(std::span<const std::string_view> words, bool may_be_false) {
  std::vector<std::string_view> all(words.begin(), words.end());
  if (may_be_false) all.insert(all.begin(), "false");
  const std::string_view last = all.back();
  all.pop_back();
  return all.empty() ? std::string(last) : fmt::format("{} or {}", fmt::join(all, ", "), last);
}

std::optional<std::size_t> parse_choice(std::string_view name, std::string_view text,
                                        std::span<const std::string_view> words,
                                        bool may_be_false) {
  if (may_be_false && text == "false") return std::nullopt;
  const auto word = std::find(words.begin(), words.end(), text);
  if (word == words.end()) throw_not_allowed(name, text, allowed_choice(words, may_be_false));
  return static_cast<std::size_t>(word - words.begin());
}

const Settings::value_type* find_option(const Settings& settings, std::string_view name,
                                        std::string_view old_name) {
  for (const std::string_view called : {name, old_name}) {
    const auto found = settings.find(std::string(called));
    if (!called.empty() && found != settings.end()) return &*found;
  }
  return nullptr;
}

}  // namespace detail
}  // namespace sweep
