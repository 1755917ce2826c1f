#include "bench/results/measures/fixed_budget.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

#include "bench/results/statistics.hpp"

namespace sweep {
namespace {

double mean(std::span<const double> values) {
  double total = 0;
  for (const double x : values) total += x;
  return total / static_cast<double>(values.size());
}

double deviation(std::span<const double> values, double mean) {
  if (values.size() < 2) return std::numeric_limits<double>::quiet_NaN();
  double squares = 0;
  for (const double x : values) squares += (x - mean) * (x - mean);
  return std::sqrt(squares / static_cast<double>(values.size() - 1));
}

double geometric_mean(std::span<const double> values) {
  double logarithms = 0;
  for (const double x : values) {
    logarithms += std::log(std::max(x, std::numeric_limits<double>::min()));
  }
  return std::exp(logarithms / static_cast<double>(values.size()));
}

}  // namespace

std::vector<double> precisions_after(std::span<const Descent> descents, double evaluations) {
  std::vector<double> precisions;
  precisions.reserve(descents.size());
  for (const Descent& descent : descents)
    precisions.push_back(precision_after(descent, evaluations));
  return precisions;
}

FixedBudget fixed_budget(std::span<const double> precisions) {
  assert(!precisions.empty());
  FixedBudget statistics;
  statistics.mean = mean(precisions);
  statistics.deviation = deviation(precisions, statistics.mean);
  statistics.geometric_mean = geometric_mean(precisions);
  std::transform(kFixedBudgetQuantiles.begin(), kFixedBudgetQuantiles.end(),
                 statistics.quantiles.begin(), [&](double p) { return quantile(precisions, p); });
  return statistics;
}

}  // namespace sweep
