#include "algorithms/space/options.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <optional>

#include "algorithms/space/error.hpp"
#include "algorithms/space/names.hpp"

namespace sweep::detail {
namespace {

template <class T>
std::optional<T> number_from(std::string_view text) {
  T value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

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
  const auto value = number_from<std::uint64_t>(text);
  const bool fits = value && static_cast<double>(*value) >= lo && static_cast<double>(*value) <= hi;
  if (!fits) throw_not_allowed(name, text, allowed(lo, hi, &out));
  out = *value;
}

void parse(std::string_view name, std::string_view text, double lo, double hi, double& out) {
  const auto value = number_from<double>(text);
  if (!value || !(*value >= lo && *value <= hi))
    throw_not_allowed(name, text, allowed(lo, hi, &out));
  out = *value;
}

void parse(std::string_view name, std::string_view text, double lo, double hi, bool& out) {
  if (text != "true" && text != "false") throw_not_allowed(name, text, allowed(lo, hi, &out));
  out = text == "true";
}

void throw_unknown_option(std::string_view owner, std::string_view name,
                          const std::vector<std::string_view>& known) {
  if (known.empty()) throw SpecError(fmt::format("{} has no options, but got {}", owner, name));
  throw SpecError(fmt::format("{}: {}", owner, unknown_name("option", name, known)));
}

}  // namespace sweep::detail
