#include "bench/results/measures/data_profile.hpp"

#include <algorithm>
#include <limits>
#include <map>

#include "bench/reports/measures/distributions.hpp"
#include "bench/reports/measures/measures.hpp"

namespace sweep {
namespace {

// The part of what the first evaluation was above the lowest loss; Moré and Wild show 1e-1, 1e-3
// and 1e-5.
constexpr double kProfileTolerance = 1e-3;

double lowest_of(Problem problem) {
  double lowest = std::numeric_limits<double>::infinity();
  for (const DataSet& set : problem) {
    for (const Descent& descent : set.descents) {
      if (!descent.drops.empty()) lowest = std::min(lowest, descent.drops.back().precision);
    }
  }
  return lowest;
}

// What the lowest loss of each data set's problem is taken for: 0, the optimum, where it is known.
std::map<const DataSet*, double> lowest_losses(std::span<const DataSet> sets) {
  std::map<const DataSet*, double> all;
  for (const Problem problem : problems_of(sets)) {
    const double lowest = problem.front().has_optimum ? 0 : lowest_of(problem);
    for (const DataSet& set : problem) all[&set] = lowest;
  }
  return all;
}

}  // namespace

Sections data_profile_sections(std::span<const DataSet> sets, const MeasureOptions&) {
  const std::map<const DataSet*, double> lowest = lowest_losses(sets);
  return distribution_sections(sets, 1, distributions_of(sets, [&](const DataSet& set) {
                                 const bool by_simplex = set.axis == Axis::evaluations;
                                 const double unit = by_simplex ? set.dimension + 1 : 1;
                                 return data_profile_sample(set.descents, kProfileTolerance, unit,
                                                            lowest.at(&set));
                               }));
}

}  // namespace sweep
