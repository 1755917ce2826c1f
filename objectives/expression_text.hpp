#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sweep {

/// A name in an expression, and the column (from 1) of its first letter.
struct NamePlace {
  std::string name;
  std::size_t column;
};

/// An expression whose spelling was checked: numbers, names, brackets and operators stand where
/// they may. `text` has '^' for every '**' and the same columns as the original.
struct ExpressionText {
  std::string text;
  std::vector<NamePlace> variables;  // in order, repeated names once
};

inline constexpr std::size_t kLongestExpression = 16384;
inline constexpr std::size_t kDeepestExpression = 200;  // brackets inside brackets

/// The functions that expressions know.
std::span<const std::string_view> expression_functions();

/// Throws SpecError for the first place that is wrong.
ExpressionText check_expression(std::string_view text);

/// Throws the SpecError `expression 'x +* y': column 4: unexpected '*'`.
[[noreturn]] void refuse_expression(std::string_view text, std::size_t column,
                                    std::string_view problem);
[[noreturn]] void refuse_expression(std::string_view text, std::string_view problem);

}  // namespace sweep
