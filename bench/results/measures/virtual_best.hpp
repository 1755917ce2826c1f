#pragma once

#include <optional>
#include <span>

namespace sweep {

/// Which archive of solvers: those of 2009 (31), or all from 2009 to 2016 (about 145).
enum class Archive { solvers_2009, solvers_2009_to_2016 };

/// The ERTs, in evaluations, of the virtual best solver of COCO's archive on a bbob function to the
/// 51 targets of run_length_targets(): for each of them the smallest ERT of all solvers, so that it
/// is an oracle per target; infinite where no solver ever got there. A method's ERT by this one is
/// its distance from history's best. Empty but for f1 to f24 in 2, 3, 5, 10, 20 and 40-D.
///
/// Source: the reference data of cocopp, github.com/numbbo/coco-postprocess, commit 2b13ce76,
/// src/cocopp/refalgs; Hansen, Auger, Ros, Finck, Pošík 2010, doi:10.1145/1830761.1830790.
std::span<const double> virtual_best_erts(int function, int dimension, Archive archive);

/// The one to a target: that of the easiest of the 51 which is no easier. Nothing where there are
/// none, and for a target harder than 1e-8.
std::optional<double> virtual_best_ert(int function, int dimension, double target, Archive archive);

}  // namespace sweep
