#pragma once

#include <string>
#include <vector>

#include "bench/results/measures/axis.hpp"

namespace sweep {

/// Where a curve over budgets is looked at: ten places to a decade from `first` on, and `last`,
/// which is not below it.
std::vector<double> curve_places(double first, double last);

/// "bbob all, 5-D"
std::string title_of(const std::string& name, int dimension);

/// "evaluations / dimension", "steps" or "virtual seconds".
std::string budget_label(Axis axis);

}  // namespace sweep
