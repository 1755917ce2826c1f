#include "algorithms/schedule/soft_ranking.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace sweep {
namespace {

std::vector<std::size_t> order_of(std::span<const double> losses) {
  std::vector<std::size_t> order(losses.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t i, std::size_t j) { return losses[i] < losses[j]; });
  return order;
}

// Infinite losses of the same sign are as far apart as equal ones.
bool are_within(double a, double b, double epsilon) { return a == b || std::abs(a - b) <= epsilon; }

}  // namespace

int crossings(std::span<const Observation> a, std::span<const Observation> b) {
  int count = 0;
  int leader = 0;
  auto at_b = b.begin();
  for (const Observation& seen : a) {
    while (at_b != b.end() && at_b->step < seen.step) ++at_b;
    if (at_b == b.end()) break;
    if (at_b->step != seen.step) continue;
    const int now = seen.loss < at_b->loss ? 1 : at_b->loss < seen.loss ? -1 : leader;
    if (leader != 0 && now != leader) ++count;
    leader = now;
  }
  return count;
}

double ranking_noise(std::span<const std::vector<Observation>> curves, double percentile) {
  std::vector<double> distances;
  for (std::size_t i = 0; i < curves.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (crossings(curves[i], curves[j]) < 2) continue;
      const std::size_t last = std::min(curves[i].size(), curves[j].size()) - 1;
      const double distance = std::abs(curves[i][last].loss - curves[j][last].loss);
      if (std::isfinite(distance)) distances.push_back(distance);
    }
  }
  if (distances.empty()) return 0;
  const double place = std::ceil(percentile / 100 * static_cast<double>(distances.size()));
  const auto rank = static_cast<std::ptrdiff_t>(std::max(place, 1.0)) - 1;
  std::nth_element(distances.begin(), distances.begin() + rank, distances.end());
  return distances[static_cast<std::size_t>(rank)];
}

bool ranks_alike(std::span<const double> before, std::span<const double> after, double epsilon) {
  const std::vector<std::size_t> order_before = order_of(before);
  const std::vector<std::size_t> order_after = order_of(after);
  for (std::size_t place = 0; place < order_before.size(); ++place) {
    const double was_here = after[order_before[place]];
    if (!are_within(was_here, after[order_after[place]], epsilon)) return false;
  }
  return true;
}

}  // namespace sweep
