#pragma once

#include <string_view>

#include "objectives/bbob/instance.hpp"
#include "objectives/objective.hpp"

namespace sweep {

/// A problem of COCO's noiseless suite bbob as an objective: parameters x0, x1, ..., uniform on
/// [-5, 5], defined everywhere, optimum known.
Objective make_bbob(const BbobProblem& problem);

/// The name that IOHexperimenter gives a function, 1 .. 24: "Sphere", "Ellipsoid", ...
std::string_view bbob_function_name(int function);

}  // namespace sweep
