#pragma once

#include <span>
#include <string_view>

#include "objectives/function.hpp"

namespace sweep {

/// A test function with cheaper, biased versions. `lack` = bias (1 - z) is what a fidelity z in
/// (0, 1] falls short by; 0 is the function itself. All take real parameters x0, x1, ..., uniform
/// on the box.
struct FidelityFunction {
  std::string_view name;
  std::string_view formula;
  std::string_view source;
  Box (*domain)();
  double (*value)(PointView x, double lack);
  Optimum (*optimum)();  // of lack 0
  double least_cost;     // lambda(z) = least_cost + (1 - least_cost) z^cost_power, lambda(1) = 1
  double cost_power;
  bool defined_outside_domain;  // as in FunctionInfo
};

/// mf-borehole, mf-branin, mf-currin, mf-hartmann3 and mf-hartmann6, sorted by name.
std::span<const FidelityFunction> fidelity_functions();

}  // namespace sweep
