#include "bench/results/measures/ecdf.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "bench/reports/measures/distributions.hpp"
#include "bench/reports/measures/measures.hpp"
#include "bench/reports/measures/samples.hpp"

namespace sweep {
namespace {

/// A virtual best of COCO's, as it stands among the methods.
struct BestName {
  Archive archive;
  const char* name;
};

constexpr BestName kBests[] = {{Archive::solvers_2009, "best 2009"},
                               {Archive::solvers_2009_to_2016, "best 2009-16"}};

bool is_same_group(const Distribution& a, const Distribution& b) {
  return a.group.name == b.group.name && a.group.dimension == b.group.dimension;
}

// A data set of each function that some method of the group has.
std::vector<const DataSet*> functions_of(std::span<const Distribution> group) {
  std::vector<const DataSet*> functions;
  for (const Distribution& method : group) {
    for (const DataSet* set : method.group.sets) {
      const auto is_it = [&](const DataSet* other) { return other->function == set->function; };
      if (std::none_of(functions.begin(), functions.end(), is_it)) functions.push_back(set);
    }
  }
  return functions;
}

// Without a function unless the reference has all of them: it would be of other functions.
Distribution best_of_group(std::span<const Distribution> group, const BestName& best) {
  Distribution distribution{
      {group.front().group.name, group.front().group.dimension, best.name, {}}, {}};
  for (const DataSet* function : functions_of(group)) {
    std::vector<double> sample = virtual_best_sample(*function, best.archive);
    if (sample.empty()) return {distribution.group, {}};
    distribution.functions.emplace_back(std::move(sample));
  }
  return distribution;
}

// The methods of each group, and after them the references that there are.
std::vector<Distribution> with_virtual_bests(std::vector<Distribution> methods) {
  std::vector<Distribution> all;
  for (auto first = methods.begin(), last = first; first != methods.end(); first = last) {
    last = std::find_if_not(first, methods.end(), [&](const Distribution& other) {
      return is_same_group(*first, other);
    });
    const std::span<const Distribution> group(first, last);
    std::vector<Distribution> bests;
    for (const BestName& best : kBests) {
      Distribution reference = best_of_group(group, best);
      if (!reference.functions.empty()) bests.push_back(std::move(reference));
    }
    std::move(first, last, std::back_inserter(all));
    std::move(bests.begin(), bests.end(), std::back_inserter(all));
  }
  return all;
}

void add_target_notes(std::span<const DataSet> sets, Sections& sections) {
  for (const TargetKind kind : {TargetKind::budgets, TargetKind::fractions}) {
    const std::span<const DataSet> same = sets_with(kind, sets);
    if (same.empty()) continue;
    sections.emplace_back(Note{note_on_targets(kind), "", {}});
  }
}

}  // namespace

Sections ecdf_sections(std::span<const DataSet> sets, const MeasureOptions& options) {
  const std::vector<Distribution> distributions = with_virtual_bests(
      distributions_of(sets, [&](const DataSet& set) { return run_length_sample(set, options); }));
  Sections sections =
      distribution_sections(sets, options.restarts ? kRestartReach : 1, distributions);
  add_target_notes(sets, sections);
  add_restart_note(
      options,
      "beyond the longest run only restarts contribute; budgets go on to 100 times its own",
      sections);
  return sections;
}

}  // namespace sweep
