#include "bench/results/inference/sequential_bounds.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <iterator>
#include <numbers>
#include <vector>

#include "algorithms/space/distributions/normal.hpp"
#include "bench/results/inference/signed_rank.hpp"

namespace sweep {
namespace {

constexpr double kShape = 0.25;

/// Constants that were computed once.
struct BoundConstant {
  int looks;
  double at_05;  // two-sided level
  double at_10;
};

constexpr BoundConstant kConstants[] = {
    {2, 2.0382, 1.7472}, {3, 2.0828, 1.7988}, {4, 2.1133, 1.8325}, {5, 2.1360, 1.8569},
    {6, 2.1537, 1.8757}, {8, 2.1799, 1.9034}, {10, 2.1987, 1.9231}};

double look_bound(double constant, int look, int looks, double shape) {
  return constant * std::pow(static_cast<double>(look) / looks, shape - 0.5);
}

double step_density(double x) { return std::exp(-x * x / 2) / std::sqrt(2 * std::numbers::pi); }

/// The density of the sum of steps, of those that crossed no bound so far: at the places of
/// Simpson's rule over [-reach, reach].
struct Surviving {
  double reach = 0;
  std::vector<double> density;

  [[nodiscard]] double gap() const { return 2 * reach / static_cast<double>(density.size() - 1); }
  [[nodiscard]] double place(std::size_t i) const {
    return -reach + gap() * static_cast<double>(i);
  }
  [[nodiscard]] double weight(std::size_t i) const {
    const bool is_end = i == 0 || i + 1 == density.size();
    return gap() / 3 * (is_end ? 1 : (i % 2 == 1 ? 4 : 2));
  }
  [[nodiscard]] double mass() const {
    double total = 0;
    for (std::size_t i = 0; i < density.size(); ++i) total += weight(i) * density[i];
    return total;
  }
  [[nodiscard]] double density_after_step(double x) const {
    double total = 0;
    for (std::size_t i = 0; i < density.size(); ++i) {
      total += weight(i) * density[i] * step_density(x - place(i));
    }
    return total;
  }
};

// Places that are no further apart than a twentieth of a step.
Surviving places_within(double reach) {
  constexpr double kWidestGap = 0.05;
  const auto halves = static_cast<std::size_t>(std::ceil(reach / kWidestGap));
  return {reach, std::vector<double>(2 * halves + 1)};
}

Surviving first_look(double reach) {
  Surviving first = places_within(reach);
  for (std::size_t i = 0; i < first.density.size(); ++i) {
    first.density[i] = step_density(first.place(i));
  }
  return first;
}

// Densities are symmetric about 0.
Surviving next_look(const Surviving& before, double reach) {
  Surviving next = places_within(reach);
  const std::size_t last = next.density.size() - 1;
  for (std::size_t i = 0; i <= last / 2; ++i) {
    next.density[i] = before.density_after_step(next.place(i));
    next.density[last - i] = next.density[i];
  }
  return next;
}

double solved_constant(int looks, double alpha) {
  double low = 0;
  double high = 2 * normal_quantile(1 - alpha / 2 / looks);
  while (high - low > 1e-6) {
    const double middle = (low + high) / 2;
    (crossing_probability(middle, looks, kShape) > alpha ? low : high) = middle;
  }
  return std::round(high * 1e4) / 1e4;
}

double bound_constant(int looks, double alpha) {
  const auto* const known =
      std::find_if(std::begin(kConstants), std::end(kConstants),
                   [&](const BoundConstant& row) { return row.looks == looks; });
  if (known != std::end(kConstants) && alpha == 0.05) return known->at_05;
  if (known != std::end(kConstants) && alpha == 0.10) return known->at_10;
  return solved_constant(looks, alpha);
}

}  // namespace

double crossing_probability(double constant, int looks, double shape) {
  assert(looks >= 1);
  const auto reach = [&](int look) {
    return look_bound(constant, look, looks, shape) * std::sqrt(static_cast<double>(look));
  };
  Surviving sums = first_look(reach(1));
  for (int look = 2; look <= looks; ++look) sums = next_look(sums, reach(look));
  return 1 - sums.mass();
}

double wang_tsiatis_bound(int look, int looks, double alpha) {
  assert(look >= 1 && look <= looks && alpha > 0 && alpha < 1);
  return look_bound(bound_constant(looks, alpha), look, looks, kShape);
}

std::optional<int> stopping_look(std::span<const double> differences,
                                 std::span<const std::size_t> look_at, double alpha) {
  const int looks = static_cast<int>(look_at.size());
  for (int look = 1; look <= looks; ++look) {
    const std::size_t pairs = look_at[static_cast<std::size_t>(look) - 1];
    const double z = signed_rank_z(differences.first(pairs));
    if (std::abs(z) >= wang_tsiatis_bound(look, looks, alpha)) return look;
  }
  return std::nullopt;
}

}  // namespace sweep
