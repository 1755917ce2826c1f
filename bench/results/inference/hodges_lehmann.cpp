#include "bench/results/inference/hodges_lehmann.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <vector>

#include "algorithms/space/distributions/normal.hpp"
#include "bench/results/inference/mann_whitney.hpp"
#include "bench/results/inference/normal.hpp"
#include "bench/results/inference/ordered_sums.hpp"
#include "bench/results/inference/sign_flips.hpp"

namespace sweep {
namespace {

constexpr std::size_t kMostExactWalsh = 200;
constexpr std::size_t kMostExactEach = 50;

std::vector<double> in_order(std::span<const double> values) {
  std::vector<double> sorted(values.begin(), values.end());
  std::sort(sorted.begin(), sorted.end());
  return sorted;
}

/// How many order statistics an interval leaves out at each end, less one, and how probable it is
/// that a rank statistic is no larger.
struct Cut {
  std::uint64_t c = 0;
  double tail = 0;
};

std::optional<Cut> exact_cut(std::span<const double> tails, double most) {
  const auto beyond = std::upper_bound(tails.begin(), tails.end(), most);
  if (beyond == tails.begin()) return std::nullopt;
  return Cut{static_cast<std::uint64_t>(beyond - tails.begin() - 1), *(beyond - 1)};
}

std::optional<Cut> normal_cut(double mean, double deviation, double most) {
  const double c = std::floor(mean + deviation * normal_quantile(most) - 0.5);
  if (c < 0) return std::nullopt;
  return Cut{static_cast<std::uint64_t>(c), normal_below((c + 0.5 - mean) / deviation)};
}

std::optional<Cut> walsh_cut(std::size_t pairs, double most) {
  if (pairs <= kMostExactWalsh) return exact_cut(signed_rank_tails(pairs), most);
  const auto n = static_cast<double>(pairs);
  return normal_cut(n * (n + 1) / 4, std::sqrt(n * (n + 1) * (2 * n + 1) / 24), most);
}

std::optional<Cut> difference_cut(std::size_t first, std::size_t second, double most) {
  if (std::max(first, second) <= kMostExactEach) {
    return exact_cut(mann_whitney_tails(first, second), most);
  }
  const auto m = static_cast<double>(first);
  const auto n = static_cast<double>(second);
  return normal_cut(m * n / 2, std::sqrt(m * n * (m + n + 1) / 12), most);
}

double halfway(double low, double high) {
  const double mean = low / 2 + high / 2;
  return std::isnan(mean) ? 0 : mean;
}

// The shift from `count` numbers of which `kth` is the k-th smallest.
template <class Kth>
Shift shift_of(std::uint64_t count, const std::optional<Cut>& cut, Kth kth) {
  Shift shift;
  shift.estimate = halfway(kth((count + 1) / 2), kth(count / 2 + 1));
  if (!cut || cut->c + 1 > count - cut->c) return shift;
  shift.interval = std::pair(kth(cut->c + 1), kth(count - cut->c));
  shift.confidence = 1 - 2 * cut->tail;
  return shift;
}

}  // namespace

Shift paired_shift(std::span<const double> differences, double confidence) {
  assert(!differences.empty() && confidence > 0 && confidence < 1);
  const std::vector<double> sorted = in_order(differences);
  const std::uint64_t n = sorted.size();
  return shift_of(n * (n + 1) / 2, walsh_cut(sorted.size(), (1 - confidence) / 2),
                  [&](std::uint64_t k) { return kth_average(sorted, k); });
}

Shift sample_shift(std::span<const double> x, std::span<const double> y, double confidence) {
  assert(!x.empty() && !y.empty() && confidence > 0 && confidence < 1);
  const std::vector<double> first = in_order(x);
  const std::vector<double> second = in_order(y);
  const std::uint64_t count = std::uint64_t{first.size()} * second.size();
  return shift_of(count, difference_cut(first.size(), second.size(), (1 - confidence) / 2),
                  [&](std::uint64_t k) { return kth_difference(first, second, k); });
}

}  // namespace sweep
