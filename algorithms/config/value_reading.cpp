#include "algorithms/config/value_reading.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <limits>
#include <string>
#include <string_view>

#include "algorithms/config/scalar.hpp"
#include "algorithms/space/real_limits.hpp"

namespace sweep {
namespace {

struct Word {
  std::string_view text;
  double value;
};

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr Word kWords[] = {{"nan", kNan},        {"NaN", kNan},
                           {"inf", kInfinity},   {"Infinity", kInfinity},
                           {"-inf", -kInfinity}, {"-Infinity", -kInfinity}};

Value whole_as_integer(double x) {
  const bool is_integer = x == std::floor(x) && x >= -0x1p63 && x < 0x1p63;
  return is_integer ? Value(static_cast<std::int64_t>(x)) : Value(x);
}

bool is_digit(char c) { return '0' <= c && c <= '9'; }

bool is_decimal(std::string_view text) {
  return text.find_first_not_of("0123456789._+-eE") == std::string_view::npos &&
         text.find_first_of("0123456789") != std::string_view::npos;
}

// YAML takes 010 for octal; programs do not write that.
std::string without_leading_zeros(const std::string& text) {
  const std::size_t begin = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
  std::size_t end = begin;
  while (end + 1 < text.size() && text[end] == '0' && is_digit(text[end + 1])) ++end;
  return text.substr(0, begin) + text.substr(end);
}

// Programs write decimal numbers, and truth as Python or JSON do: no 0x10, 1:30, yes or on.
bool is_program_text(std::string_view text) {
  constexpr std::string_view kTruths[] = {"True", "true", "False", "false", "null"};
  return is_decimal(text) ||
         std::find(std::begin(kTruths), std::end(kTruths), text) != std::end(kTruths);
}

Value reading_of_text(const std::string& text) {
  for (const Word& word : kWords) {
    if (text == word.text) return word.value;
  }
  if (text == "None") return {};
  if (!is_program_text(text)) return text;
  const ResolvedScalar read = resolve_plain(without_leading_zeros(text), ScalarRules::lenient);
  if (!read.problem.empty()) return text;
  const double* real = read.value.as<double>();
  return real ? whole_as_integer(*real) : read.value;
}

}  // namespace

Value reading_of(const Value& value) {
  if (const auto* text = value.as<std::string>()) return reading_of_text(*text);
  if (const auto* real = value.as<double>()) return whole_as_integer(*real);
  if (const auto* list = value.as<List>()) {
    List read;
    for (const Value& item : *list) read.push_back(reading_of(item));
    return read;
  }
  const auto* map = value.as<Map>();
  if (!map) return value;
  Map read;
  for (const Entry& entry : *map) read.push_back({entry.key, reading_of(entry.value)});
  return read;
}

}  // namespace sweep
