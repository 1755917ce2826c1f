#include "bench/results/measures/multiple_tests.hpp"

#include <algorithm>
#include <numeric>

namespace sweep {

std::vector<double> bonferroni(std::span<const double> p_values) {
  const auto n = static_cast<double>(p_values.size());
  std::vector<double> corrected;
  for (const double p : p_values) corrected.push_back(std::min(1.0, n * p));
  return corrected;
}

std::vector<double> holm(std::span<const double> p_values) {
  std::vector<std::size_t> order(p_values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return p_values[a] < p_values[b]; });
  std::vector<double> corrected(p_values.size());
  double largest = 0;
  for (std::size_t k = 0; k < order.size(); ++k) {
    const auto tests_left = static_cast<double>(order.size() - k);
    largest = std::max(largest, std::min(1.0, tests_left * p_values[order[k]]));
    corrected[order[k]] = largest;
  }
  return corrected;
}

}  // namespace sweep
