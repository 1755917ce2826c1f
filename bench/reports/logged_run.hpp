#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "algorithms/space/point.hpp"

namespace sweep {

/// A function in one dimension, as the log formats of the field name it.
struct LoggedProblem {
  std::string suite;
  int function = 1;
  std::string name;
  std::size_t dimension = 1;
};

/// One evaluation of a run. Evaluations count from 1.
struct Evaluation {
  std::uint64_t number;
  double value;
  PointView point;  // native values
};

/// What stands in a log for a value that is no number, and for an infinite one: some of those who
/// read logs would read `inf` forever.
inline constexpr double kLoggedNan = 2e21;
inline constexpr double kLoggedInfinity = 3e21;

/// One run on one instance of a problem, as the log formats want it: every evaluation, or at least
/// the first one and those that improved on all before, in order.
struct LoggedRun {
  std::uint64_t instance = 1;
  std::uint64_t seed = 0;
  std::optional<double> optimum;  // what values are logged relative to; nothing if they are not
  std::uint64_t evaluations = 0;  // all of them, logged here or not
  std::vector<Evaluation> logged;
};

/// The text with each stretch of characters other than letters, digits, '+', '-' and '.' as one
/// '_': safe as a file name in any shell, and inside quotes of any format.
std::string plain_name(std::string_view text);

}  // namespace sweep
