#pragma once

#include <optional>

#include "bench/results/measures/descent.hpp"
#include "bench/results/objective_info.hpp"
#include "bench/results/record.hpp"

namespace sweep {

/// How the loss of a cell came down, along each of its axes. Precisions are losses without noise
/// less the optimum, or those losses themselves where no optimum is known. Only trials that ran to
/// their ends have a loss.
///
/// evaluations: every trial is one, those that failed or were stopped too; a loss counts from the
///   number of its trial + 1 on, or from that of a better known one with a higher number.
/// steps: those that all trials had done when the trial ended, paused and stopped ones and repeats of
///   lost steps too.
/// seconds: virtual, since the cell began, when the trial ended.
///
/// All of them are known at any record level, and the same at each, unless losses are noisy. In
/// stores of layout 5 and before, steps are known if every trial took all its steps, one after the
/// other.
struct CellDescents {
  Descent evaluations;
  std::optional<Descent> steps;
  Descent seconds;
};

/// The descents of a cell with its records. Nothing if its objective is not described, or if losses
/// without noise are not known of every trial: where losses are noisy, what improved with noise may
/// not have improved without, so that it takes all trials and what each was without noise. The
/// lowest loss of all points so far counts then, whatever was observed of them, as COCO logs its
/// noisy functions (Hansen et al. 2009, INRIA RR-6869).
std::optional<CellDescents> descents_of(const CellResult& result, const ObjectiveInfo& objective,
                                        RecordLevel level);

}  // namespace sweep
