#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bench/results/measures/data_set.hpp"
#include "bench/results/measures/equal_time.hpp"

namespace sweep {

/// What a data set's cells reached of its targets, and what its method took itself, for each place
/// on the axis. The length is that of the shortest cell: 0 if one did nothing.
TimedMethod timed_method(const DataSet& set);

/// Methods, and the problems on which all of them have cells that did something.
struct TimedProblems {
  std::vector<std::string> methods;                // by title, sorted
  std::vector<std::vector<TimedMethod>> problems;  // each with all methods, in that order
};
TimedProblems timed_problems(std::span<const DataSet> sets);

}  // namespace sweep
