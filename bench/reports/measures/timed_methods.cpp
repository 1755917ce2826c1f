#include "bench/reports/measures/timed_methods.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "bench/reports/measures/samples.hpp"

namespace sweep {
namespace {

// Nothing if some method lacks the problem, or did nothing on it.
std::vector<TimedMethod> all_methods_on(Problem problem, const std::vector<std::string>& methods) {
  std::vector<TimedMethod> all;
  for (const std::string& method : methods) {
    const auto set = std::find_if(problem.begin(), problem.end(),
                                  [&](const DataSet& one) { return one.title() == method; });
    if (set == problem.end()) return {};
    all.push_back(timed_method(*set));
    if (all.back().length <= 0) return {};
  }
  return all;
}

}  // namespace

TimedMethod timed_method(const DataSet& set) {
  std::vector<double> hits = run_length_sample(set, {});
  for (double& hit : hits) hit *= set.unit();
  double length = set.descents.front().length;
  for (const Descent& descent : set.descents) length = std::min(length, descent.length);
  return {Ecdf(std::move(hits)), set.own_seconds, length};
}

TimedProblems timed_problems(std::span<const DataSet> sets) {
  std::set<std::string> titles;
  for (const DataSet& set : sets) titles.insert(set.title());
  TimedProblems timed{{titles.begin(), titles.end()}, {}};
  for (const Problem problem : problems_of(sets)) {
    auto methods = all_methods_on(problem, timed.methods);
    if (!methods.empty()) timed.problems.push_back(std::move(methods));
  }
  return timed;
}

}  // namespace sweep
