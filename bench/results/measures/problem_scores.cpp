#include "bench/results/measures/problem_scores.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "bench/results/measures/fixed_budget.hpp"
#include "bench/results/statistics.hpp"

namespace sweep {
namespace {

std::vector<std::string> titles_of(std::span<const DataSet> sets) {
  std::set<std::string> titles;
  for (const DataSet& set : sets) titles.insert(set.title());
  return {titles.begin(), titles.end()};
}

double shared_budget(Problem problem) {
  double smallest = std::numeric_limits<double>::infinity();
  for (const DataSet& set : problem) {
    double largest = 0;
    for (const Descent& descent : set.descents) largest = std::max(largest, descent.length);
    smallest = std::min(smallest, largest);
  }
  return smallest;
}

// What a cell reached, on the scale on which regret is linear.
std::vector<double> reached_by(const DataSet& set, double budget) {
  std::vector<double> reached = precisions_after(set.descents, budget);
  if (!set.has_optimum) return reached;
  for (double& x : reached) x = std::log10(std::max(x, kFinalTarget));
  return reached;
}

/// The best and the worst finite number of all that were reached.
struct Ends {
  double best = std::numeric_limits<double>::infinity();
  double worst = -std::numeric_limits<double>::infinity();

  void take(std::span<const double> reached) {
    for (const double x : reached) {
      if (!std::isfinite(x)) continue;
      best = std::min(best, x);
      worst = std::max(worst, x);
    }
  }
  [[nodiscard]] double regret(double x) const {
    if (!std::isfinite(x)) return 1;
    return worst > best ? (x - best) / (worst - best) : 0;
  }
};

ScoredProblem scored(Problem problem, const std::vector<std::string>& methods) {
  ScoredProblem result;
  result.function = problem.front().function;
  result.dimension = problem.front().dimension;
  result.axis = problem.front().axis;
  result.budget = shared_budget(problem);
  result.regrets.resize(methods.size());
  result.repeats.resize(methods.size());
  Ends ends;
  for (const DataSet& set : problem) {
    const auto found = std::lower_bound(methods.begin(), methods.end(), set.title());
    const auto place = static_cast<std::size_t>(found - methods.begin());
    std::vector<double>& of_method = result.regrets[place];
    of_method = reached_by(set, result.budget);
    result.repeats[place] = set.repeats;
    ends.take(of_method);
  }
  for (std::vector<double>& of_method : result.regrets) {
    for (double& x : of_method) x = ends.regret(x);
    result.scores.push_back(of_method.empty() ? std::numeric_limits<double>::quiet_NaN()
                                              : median(of_method));
  }
  return result;
}

}  // namespace

bool ScoredProblem::is_complete() const {
  return std::none_of(regrets.begin(), regrets.end(),
                      [](const std::vector<double>& of_method) { return of_method.empty(); });
}

MethodScores method_scores(std::span<const DataSet> sets) {
  MethodScores result;
  result.methods = titles_of(sets);
  for (const Problem problem : problems_of(sets)) {
    result.problems.push_back(scored(problem, result.methods));
  }
  return result;
}

}  // namespace sweep
