#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "bench/reports/measures/labels.hpp"
#include "bench/reports/measures/measures.hpp"
#include "bench/results/measures/expected_runtime.hpp"
#include "bench/results/measures/multiple_tests.hpp"
#include "bench/results/measures/run_comparison.hpp"

namespace sweep {
namespace {

/// Two methods on one problem; `better` is the one that z favours.
struct ComparedSets {
  const DataSet* better;
  const DataSet* worse;
  RankSum test;
};

ComparedSets compare_sets(const DataSet& first, const DataSet& second) {
  const RankSum test =
      compare_runs(first.descents, second.descents, first.targets.last, first.targets.end);
  if (test.z >= 0) return {&first, &second, test};
  return {&second, &first, {-test.z, test.p}};
}

std::vector<ComparedSets> comparisons_of(std::span<const DataSet> sets) {
  std::vector<ComparedSets> all;
  for (const Problem problem : problems_of(sets)) {
    for (std::size_t i = 0; i < problem.size(); ++i) {
      for (std::size_t j = i + 1; j < problem.size(); ++j) {
        all.push_back(compare_sets(problem[i], problem[j]));
      }
    }
  }
  return all;
}

/// Tests that are corrected together: all functions of a suite in one dimension, for each two
/// methods. What is in no suite is one more.
using Family = std::tuple<std::string, int, std::string, std::string>;

Family family_of(const ComparedSets& comparison) {
  std::string first = comparison.better->title();
  std::string second = comparison.worse->title();
  if (second < first) std::swap(first, second);
  return {comparison.better->suite, comparison.better->dimension, first, second};
}

struct Corrected {
  double bonferroni;
  double holm;
};

std::vector<Corrected> corrected(std::span<const ComparedSets> comparisons) {
  std::map<Family, std::vector<std::size_t>> families;
  for (std::size_t i = 0; i < comparisons.size(); ++i) {
    families[family_of(comparisons[i])].push_back(i);
  }
  std::vector<Corrected> all(comparisons.size());
  for (const auto& family : families) {
    std::vector<double> p_values;
    for (const std::size_t i : family.second) p_values.push_back(comparisons[i].test.p);
    const std::vector<double> by_bonferroni = bonferroni(p_values);
    const std::vector<double> by_holm = holm(p_values);
    for (std::size_t k = 0; k < p_values.size(); ++k) {
      all[family.second[k]] = {by_bonferroni[k], by_holm[k]};
    }
  }
  return all;
}

// Whether some two methods were compared by precisions alone.
bool compares_failures(std::span<const ComparedSets> comparisons) {
  const auto never = [](const DataSet& set) {
    return successes(run_lengths(set.descents, set.targets.last, set.targets.end)) == 0;
  };
  return std::any_of(comparisons.begin(), comparisons.end(), [&](const ComparedSets& comparison) {
    return never(*comparison.better) && never(*comparison.worse);
  });
}

// Readers who have cocopp's tables beside this one would wonder.
Note failures_note(std::span<const ComparedSets> comparisons) {
  if (!compares_failures(comparisons)) return {};
  return {
      "where neither method reached the target, p is the test's of precisions after equally many "
      "evaluations;\ncocopp says 1 there if budgets are equal",
      "",
      {}};
}

Shown shown_p(double p) { return {fmt::format("{:.2g}", p), p}; }

}  // namespace

Sections significance_sections(std::span<const DataSet> sets, const MeasureOptions&) {
  constexpr double kLevel = 0.05;
  ReportTable table;
  table.columns = {{"function", "function"},
                   {"better", "better"},
                   {"worse", "worse"},
                   {"D", "dimension"},
                   {"n", "runs_better"},
                   {"n", "runs_worse"},
                   {"target", "target"},
                   {"z", "z"},
                   {"p", "p"},
                   {"Holm", "p_holm"},
                   {"Bonferroni", "p_bonferroni"},
                   {"sure", "is_significant"}};
  table.text_columns = 3;
  const std::vector<ComparedSets> comparisons = comparisons_of(sets);
  const std::vector<Corrected> families = corrected(comparisons);
  for (std::size_t i = 0; i < comparisons.size(); ++i) {
    const ComparedSets& comparison = comparisons[i];
    const bool is_sure = families[i].holm < kLevel;
    table.rows.push_back({shown(comparison.better->function),
                          shown(comparison.better->title()),
                          shown(comparison.worse->title()),
                          shown(static_cast<std::size_t>(comparison.better->dimension)),
                          shown_runs(*comparison.better),
                          shown_runs(*comparison.worse),
                          shown(comparison.better->targets.last),
                          shown(comparison.test.z),
                          shown_p(comparison.test.p),
                          shown_p(families[i].holm),
                          shown_p(families[i].bonferroni),
                          {is_sure ? "yes" : "no", is_sure}});
  }
  return {std::move(table), failures_note(comparisons)};
}

}  // namespace sweep
