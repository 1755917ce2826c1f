#include "bench/results/inference/shown_effect.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <limits>

namespace sweep {
namespace {

constexpr double kNotShown = std::numeric_limits<double>::infinity();

constexpr std::array kShownLevels = {.05, .025, .01, .005, .0025, .001, .0005};

/// A number of pairs, and the shifts at those levels.
struct SimulatedShifts {
  double n;
  std::array<double, kShownLevels.size()> shifts;
};

constexpr SimulatedShifts kShownShifts[] = {
    {6, {3.40, kNotShown, kNotShown, kNotShown, kNotShown, kNotShown, kNotShown}},
    {8, {2.10, 2.34, 3.23, kNotShown, kNotShown, kNotShown, kNotShown}},
    {10, {1.60, 1.90, 2.15, 2.58, 3.16, kNotShown, kNotShown}},
    {12, {1.42, 1.59, 1.81, 1.99, 2.22, 2.61, 3.16}},
    {15, {1.17, 1.32, 1.49, 1.63, 1.78, 1.97, 2.17}},
    {20, {0.95, 1.06, 1.18, 1.27, 1.37, 1.51, 1.59}},
    {25, {0.83, 0.92, 1.01, 1.09, 1.16, 1.26, 1.32}},
    {30, {0.74, 0.81, 0.89, 0.96, 1.02, 1.10, 1.16}},
    {40, {0.62, 0.68, 0.75, 0.79, 0.84, 0.90, 0.95}},
    {50, {0.56, 0.60, 0.66, 0.70, 0.74, 0.79, 0.83}},
    {100, {0.37, 0.41, 0.44, 0.47, 0.49, 0.53, 0.55}}};

// Linear in log alpha; past the last level on the line through the last two.
double at_level(const SimulatedShifts& row, double alpha) {
  const double level = std::min(alpha, kShownLevels.front());
  std::size_t below = 1;
  while (below + 1 < kShownLevels.size() && kShownLevels[below] > level) ++below;
  if (level == kShownLevels[below - 1]) return row.shifts[below - 1];
  const double lower = row.shifts[below - 1];
  const double higher = row.shifts[below];
  if (std::isinf(higher)) return kNotShown;
  const double share = std::log(kShownLevels[below - 1] / level) /
                       std::log(kShownLevels[below - 1] / kShownLevels[below]);
  return lower + share * (higher - lower);
}

}  // namespace

double shown_effect(std::size_t n, double alpha) {
  const auto pairs = static_cast<double>(n);
  if (pairs < std::begin(kShownShifts)->n) return kNotShown;
  const SimulatedShifts& last = *std::prev(std::end(kShownShifts));
  if (pairs >= last.n) return at_level(last, alpha) * std::sqrt(last.n / pairs);
  const auto* const above = std::find_if(std::begin(kShownShifts), std::end(kShownShifts),
                                         [&](const auto& row) { return row.n > pairs; });
  const SimulatedShifts& below = *(above - 1);
  const double less = at_level(below, alpha);
  if (std::isinf(less)) return kNotShown;
  const double share = (1 / std::sqrt(below.n) - 1 / std::sqrt(pairs)) /
                       (1 / std::sqrt(below.n) - 1 / std::sqrt(above->n));
  return less + share * (at_level(*above, alpha) - less);
}

}  // namespace sweep
