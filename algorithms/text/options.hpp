#pragma once

#include <concepts>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace sweep {

/// Options as text, from a file or the command line: name -> value.
using Settings = std::map<std::string, std::string>;

/// One member of an `Options` struct: its name, the values allowed, and what it does. The list
/// that `Options::fields()` returns is the one table behind parsing, checks, help and docs. An
/// option that was renamed is known by its old name, too, for one version.
template <class Options, class T>
struct Field {
  std::string_view name;
  T Options::*member;
  double lo;
  double hi;
  std::string_view help;
  std::string_view old_name = {};

  [[nodiscard]] constexpr bool is_called(std::string_view given) const {
    return given == name || (!old_name.empty() && given == old_name);
  }
};
template <class Options, class T>  // clang before 17 does not deduce this for aggregates
Field(std::string_view, T Options::*, double, double, std::string_view, std::string_view = {})
    ->Field<Options, T>;

/// An option as `list` and `--help` show it.
struct OptionRow {
  std::string_view name;
  std::string default_value;
  std::string allowed;
  std::string_view help;
  std::string_view old_name = {};  // known for one version more; "" if the option never had another
};

/// One line for each option that is given by its old name: `bayes.bend is now called
/// bayes.warp_output; the old name goes with the next version`.
std::vector<std::string> old_name_warnings(const Settings& settings,
                                           std::span<const OptionRow> options,
                                           std::string_view owner);

/// The settings with new names in place of old ones. One that is given by both names keeps both,
/// which parse_options refuses.
Settings with_new_names(const Settings& settings, std::span<const OptionRow> options);

/// An enumeration from 0 up with a function choice_names(E) beside it: its words in order. As an
/// option it is one of these words; an optional one may also be "false".
template <class E>
concept Choice = requires(E choice) {
  { choice_names(choice) } -> std::convertible_to<std::span<const std::string_view>>;
};

namespace detail {

std::string allowed(double lo, double hi, const std::uint64_t*);
std::string allowed(double lo, double hi, const double*);
std::string allowed(double lo, double hi, const bool*);
std::string to_text(std::uint64_t value);
std::string to_text(double value);
std::string to_text(bool value);
// Each throws SpecError: `grid.levels = many: expected a whole number from 2 to 1000`.
void parse(std::string_view name, std::string_view text, double lo, double hi, std::uint64_t& out);
void parse(std::string_view name, std::string_view text, double lo, double hi, double& out);
void parse(std::string_view name, std::string_view text, double lo, double hi, bool& out);
std::string allowed_choice(std::span<const std::string_view> words, bool may_be_false);
/// Which of the words it is; nothing for "false", if that may be.
std::optional<std::size_t> parse_choice(std::string_view name, std::string_view text,
                                        std::span<const std::string_view> words, bool may_be_false);

template <Choice E>
std::string allowed(double, double, const E*) {
  return allowed_choice(choice_names(E{}), false);
}
template <Choice E>
std::string allowed(double, double, const std::optional<E>*) {
  return allowed_choice(choice_names(E{}), true);
}
template <Choice E>
std::string to_text(E choice) {
  return std::string(choice_names(choice)[static_cast<std::size_t>(choice)]);
}
template <Choice E>
std::string to_text(const std::optional<E>& choice) {
  return choice ? to_text(*choice) : "false";
}
template <Choice E>
void parse(std::string_view name, std::string_view text, double, double, E& out) {
  out = static_cast<E>(*parse_choice(name, text, choice_names(E{}), false));
}
template <Choice E>
void parse(std::string_view name, std::string_view text, double, double, std::optional<E>& out) {
  const auto index = parse_choice(name, text, choice_names(E{}), true);
  out = index ? std::optional(static_cast<E>(*index)) : std::nullopt;
}
[[noreturn]] void throw_unknown_option(std::string_view owner, std::string_view name,
                                       const std::vector<std::string_view>& known);
/// Throws SpecError for an option that is given by its old and by its new name.
void check_given_once(std::string_view owner, const Settings& settings, std::string_view name,
                      std::string_view old_name);

}  // namespace detail

/// Calls visit(field) for each of the options' fields, in the order of the table.
template <class Options, class Visit>
void for_each_field(Visit visit) {
  std::apply([&](const auto&... field) { (visit(field), ...); }, Options::fields());
}

/// The options that `settings` describe, defaults for the others. `owner` is named in errors.
/// Throws SpecError for an unknown name or a value that is not allowed.
template <class Options>
Options parse_options(const Settings& settings, std::string_view owner) {
  Options options;
  for (const auto& [name, text] : settings) {
    bool is_known = false;
    std::vector<std::string_view> known;
    for_each_field<Options>([&, &key = name, &value = text](const auto& field) {
      known.push_back(field.name);
      if (!field.is_called(key)) return;
      is_known = true;
      detail::check_given_once(owner, settings, field.name, field.old_name);
      detail::parse(std::string(owner) + "." + key, value, field.lo, field.hi,
                    options.*(field.member));
    });
    if (!is_known) detail::throw_unknown_option(owner, name, known);
  }
  return options;
}

/// The table of an `Options` struct.
template <class Options>
std::vector<OptionRow> option_table() {
  std::vector<OptionRow> table;
  const Options defaults;
  for_each_field<Options>([&](const auto& field) {
    const auto& value = defaults.*(field.member);
    table.push_back({field.name, detail::to_text(value),
                     detail::allowed(field.lo, field.hi, &value), field.help, field.old_name});
  });
  return table;
}

}  // namespace sweep
