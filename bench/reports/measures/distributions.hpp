#pragma once

#include <span>
#include <vector>

#include "bench/reports/measures/labels.hpp"
#include "bench/reports/section.hpp"
#include "bench/results/measures/data_set.hpp"
#include "bench/results/measures/ecdf.hpp"

namespace sweep {

/// A group of functions, with how cells got to the targets of each.
struct Distribution {
  SetGroup group;
  std::vector<Ecdf> functions;
};

/// The distributions of all groups of the sets, with the sample that a set has.
template <class SampleOf>
std::vector<Distribution> distributions_of(std::span<const DataSet> sets, SampleOf sample_of) {
  std::vector<Distribution> all;
  for (SetGroup& group : groups_of(sets)) {
    Distribution& distribution = all.emplace_back(Distribution{std::move(group), {}});
    for (const DataSet* set : distribution.group.sets) {
      distribution.functions.emplace_back(sample_of(*set));
    }
  }
  return all;
}

/// The fraction reached within a budget. Every function counts the same, however many cells it has.
double mean_fraction(std::span<const Ecdf> functions, double budget);

/// A table of fractions at the budgets of the sets, or at `reach` times those, with the area under
/// each curve; and a figure for neighbours of the same functions and dimension.
Sections distribution_sections(std::span<const DataSet> sets, double reach,
                               std::span<const Distribution> distributions);

}  // namespace sweep
