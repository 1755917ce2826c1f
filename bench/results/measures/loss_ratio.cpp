#include "bench/results/measures/loss_ratio.hpp"

#include <cassert>
#include <cmath>

namespace sweep {

std::optional<double> loss_ratio(std::span<const double> erts,
                                 std::span<const double> reference_erts, double budget) {
  assert(erts.size() == reference_erts.size());
  std::size_t reached = 0;  // targets within the budget: ERTs never fall from one to a harder one
  while (reached < erts.size() && erts[reached] <= budget) ++reached;
  if (reached == 0 || std::isinf(reference_erts[reached - 1])) return std::nullopt;
  const bool reference_goes_on = reached < erts.size() && reference_erts[reached] <= budget;
  const double spent = reference_goes_on ? budget : erts[reached - 1];
  return spent / reference_erts[reached - 1];
}

}  // namespace sweep
