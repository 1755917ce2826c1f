#pragma once

#include <optional>

namespace sweep {

/// Which archive of solvers: those of 2009 (about 31), or all from 2009 to 2016.
enum class Archive { solvers_2009, solvers_2009_to_2016 };

/// The ERT, in evaluations, of the virtual best solver of COCO's archive on a bbob function: the
/// smallest ERT of all of its solvers, 15 instances each. A method's ERT by this one is its
/// distance from history's best. There are numbers for f1 to f24 in 5-D and 20-D at the targets
/// 1e-1 (2009 only) and 1e-8; nothing for anything else.
///
/// Source: the reference data of cocopp, github.com/numbbo/coco-postprocess, commit 2b13ce76,
/// src/cocopp/refalgs; Hansen, Auger, Ros, Finck, Pošík 2010, doi:10.1145/1830761.1830790.
std::optional<double> virtual_best_ert(int function, int dimension, double target, Archive archive);

}  // namespace sweep
