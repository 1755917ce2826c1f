#pragma once

#include <string>
#include <vector>

namespace sweep {

/// Where a curve over budgets is looked at: ten places to a decade from 1 on, and `last` >= 1.
std::vector<double> curve_places(double last);

/// "bbob all, 5-D"
std::string title_of(const std::string& name, int dimension);

inline constexpr const char* kBudgetLabel = "evaluations / dimension";

}  // namespace sweep
