#pragma once

#include <span>
#include <vector>

#include "bench/results/measures/descent.hpp"

namespace sweep {

/// Sets of target precisions, hardest last, as COCO's post-processing uses them (Hansen, Auger,
/// Brockhoff, Tušar 2022, doi:10.1109/TEVC.2022.3210897; cocopp).

/// 10^(k/5): COCO's grid of targets, five to a decade.
double grid_target(int k);

/// 51 from 10^2 to 10^-8, uniform in the logarithm: for distributions of run lengths.
std::vector<double> run_length_targets();
/// 10, 1, 1e-1, 1e-2, 1e-3, 1e-5, 1e-7: the columns of tables.
std::vector<double> table_targets();
/// 10, 1, 1e-1, 1e-2, 1e-3, 1e-5, 1e-8: for scaling with the dimension.
std::vector<double> scaling_targets();
/// 10, 1e-1, 1e-4, 1e-8: for distributions at a single target.
std::vector<double> single_targets();
/// 21 from 10^2 to 10^-8, uniform in the logarithm: for scatter plots.
std::vector<double> scatter_targets();

/// What the targets of a problem are made from: precisions that are the same for every problem, the
/// budgets within which a reference just did not reach them, or the fractions of all cells that
/// did.
enum class TargetKind { precisions, budgets, fractions };

/// The targets of a problem, each list with the easiest first: precisions, or losses where no
/// optimum is known.
struct ProblemTargets {
  TargetKind kind = TargetKind::precisions;
  std::vector<double> all = run_length_targets();  // for distributions
  std::vector<double> shown = table_targets();     // for columns of tables
  std::vector<double> places = table_targets();    // of those: precision, budget by D, or fraction
  double last = kFinalTarget;                      // success is to reach this one
  double end = kFinalTarget;  // who reached it is done: what comes after does not count
};

/// COCO's "expensive" setting: for each budget, from small to large, the easiest of the 51 targets
/// whose ERT of the reference is larger, and 1e-8 if there is none. `reference_erts` are to the 51,
/// at least one; budgets are evaluations. In tables a target that is no harder than the one before
/// it is the next harder one of the grid; in distributions each counts once.
///
/// Source: cocopp, RunlengthBasedTargetValues.
std::vector<double> budget_targets(std::span<const double> reference_erts,
                                   std::span<const double> budgets);

/// Those of budgets of 0.5, 1.2, 3, 10 and 50 times the dimension for tables, and of 31 between
/// 0.5 and 50, uniform in the logarithm, for distributions.
ProblemTargets expensive_targets(std::span<const double> reference_erts, int dimension);

/// The losses that a fraction of all cells reached, of all methods together: the ceil(q n)-th
/// smallest of their n outcomes, each in (0, 1]. `outcomes`, at least one, are what cells came to,
/// infinite if to nothing. IOHanalyzer's and COCO's targets are the same for every problem; these
/// tell methods apart whatever the scale of a loss is, and need no optimum.
std::vector<double> quantile_targets(std::vector<double> outcomes,
                                     std::span<const double> fractions);

/// Quantile targets at `fractions`, falling; without any, at 51 from 1 on for distributions and at
/// 0.9, 0.75, 0.5, 0.25 and 0.1 for tables.
ProblemTargets fraction_targets(const std::vector<double>& outcomes,
                                const std::vector<double>& fractions);

}  // namespace sweep
