#include "bench/results/measures/data_set.hpp"

#include <algorithm>
#include <cstddef>

namespace sweep {
namespace {

bool is_same_problem(const DataSet& a, const DataSet& b) {
  return a.function == b.function && a.dimension == b.dimension;
}

double longest_per_dimension(std::span<const DataSet> sets) {
  double longest = 1;
  for (const DataSet& set : sets) {
    longest = std::max(longest, largest_budget({&set, 1}) / set.dimension);
  }
  return longest;
}

}  // namespace

std::vector<Problem> problems_of(std::span<const DataSet> sets) {
  std::vector<Problem> problems;
  for (std::size_t begin = 0, end = 0; begin < sets.size(); begin = end) {
    while (end < sets.size() && is_same_problem(sets[begin], sets[end])) ++end;
    problems.push_back(sets.subspan(begin, end - begin));
  }
  return problems;
}

double largest_budget(std::span<const DataSet> sets) {
  double largest = 0;
  for (const DataSet& set : sets) {
    for (const Descent& descent : set.descents) {
      largest = std::max(largest, set.has_optimum ? counted_evaluations(descent) : descent.length);
    }
  }
  return largest;
}

std::vector<double> budgets_per_dimension(std::span<const DataSet> sets, double reach) {
  const double longest = reach * longest_per_dimension(sets);
  std::vector<double> budgets;
  for (double decade = 1;; decade *= 10) {
    for (const double step : {1, 2, 5}) {
      budgets.push_back(step * decade);
      if (budgets.back() >= longest) return budgets;
    }
  }
}

}  // namespace sweep
