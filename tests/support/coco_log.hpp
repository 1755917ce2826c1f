#pragma once

#include <string>
#include <vector>

#include "bench/results/measures/descent.hpp"

namespace sweep {

/// The runs of an algorithm's folder in COCO's log format on one function and dimension: from the
/// `.dat` and `.tdat` files that its `.info` file names, in that order. Throws for what is no such
/// log.
std::vector<Descent> read_coco_log(const std::string& folder, int function, int dimension);

/// The same from the `.tdat` files alone, which have lines at some evaluations, the last one among
/// them: what cocopp takes the precisions at a budget from.
std::vector<Descent> read_coco_log_by_evaluation(const std::string& folder, int function,
                                                 int dimension);

}  // namespace sweep
