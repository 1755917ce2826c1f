#include "bench/results/importance/correlation.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "bench/results/inference/midranks.hpp"

namespace sweep {
namespace {

double middle_of(std::span<const double> values) {
  double total = 0;
  for (const double x : values) total += x;
  return total / static_cast<double>(values.size());
}

bool is_constant(std::span<const double> values) {
  return std::all_of(values.begin(), values.end(), [&](double x) { return x == values.front(); });
}

}  // namespace

std::optional<double> pearson(std::span<const double> x, std::span<const double> y) {
  assert(x.size() == y.size());
  if (is_constant(x) || is_constant(y)) return std::nullopt;
  const double mean_x = middle_of(x);
  const double mean_y = middle_of(y);
  double together = 0;
  double of_x = 0;
  double of_y = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    together += (x[i] - mean_x) * (y[i] - mean_y);
    of_x += (x[i] - mean_x) * (x[i] - mean_x);
    of_y += (y[i] - mean_y) * (y[i] - mean_y);
  }
  return std::clamp(together / std::sqrt(of_x) / std::sqrt(of_y), -1.0, 1.0);
}

std::optional<double> spearman(std::span<const double> x, std::span<const double> y) {
  return pearson(midranks(x), midranks(y));
}

}  // namespace sweep
