#pragma once

#include <string_view>

#include "algorithms/tuner/budget.hpp"

namespace sweep {

/// "trials" or "steps", and back; throws SpecError for another word.
std::string_view to_text(BudgetUnit unit);
BudgetUnit budget_unit(std::string_view text);

}  // namespace sweep
