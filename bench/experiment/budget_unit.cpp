#include "bench/experiment/budget_unit.hpp"

#include <fmt/format.h>

#include "algorithms/text/error.hpp"

namespace sweep {

std::string_view to_text(BudgetUnit unit) {
  return unit == BudgetUnit::trials ? "trials" : "steps";
}

BudgetUnit budget_unit(std::string_view text) {
  if (text == "trials") return BudgetUnit::trials;
  if (text == "steps") return BudgetUnit::steps;
  throw SpecError(fmt::format("--budget {}: expected trials or steps", text));
}

}  // namespace sweep
