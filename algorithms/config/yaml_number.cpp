#include "algorithms/config/yaml_number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>

#include "algorithms/config/scan.hpp"

namespace sweep {
namespace {

constexpr std::size_t kLongestShown = 40;
constexpr std::string_view kDigitsAndGaps = "0123456789_";

/// (:[0-5]?[0-9])+
bool eat_base_60(Scan& scan) {
  bool any = false;
  while (scan.eat(":")) {
    any = true;
    const bool is_short = scan.eat("6789");
    if (!is_short && !scan.eat("012345")) return false;
    if (!is_short) scan.eat(Scan::kDigits);
  }
  return any;
}

std::string_view without_sign(std::string_view text) {
  return text.starts_with('-') || text.starts_with('+') ? text.substr(1) : text;
}

std::string without_gaps(std::string_view text) {
  std::string digits(text);
  std::erase(digits, '_');
  return digits;
}

bool is_base_60(std::string_view digits) {
  Scan scan(digits);
  return scan.eat(Scan::kDigits) && (scan.eat_all(kDigitsAndGaps), eat_base_60(scan)) &&
         scan.is_done();
}

struct Radix {
  unsigned base;
  std::string_view digits;  // without sign and prefix
};

/// The number system of an integer, if the text is one.
std::optional<Radix> radix(std::string_view digits, ScalarRules rules) {
  const auto all = [digits](std::size_t from, std::string_view any_of) {
    return digits.size() > from && digits.find_first_not_of(any_of, from) == std::string_view::npos;
  };
  if (digits == "0") return Radix{10, digits};
  if (digits.starts_with("0b") && all(2, "01_")) return Radix{2, digits.substr(2)};
  if (digits.starts_with("0x") && all(2, "0123456789abcdefABCDEF_")) {
    return Radix{16, digits.substr(2)};
  }
  if (rules == ScalarRules::lenient && digits.starts_with("0o") && all(2, "01234567")) {
    return Radix{8, digits.substr(2)};
  }
  if (digits.starts_with('0')) {
    return all(1, "01234567_") ? std::optional(Radix{8, digits}) : std::nullopt;
  }
  if (digits.starts_with('_')) return std::nullopt;
  if (all(0, kDigitsAndGaps)) return Radix{10, digits};
  if (is_base_60(digits)) return Radix{60, digits};
  return std::nullopt;
}

unsigned digit_value(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  return static_cast<unsigned>((c | 0x20) - 'a') + 10;
}

constexpr std::uint64_t kMost = std::numeric_limits<std::uint64_t>::max();

/// a * b + c, or nothing if that does not fit.
std::optional<std::uint64_t> times_plus(std::uint64_t a, unsigned b, std::uint64_t c) {
  if (a > (kMost - c) / b) return std::nullopt;
  return a * b + c;
}

std::optional<std::uint64_t> magnitude(const Radix& number) {
  const unsigned base = number.base == 60 ? 10 : number.base;
  std::uint64_t high = 0;  // of base 60: the places before the last ':'
  std::uint64_t low = 0;
  for (const char c : number.digits) {
    if (c == '_') continue;
    const auto next = c == ':' ? times_plus(high, 60, low) : times_plus(low, base, digit_value(c));
    if (!next) return std::nullopt;
    high = c == ':' ? *next : high;
    low = c == ':' ? 0 : *next;
  }
  return times_plus(high, 60, low);
}

std::optional<std::int64_t> with_sign(std::uint64_t magnitude, bool is_negative) {
  constexpr auto kLargest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  if (!is_negative && magnitude <= kLargest) return static_cast<std::int64_t>(magnitude);
  if (is_negative && magnitude <= kLargest + 1) return static_cast<std::int64_t>(0 - magnitude);
  return std::nullopt;
}

/// `[0-9][0-9_]*\.[0-9_]*([eE][-+][0-9]+)?`, after a dot without digits before it no sign
bool is_wandb_real(std::string_view text) {
  Scan scan(without_sign(text));
  const bool has_sign = without_sign(text).size() < text.size();
  const bool has_digits = scan.eat(Scan::kDigits);
  if (has_digits) scan.eat_all(kDigitsAndGaps);
  if (!scan.eat(".")) return false;
  if (!has_digits && (has_sign || !scan.eat(Scan::kDigits))) return false;
  scan.eat_all(kDigitsAndGaps);
  if (scan.is_done()) return true;
  return scan.eat("eE") && scan.eat("+-") && scan.eat_all(Scan::kDigits) > 0 && scan.is_done();
}

/// `[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?` with a dot or an exponent
bool is_lenient_real(std::string_view text) {
  Scan scan(without_sign(text));
  const std::size_t before = scan.eat_all(Scan::kDigits);
  const bool has_dot = scan.eat(".");
  const std::size_t after = has_dot ? scan.eat_all(Scan::kDigits) : 0;
  if (before + after == 0) return false;
  if (scan.is_done()) return has_dot;
  if (!scan.eat("eE")) return false;
  scan.eat("+-");
  return scan.eat_all(Scan::kDigits) > 0 && scan.is_done();
}

/// A real number; beyond the range of a double infinite, or 0 for a negative exponent.
double parse_real(std::string_view text) {
  const std::string digits = without_gaps(without_sign(text));
  double value = 0;
  const auto end = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (end.ec == std::errc::result_out_of_range) {
    const bool is_tiny = digits.find('-') != std::string::npos || digits.starts_with("0.");
    value = is_tiny ? 0 : std::numeric_limits<double>::infinity();
  }
  return text.starts_with('-') ? -value : value;
}

/// `[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+\.[0-9_]*`
std::optional<double> base_60_real(std::string_view text) {
  const std::string_view digits = without_sign(text);
  const std::size_t dot = digits.find('.');
  if (dot == std::string_view::npos || !is_base_60(digits.substr(0, dot))) return std::nullopt;
  if (digits.find_first_not_of(kDigitsAndGaps, dot + 1) != std::string_view::npos) {
    return std::nullopt;
  }
  double value = 0;
  for (std::size_t from = 0; from <= digits.size();) {
    const std::size_t to = std::min(digits.find(':', from), digits.size());
    value = value * 60 + parse_real(digits.substr(from, to - from));
    from = to + 1;
  }
  return text.starts_with('-') ? -value : value;
}

std::optional<double> special_real(std::string_view text) {
  for (const std::string_view word : {".nan", ".NaN", ".NAN"}) {
    if (text == word) return std::numeric_limits<double>::quiet_NaN();
  }
  for (const std::string_view word : {".inf", ".Inf", ".INF"}) {
    if (without_sign(text) != word) continue;
    return text.starts_with('-') ? -std::numeric_limits<double>::infinity()
                                 : std::numeric_limits<double>::infinity();
  }
  return std::nullopt;
}

}  // namespace

std::optional<ResolvedScalar> yaml_integer(std::string_view text, ScalarRules rules) {
  const auto number = radix(without_sign(text), rules);
  if (!number) return std::nullopt;
  if (number->digits.find_first_not_of('_') == std::string_view::npos) {
    return ResolvedScalar{{}, fmt::format("{} has no digits", text.substr(0, kLongestShown))};
  }
  const auto size = magnitude(*number);
  const auto value = size ? with_sign(*size, text.starts_with('-')) : std::nullopt;
  if (value) return ResolvedScalar{*value, ""};
  return ResolvedScalar{
      {}, fmt::format("integer {} does not fit 64 bits", text.substr(0, kLongestShown))};
}

std::optional<double> yaml_real(std::string_view text, ScalarRules rules) {
  const bool is_real =
      is_wandb_real(text) || (rules == ScalarRules::lenient && is_lenient_real(text));
  if (is_real) return parse_real(text);
  const auto special = special_real(text);
  return special ? special : base_60_real(text);
}

}  // namespace sweep
