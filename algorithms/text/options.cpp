#include "algorithms/text/options.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "algorithms/text/error.hpp"
#include "algorithms/text/names.hpp"
#include "algorithms/text/text.hpp"

namespace sweep::detail {
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

}  // namespace sweep::detail
