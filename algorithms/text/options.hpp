#pragma once

#include <concepts>
#include <cstdint>
#include <limits>
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
/// that `Options::fields()` returns is the one table behind parsing, checks, help and docs; the
/// member's own value in a new struct is the default. A member is a number in [lo, hi], a bool, a
/// Choice, a TextOption, or an optional one of these, which is empty if it is left out. An option
/// that was renamed is known by its old name, too, for one version.
template <class Options, class T>
struct Field {
  std::string_view name;
  T Options::*member;
  double lo;
  double hi;
  std::string_view help;
  std::string_view old_name = {};
};
template <class Options, class T>  // clang before 17 does not deduce this for aggregates
Field(std::string_view, T Options::*, double, double, std::string_view, std::string_view = {})
    ->Field<Options, T>;

/// The `hi` of a Field that takes any finite number from `lo` up.
inline constexpr double kAnyFinite = std::numeric_limits<double>::max();

/// The options of what has none.
struct NoOptions {
  static constexpr auto fields() { return std::tuple{}; }
};

/// An enumeration from 0 up with a function choice_names(E) beside it: its words in order. As an
/// option it is one of these words; an optional one may also be "false", which leaves it empty.
template <class E>
concept Choice = requires(E choice) {
  { choice_names(choice) } -> std::convertible_to<std::span<const std::string_view>>;
};

/// An option that is a text of some kind: a path, a seed, another objective. It says what is
/// allowed, reads it (nothing if it is not allowed), and writes it.
template <class T>
concept TextOption = requires(const T& option, std::string_view text) {
  { T::kAllowed } -> std::convertible_to<std::string_view>;
  { T::read(text) } -> std::same_as<std::optional<T>>;
  { option.text() } -> std::convertible_to<std::string>;
};

/// A number in its shortest form; any other text as it is.
std::string shortest_number(std::string_view text);

/// An option as `list` and `--help` show it, and as the one form of a text needs it.
struct OptionRow {
  std::string_view name;
  std::string default_value;  // "" if it is empty when left out
  std::string allowed;
  std::string_view help;
  std::string_view old_name = {};  // known for one version more; "" if the option never had another
  std::string (*canonical)(std::string_view value) = shortest_number;  // the one way to write it
};

/// Throws SpecError for a name that no option has, and for an option that is given twice, by its
/// old name and by its new one. `owner` (`tpe`, `objective "ackley"`) begins the message.
void check_option_names(const Settings& settings, std::span<const OptionRow> options,
                        std::string_view owner);

/// The one form of these settings: new names in place of old ones, values in their canonical
/// form, those at their default left out. An unknown option, and one that is given by both of its
/// names, stays.
Settings canonical_settings(const Settings& settings, std::span<const OptionRow> options);

/// The settings with new names in place of old ones. One that is given by both names keeps both,
/// which check_option_names refuses.
Settings with_new_names(const Settings& settings, std::span<const OptionRow> options);

/// One line for each option that is given by its old name: `bayes.bend is now called
/// bayes.warp_output; the old name goes with the next version`.
std::vector<std::string> old_name_warnings(const Settings& settings,
                                           std::span<const OptionRow> options,
                                           std::string_view owner);

namespace detail {

std::string allowed(double lo, double hi, const std::uint64_t*);
std::string allowed(double lo, double hi, const int*);
std::string allowed(double lo, double hi, const double*);
std::string allowed(double lo, double hi, const bool*);
std::string to_text(std::uint64_t value);
std::string to_text(int value);
std::string to_text(double value);
std::string to_text(bool value);
// Each throws SpecError: `grid.levels = many: expected a whole number from 2 to 1000`.
void parse(std::string_view name, std::string_view text, double lo, double hi, std::uint64_t& out);
void parse(std::string_view name, std::string_view text, double lo, double hi, int& out);
void parse(std::string_view name, std::string_view text, double lo, double hi, double& out);
void parse(std::string_view name, std::string_view text, double lo, double hi, bool& out);
[[noreturn]] void throw_not_allowed(std::string_view name, std::string_view text,
                                    std::string_view allowed);
std::string allowed_choice(std::span<const std::string_view> words, bool may_be_false);
/// Which of the words it is; nothing for "false", if that may be.
std::optional<std::size_t> parse_choice(std::string_view name, std::string_view text,
                                        std::span<const std::string_view> words, bool may_be_false);
/// What is given for the option, by either of its names; nullptr if nothing is.
const Settings::value_type* find_option(const Settings& settings, std::string_view name,
                                        std::string_view old_name);

template <Choice E>
std::string allowed(double, double, const E*) {
  return allowed_choice(choice_names(E{}), false);
}
template <Choice E>
std::string to_text(E choice) {
  return std::string(choice_names(choice)[static_cast<std::size_t>(choice)]);
}
template <Choice E>
void parse(std::string_view name, std::string_view text, double, double, E& out) {
  out = static_cast<E>(*parse_choice(name, text, choice_names(E{}), false));
}

template <Choice E>
std::string allowed(double, double, const std::optional<E>*) {
  return allowed_choice(choice_names(E{}), true);
}
template <Choice E>
std::string to_text(const std::optional<E>& choice) {
  return choice ? to_text(*choice) : "false";
}
template <Choice E>
void parse(std::string_view name, std::string_view text, double, double, std::optional<E>& out) {
  const auto index = parse_choice(name, text, choice_names(E{}), true);
  out = index ? std::optional(static_cast<E>(*index)) : std::nullopt;
}

template <TextOption T>
std::string allowed(double, double, const T*) {
  return std::string(T::kAllowed);
}
template <TextOption T>
std::string to_text(const T& option) {
  return option.text();
}
template <TextOption T>
void parse(std::string_view name, std::string_view text, double, double, T& out) {
  std::optional<T> read = T::read(text);
  if (!read) throw_not_allowed(name, text, T::kAllowed);
  out = *std::move(read);
}

template <class T>
std::string allowed(double lo, double hi, const std::optional<T>*) {
  return allowed(lo, hi, static_cast<const T*>(nullptr));
}
template <class T>
std::string to_text(const std::optional<T>& option) {
  return option ? to_text(*option) : "";
}
template <class T>
void parse(std::string_view name, std::string_view text, double lo, double hi,
           std::optional<T>& out) {
  parse(name, text, lo, hi, out.emplace());
}

template <class T>
std::string canonical(std::string_view value) {
  if constexpr (requires { T::canonical(value); }) {
    return T::canonical(value);
  } else {
    return shortest_number(value);
  }
}

}  // namespace detail

/// Calls visit(field) for each of the options' fields, in the order of the table.
template <class Options, class Visit>
void for_each_field(Visit visit) {
  std::apply([&](const auto&... field) { (visit(field), ...); }, Options::fields());
}

/// The table of an `Options` struct.
template <class Options>
std::vector<OptionRow> option_table() {
  std::vector<OptionRow> table;
  const Options defaults;
  for_each_field<Options>([&]<class O, class T>(const Field<O, T>& field) {
    const T& value = defaults.*(field.member);
    table.push_back({field.name, detail::to_text(value),
                     detail::allowed(field.lo, field.hi, &value), field.help, field.old_name,
                     detail::canonical<T>});
  });
  return table;
}

/// The options that `settings` give, defaults for the others; settings of other names are left to
/// others. `prefix` (`tpe.`) stands before the name in errors. Throws SpecError for a value that is
/// not allowed.
template <class Options>
Options read_options(const Settings& settings, std::string_view prefix) {
  Options options;
  for_each_field<Options>([&](const auto& field) {
    const auto* const given = detail::find_option(settings, field.name, field.old_name);
    if (given == nullptr) return;
    detail::parse(std::string(prefix) + given->first, given->second, field.lo, field.hi,
                  options.*(field.member));
  });
  return options;
}

/// The options that `settings` describe, defaults for the others. `owner` is named in errors.
/// Throws SpecError for an unknown name or a value that is not allowed.
template <class Options>
Options parse_options(const Settings& settings, std::string_view owner) {
  if (settings.empty()) return Options();
  check_option_names(settings, option_table<Options>(), owner);
  return read_options<Options>(settings, std::string(owner) + ".");
}

}  // namespace sweep
