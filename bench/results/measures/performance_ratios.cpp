#include "bench/results/measures/performance_ratios.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace sweep {

std::vector<std::vector<double>> performance_ratios(std::span<const std::vector<double>> costs) {
  std::vector<std::vector<double>> ratios(costs.begin(), costs.end());
  for (std::size_t problem = 0; !ratios.empty() && problem < ratios[0].size(); ++problem) {
    double best = std::numeric_limits<double>::infinity();
    for (const std::vector<double>& method : ratios) {
      assert(method.size() == ratios[0].size());
      best = std::min(best, method[problem]);
    }
    for (std::vector<double>& method : ratios) {
      double& cost = method[problem];
      if (!std::isinf(cost)) cost = cost == best ? 1 : cost / best;
    }
  }
  return ratios;
}

}  // namespace sweep
