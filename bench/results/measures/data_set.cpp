#include "bench/results/measures/data_set.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace sweep {
namespace {

bool is_same_problem(const DataSet& a, const DataSet& b) {
  return a.function == b.function && a.dimension == b.dimension && a.has_optimum == b.has_optimum;
}

double longest_by_unit(std::span<const DataSet> sets) {
  double longest = 0;
  for (const DataSet& set : sets) {
    longest = std::max(longest, largest_budget({&set, 1}) / set.unit());
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
      largest = std::max(largest, counted_evaluations(descent, set.targets.end));
    }
  }
  return largest;
}

double first_place(std::span<const DataSet> sets) {
  if (sets.front().axis == Axis::evaluations) return 1;
  double first = std::numeric_limits<double>::infinity();
  for (const DataSet& set : sets) {
    for (const Descent& descent : set.descents) {
      if (!descent.drops.empty() && descent.drops.front().at > 0) {
        first = std::min(first, descent.drops.front().at);
      }
    }
  }
  return std::isfinite(first) ? first : 1;
}

std::vector<double> budgets_by_unit(std::span<const DataSet> sets, double reach) {
  const double first = first_place(sets);
  const double longest = std::max(first, reach * longest_by_unit(sets));
  std::vector<double> budgets;
  for (double decade = std::pow(10.0, std::floor(std::log10(first)));; decade *= 10) {
    for (const double step : {1, 2, 5}) {
      if (!budgets.empty() && step * decade <= first) budgets.clear();
      budgets.push_back(step * decade);
      if (budgets.back() >= longest) return budgets;
    }
  }
}

}  // namespace sweep
