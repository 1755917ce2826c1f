#include "bench/results/inference/signed_rank.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "bench/results/inference/midranks.hpp"
#include "bench/results/inference/normal.hpp"
#include "bench/results/inference/sign_flips.hpp"

namespace sweep {
namespace {

constexpr std::size_t kMostExactPairs = 50;
constexpr double kPairRounding = 1e-12;

/// Ranks of the sizes of differences, by sign.
struct RankedSigns {
  std::vector<double> nonzero;  // ranks of the differences that are not 0
  double positive = 0;          // sums of ranks
  double negative = 0;
  double zeros = 0;
  double zero_squares = 0;  // sum of squared ranks
};

std::vector<double> sizes_of(std::span<const double> differences, ZeroRule rule) {
  std::vector<double> sizes;
  sizes.reserve(differences.size());
  for (const double d : differences) {
    if (d != 0 || rule != ZeroRule::wilcox) sizes.push_back(std::abs(d));
  }
  return sizes;
}

void add_rank(double difference, double rank, RankedSigns& signs) {
  if (difference == 0) {
    signs.zeros += rank;
    signs.zero_squares += rank * rank;
    return;
  }
  signs.nonzero.push_back(rank);
  (difference > 0 ? signs.positive : signs.negative) += rank;
}

RankedSigns ranked_signs(std::span<const double> differences, ZeroRule rule) {
  const std::vector<double> ranks = midranks(sizes_of(differences, rule));
  RankedSigns signs;
  std::size_t next = 0;
  for (const double d : differences) {
    if (d != 0 || rule != ZeroRule::wilcox) add_rank(d, ranks[next++], signs);
  }
  return signs;
}

// Half of W+ - W-, which is W+ less its mean, in deviations.
double z_of(const RankedSigns& signs, ZeroRule rule, Alternative alternative, double continuity) {
  double squares = rule == ZeroRule::zsplit ? signs.zero_squares : 0;
  for (const double rank : signs.nonzero) squares += rank * rank;
  if (squares == 0) return 0;
  const double excess = (signs.positive - signs.negative) / 2;
  return 2 * continuity_corrected(excess, continuity, alternative) / std::sqrt(squares);
}

double exact_p(const RankedSigns& signs, Alternative alternative) {
  std::vector<std::size_t> doubled;
  doubled.reserve(signs.nonzero.size());
  for (const double rank : signs.nonzero) doubled.push_back(static_cast<std::size_t>(2 * rank));
  const std::vector<double> probabilities = coin_sum_distribution(doubled);
  const auto seen = probabilities.begin() + static_cast<std::ptrdiff_t>(2 * signs.positive);
  const double at_most = std::accumulate(probabilities.begin(), seen + 1, 0.0);
  const double at_least =
      std::accumulate(probabilities.rbegin(), std::make_reverse_iterator(seen), 0.0);
  return p_of_tails(at_most, at_least, alternative);
}

SignedRank sums_of(const RankedSigns& signs, ZeroRule rule) {
  const double shared = rule == ZeroRule::zsplit ? signs.zeros / 2 : 0;
  SignedRank result;
  result.w_plus = signs.positive + shared;
  result.w_minus = signs.negative + shared;
  result.z = z_of(signs, rule, Alternative::two_sided, 0);
  result.nonzero = signs.nonzero.size();
  return result;
}

double normal_p(double z, Alternative alternative) {
  return p_of_tails(normal_below(z), normal_below(-z), alternative);
}

/// A difference that was moved, and what rounding may have done to it: a share of the numbers that
/// it was made of, its own pair's, as another pair's say nothing of it.
struct MovedPair {
  double value;
  double rounding;

  MovedPair(double difference, double by)
      : value(difference + by),
        rounding(kPairRounding * (std::isfinite(difference)
                                      ? std::max(std::abs(difference), std::abs(by))
                                      : std::abs(by))) {}
  [[nodiscard]] double size() const { return std::abs(value); }
};

}  // namespace

SignedRank signed_rank(std::span<const double> differences, Alternative alternative,
                       ZeroRule rule) {
  const RankedSigns signs = ranked_signs(differences, rule);
  SignedRank result = sums_of(signs, rule);
  result.exact = result.nonzero <= kMostExactPairs;
  result.p = result.exact ? exact_p(signs, alternative)
                          : normal_p(z_of(signs, rule, alternative, 0.5), alternative);
  return result;
}

SignedRank signed_rank_normal(std::span<const double> differences, Alternative alternative,
                              ZeroRule rule, bool continuity) {
  const RankedSigns signs = ranked_signs(differences, rule);
  SignedRank result = sums_of(signs, rule);
  result.z = z_of(signs, rule, alternative, continuity ? 0.5 : 0);
  result.exact = false;
  result.p = normal_p(result.z, alternative);
  return result;
}

double signed_rank_z(std::span<const double> differences) {
  return z_of(ranked_signs(differences, ZeroRule::wilcox), ZeroRule::wilcox, Alternative::two_sided,
              0);
}

std::vector<double> shifted(std::span<const double> differences, double by) {
  std::vector<MovedPair> moved;
  moved.reserve(differences.size());
  for (const double d : differences) moved.emplace_back(d, by);
  std::vector<std::size_t> order(moved.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return moved[a].size() < moved[b].size(); });
  std::vector<double> equalised(moved.size());
  MovedPair last(0, 0);
  for (const std::size_t i : order) {
    if (moved[i].size() > last.size() + std::max(moved[i].rounding, last.rounding)) last = moved[i];
    equalised[i] = last.value == 0 ? 0 : std::copysign(last.size(), moved[i].value);
  }
  return equalised;
}

double equivalence_p(std::span<const double> differences, double tolerance) {
  const auto above = signed_rank(shifted(differences, tolerance), Alternative::greater);
  const auto below = signed_rank(shifted(differences, -tolerance), Alternative::less);
  return std::max(above.p, below.p);
}

}  // namespace sweep
