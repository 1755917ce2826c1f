#include "algorithms/wandb/coordinate.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <string>
#include <string_view>

namespace sweep {
namespace {

// A boolean is 0 or 1 to Python.
std::optional<double> python_number(const Value& value) {
  if (const bool* truth = value.as<bool>()) return *truth ? 1.0 : 0.0;
  if (value.as<std::int64_t>() || value.as<double>()) return number(value);
  return std::nullopt;
}

bool is_falsy(const Value& value) {
  if (const auto x = python_number(value)) return *x == 0;
  if (const auto* text = value.as<std::string>()) return text->empty();
  if (const auto* list = value.as<List>()) return list->empty();
  if (const auto* map = value.as<Map>()) return map->empty();
  return value.is_null();
}

// Exact where two integers are near 2^63.
bool same_number(const Value& a, const Value& b) {
  const auto* i = a.as<std::int64_t>();
  const auto* j = b.as<std::int64_t>();
  return i && j ? *i == *j : *python_number(a) == *python_number(b);
}

bool is_equal(const Value& a, const Value& b);

bool is_equal(const List& a, const List& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Value& x, const Value& y) { return is_equal(x, y); });
}

bool is_equal(const Map& a, const Map& b) {
  return a.size() == b.size() && std::all_of(a.begin(), a.end(), [&b](const Entry& entry) {
           return std::any_of(b.begin(), b.end(), [&entry](const Entry& other) {
             return is_equal(entry.key, other.key) && is_equal(entry.value, other.value);
           });
         });
}

bool is_equal(const Value& a, const Value& b) {
  if (python_number(a) && python_number(b)) return same_number(a, b);
  if (a.data.index() != b.data.index()) return false;
  if (a.as<List>()) return is_equal(*a.as<List>(), *b.as<List>());
  if (a.as<Map>()) return is_equal(*a.as<Map>(), *b.as<Map>());
  if (a.as<Date>()) return *a.as<Date>() == *b.as<Date>();
  if (a.as<std::string>()) return *a.as<std::string>() == *b.as<std::string>();
  return a.is_null();
}

std::string_view stripped(std::string_view text) {
  constexpr std::string_view kSpace = " \t\n\r\f\v";
  const std::size_t first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Python allows one between two digits.
std::optional<std::string> without_underscores(std::string_view text) {
  std::string digits;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '_') {
      digits += text[i];
    } else if (i == 0 || i + 1 == text.size() || !is_digit(text[i - 1]) || !is_digit(text[i + 1])) {
      return std::nullopt;
    }
  }
  return digits;
}

// The number that Python's float(text) gives; nothing if that refuses it.
std::optional<double> python_real(std::string_view text) {
  std::optional<std::string> digits = without_underscores(stripped(text));
  if (!digits || digits->find('(') != std::string::npos) return std::nullopt;
  if (digits->starts_with('+')) {
    digits->erase(0, 1);
    if (digits->starts_with('-')) return std::nullopt;
  }
  double x = 0;
  const char* end = digits->data() + digits->size();
  const auto [last, error] = std::from_chars(digits->data(), end, x);
  if (last != end || error == std::errc::invalid_argument) return std::nullopt;
  // Out of range, from_chars leaves open whether it is infinite or 0.
  return error == std::errc::result_out_of_range ? std::strtod(digits->c_str(), nullptr) : x;
}

std::optional<double> category(const Categorical& categorical, const Value& value) {
  const std::vector<Value>& values = categorical.values();
  const auto same = std::find_if(values.begin(), values.end(),
                                 [&value](const Value& v) { return is_equal(v, value); });
  if (same == values.end()) return std::nullopt;
  return categorical.cdf(static_cast<double>(same - values.begin()));
}

}  // namespace

std::optional<double> wandb_coordinate(const Distribution& distribution, const Value* value) {
  const bool is_missing = !value || is_falsy(*value);
  const auto* categorical = std::get_if<Categorical>(&distribution);
  if (is_missing) return categorical ? categorical->cdf(0) : cdf(distribution, 0);
  if (categorical) return category(*categorical, *value);
  const auto* text = value->as<std::string>();
  const std::optional<double> x = text ? python_real(*text) : python_number(*value);
  if (!x) return std::nullopt;
  return std::isnan(*x) ? 0 : cdf(distribution, *x);
}

}  // namespace sweep
