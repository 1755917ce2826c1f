#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tests/golden/vectors.hpp"

namespace sweep::statistics_vectors {

/// statistics.json.
inline const Value& vectors() {
  static const Value all = read_vectors("statistics.json");
  return all;
}

/// A case, and how near to its numbers one has to come.
class Case {
 public:
  explicit Case(const Value& value) : value_(value) {}

  [[nodiscard]] std::string name(std::string_view key) const { return as_text(at(value_, key)); }
  [[nodiscard]] const Value& input(std::string_view key) const {
    return at(at(value_, "input"), key);
  }
  [[nodiscard]] double number(std::string_view key) const { return as_real(input(key)); }
  [[nodiscard]] std::size_t count(std::string_view key) const {
    return static_cast<std::size_t>(as_integer(input(key)));
  }
  /// Numbers that the case lists, or names.
  [[nodiscard]] std::vector<double> numbers(std::string_view key) const {
    const Value& given = input(key);
    const bool is_name = given.as<std::string>() != nullptr;
    return as_reals(is_name ? at(at(vectors(), "data"), as_text(given)) : given);
  }
  [[nodiscard]] const Value& expected(std::string_view key) const {
    return at(at(value_, "expected"), key);
  }

  void expect(double got, std::string_view key) const { expect_near(got, expected(key), key); }
  void expect(const std::optional<double>& got, std::string_view key) const {
    expect_near(got, expected(key), key);
  }
  void expect_if_there(double got, std::string_view key) const {
    if (has(at(value_, "expected"), key)) expect(got, key);
  }
  void expect(std::span<const double> got, std::string_view key) const {
    const List& list = as_list(expected(key));
    ASSERT_EQ(got.size(), list.size()) << key;
    for (std::size_t i = 0; i < got.size(); ++i) expect_near(got[i], list[i], key);
  }
  void expect_near(std::optional<double> got, const Value& wanted, std::string_view key) const {
    const bool is_null = wanted.is_null();
    EXPECT_EQ(got.has_value(), !is_null) << key;
    if (!got || is_null) return;
    const double number = as_real(wanted);
    EXPECT_NEAR(*got, number,
                std::max(tolerance("relative") * std::abs(number), tolerance("absolute")))
        << key;
  }
  [[nodiscard]] double tolerance(std::string_view kind) const {
    const Value& given = at(value_, "tolerance");
    return has(given, kind) ? as_real(at(given, kind)) : 0;
  }

 private:
  const Value& value_;
};

/// What holds a kind of case to its numbers.
using Check = void (*)(const Case&);
using Checks = std::map<std::string, Check>;

/// Runs the checks of all cases that they are for; says how many those are.
inline std::size_t check_cases(const Checks& checks) {
  std::size_t checked = 0;
  for (const Value& value : as_list(at(vectors(), "cases"))) {
    const Case c(value);
    const auto check = checks.find(c.name("test"));
    if (check == checks.end()) continue;
    SCOPED_TRACE(c.name("id") + " " + check->first);
    check->second(c);
    ++checked;
  }
  return checked;
}

/// How many cases there are of some kinds.
inline std::size_t count_cases(std::span<const std::string_view> kinds, bool are_of_them) {
  const List& cases = as_list(at(vectors(), "cases"));
  const auto count = std::count_if(cases.begin(), cases.end(), [&](const Value& value) {
    const std::string kind = Case(value).name("test");
    return (std::find(kinds.begin(), kinds.end(), kind) != kinds.end()) == are_of_them;
  });
  return static_cast<std::size_t>(count);
}

/// The kinds of cases that are about parameters, not about comparisons.
inline constexpr std::array<std::string_view, 3> kImportanceKinds = {"correlation", "fanova_grid",
                                                                     "forest_importance"};

}  // namespace sweep::statistics_vectors
