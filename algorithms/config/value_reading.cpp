#include "algorithms/config/value_reading.hpp"

#include <cmath>
#include <cstdint>
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

Value reading_of_text(const std::string& text) {
  for (const Word& word : kWords) {
    if (text == word.text) return word.value;
  }
  if (text == "None") return {};
  if (text.empty()) return text;
  const ResolvedScalar read = resolve_plain(text, ScalarRules::lenient);
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
