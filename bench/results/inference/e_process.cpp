#include "bench/results/inference/e_process.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace sweep {
namespace {

constexpr std::array<double, 3> kBets = {0.3, 0.6, 0.9};

/// One product for each of the bets.
class BetProducts {
 public:
  BetProducts() { products_.fill(1); }
  double mean_after(double signed_size) {
    for (std::size_t b = 0; b < kBets.size(); ++b) products_[b] *= 1 + kBets[b] * signed_size;
    return std::accumulate(products_.begin(), products_.end(), 0.0) / kBets.size();
  }

 private:
  std::array<double, kBets.size()> products_;
};

// Puts a size among the sorted ones before it, and says its midrank as a share of their number.
double relative_midrank(double size, std::vector<double>& sorted) {
  const auto place = std::upper_bound(sorted.begin(), sorted.end(), size);
  sorted.insert(place, size);
  const auto equals = std::equal_range(sorted.begin(), sorted.end(), size);
  const auto below = static_cast<double>(equals.first - sorted.begin());
  const auto up_to = static_cast<double>(equals.second - sorted.begin());
  return (below + 1 + up_to) / 2 / static_cast<double>(sorted.size());
}

}  // namespace

Evidence e_process(std::span<const double> differences) {
  Evidence evidence;
  BetProducts above;
  BetProducts below;
  std::vector<double> sorted;
  for (const double d : differences) {
    const double weight = (1 + relative_midrank(std::abs(d), sorted)) / 2;
    const double signed_size = d == 0 ? 0 : std::copysign(weight, d);
    evidence.above.push_back(above.mean_after(signed_size));
    evidence.below.push_back(below.mean_after(-signed_size));
  }
  return evidence;
}

std::optional<std::size_t> first_at_least(std::span<const double> evidence, double level) {
  const auto first =
      std::find_if(evidence.begin(), evidence.end(), [&](double seen) { return seen >= level; });
  if (first == evidence.end()) return std::nullopt;
  return static_cast<std::size_t>(first - evidence.begin()) + 1;
}

}  // namespace sweep
