#include "bench/results/measures/ecdf.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

namespace sweep {
namespace {

// The mean of how much of [from, to] lies beyond a member; `scale` is the axis.
template <class Scale>
double area(std::span<const double> sample, double from, double to, Scale scale) {
  assert(from < to);
  if (sample.empty()) return 0;
  const double length = scale(to) - scale(from);
  double total = 0;
  for (const double x : sample) total += std::clamp((scale(to) - scale(x)) / length, 0.0, 1.0);
  return total / static_cast<double>(sample.size());
}

}  // namespace

Ecdf::Ecdf(std::vector<double> sample) : sorted_(std::move(sample)) {
  std::sort(sorted_.begin(), sorted_.end());
}

double Ecdf::at(double x) const {
  if (sorted_.empty()) return 0;
  const auto reached = std::upper_bound(sorted_.begin(), sorted_.end(), x) - sorted_.begin();
  return static_cast<double>(reached) / static_cast<double>(sorted_.size());
}

double area_under_ecdf(std::span<const double> sample, double from, double to) {
  return area(sample, from, to, [](double x) { return std::log(x); });
}

double linear_area_under_ecdf(std::span<const double> sample, double from, double to) {
  return area(sample, from, to, [](double x) { return x; });
}

}  // namespace sweep
