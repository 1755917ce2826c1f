#include "algorithms/config/scalar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <utility>

#include "algorithms/config/scan.hpp"
#include "algorithms/config/yaml_number.hpp"

namespace sweep {
namespace {

/// A word of up to 40 characters of a text, to be shown.
std::string_view shown(std::string_view text) { return text.substr(0, 40); }

bool eat_time_zone(Scan& scan) {
  scan.eat_all(" \t");
  if (scan.eat("Z")) return true;
  return scan.eat("+-") && scan.eat_digits(1, 2) && (!scan.eat(":") || scan.eat_digits(2, 2));
}

/// A date, or a date with a time and perhaps a time zone (the YAML 1.1 type "timestamp").
bool is_date(std::string_view text) {
  Scan scan(text);
  if (!scan.eat_digits(4, 4) || !scan.eat("-") || !scan.eat_digits(1, 2) || !scan.eat("-") ||
      !scan.eat_digits(1, 2)) {
    return false;
  }
  if (scan.is_done()) return text.size() == std::string_view("2024-01-01").size();
  if (!scan.eat("Tt") && scan.eat_all(" \t") == 0) return false;
  if (!scan.eat_digits(1, 2) || !scan.eat(":") || !scan.eat_digits(2, 2) || !scan.eat(":") ||
      !scan.eat_digits(2, 2)) {
    return false;
  }
  if (scan.eat(".")) scan.eat_all(Scan::kDigits);
  return scan.is_done() || (eat_time_zone(scan) && scan.is_done());
}

bool is_null(std::string_view text) {
  constexpr std::array<std::string_view, 5> kWords = {"", "~", "null", "Null", "NULL"};
  return std::find(kWords.begin(), kWords.end(), text) != kWords.end();
}

std::optional<bool> boolean(std::string_view text) {
  constexpr std::array<std::array<std::string_view, 3>, 6> kWords = {{{"yes", "Yes", "YES"},
                                                                      {"true", "True", "TRUE"},
                                                                      {"on", "On", "ON"},
                                                                      {"no", "No", "NO"},
                                                                      {"false", "False", "FALSE"},
                                                                      {"off", "Off", "OFF"}}};
  for (std::size_t i = 0; i < kWords.size(); ++i) {
    for (const std::string_view word : kWords[i]) {
      if (text == word) return i < 3;
    }
  }
  return std::nullopt;
}

}  // namespace

ResolvedScalar resolve_plain(std::string_view text, ScalarRules rules) {
  if (is_null(text)) return {};
  if (rules == ScalarRules::written) return {std::string(text), ""};
  if (const auto truth = boolean(text)) return {*truth, ""};
  if (auto number = yaml_integer(text, rules)) return *std::move(number);
  if (const auto number = yaml_real(text, rules)) return {*number, ""};
  if (is_date(text)) return {Date{std::string(text)}, ""};
  return {std::string(text), ""};
}

std::string format_yaml_real(double x) {
  std::string text = format_real(x);
  const std::size_t exponent = text.find('e');
  if (exponent == std::string::npos || text.find('.') != std::string::npos) return text;
  return text.insert(exponent, ".0");
}

ResolvedScalar resolve_tagged(std::string_view text, std::string_view tag) {
  constexpr std::string_view kPrefix = "tag:yaml.org,2002:";
  const std::string_view type =
      tag.starts_with(kPrefix) ? tag.substr(kPrefix.size()) : std::string_view();
  if (type == "str") return {std::string(text), ""};
  ResolvedScalar plain = resolve_plain(text, ScalarRules::lenient);
  if (!plain.problem.empty()) return plain;
  const Value& value = plain.value;
  if (type == "float" && !std::isnan(number(value))) return {number(value), ""};
  const bool fits = (type == "int" && value.as<std::int64_t>()) ||
                    (type == "float" && value.as<double>()) ||
                    (type == "bool" && value.as<bool>()) || (type == "null" && value.is_null()) ||
                    (type == "timestamp" && value.as<Date>());
  if (fits) return plain;
  if (type.empty()) return {{}, fmt::format("tag {} is not supported", shown(tag))};
  return {{}, fmt::format("{} is no !!{}", shown(text), shown(type))};
}

}  // namespace sweep
