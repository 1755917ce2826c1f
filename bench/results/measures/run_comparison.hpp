#pragma once

#include <span>
#include <vector>

#include "bench/results/measures/descent.hpp"
#include "bench/results/measures/rank_sum.hpp"

namespace sweep {

/// The scores of two methods' cells at a target, larger is better, on which COCO tests them.
struct RunScores {
  std::vector<double> first;
  std::vector<double> second;
};

/// Scores cells as COCO does. With U the smallest budget M of all unsuccessful cells of both
/// methods, a cell with T <= U scores 1/T, and any other the negative of its best precision after
/// U evaluations, the last one included: whoever succeeded comes before all others, and they are
/// compared where all of them still ran.
RunScores run_scores(std::span<const Descent> first, std::span<const Descent> second, double target,
                     double end = kFinalTarget);

/// COCO's test of two methods on one function at a target: the rank-sum test of their scores. z is
/// above 0 where the first is better. p is 1 unless the better one also has the ERT that is not
/// larger and, if that is finite, the lower average number of evaluations. Both have descents.
///
/// Differs from cocopp where no cell of either reached the target: precisions after equally many
/// evaluations are compared then, and p is the test's. cocopp means that, too, but asks whether ERT
/// `is np.inf`, which no number of an array is; so it wants the lower average number of evaluations
/// there as well, and says p = 1 whenever budgets are equal. It reads the precision after U
/// evaluations from a log that has not all of them: that of the last line up to U.
/// Precisions may be losses, then without an `end` at which cells are done.
///
/// Source: Hansen et al. 2021, doi:10.1080/10556788.2020.1808977; cocopp.
RankSum compare_runs(std::span<const Descent> first, std::span<const Descent> second, double target,
                     double end = kFinalTarget);

}  // namespace sweep
