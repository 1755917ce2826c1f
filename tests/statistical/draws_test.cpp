// Draws of each distribution against its own cdf.
//
// Dvoretzky, Kiefer, Wolfowitz with Massart's constant (1990, doi:10.1214/aop/1176990746):
// P(sup |F_n - F| > e) <= 2 exp(-2 n e^2), for any F. The streams are fixed, so a test either
// always passes or always fails; a right one would have failed with the probability below.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "algorithms/search/random.hpp"
#include "tests/support/distribution_examples.hpp"

namespace sweep::draws_test {

constexpr std::size_t kDraws = 50'000;
constexpr double kFailureProbability = 1e-6;

double largest_deviation() {
  return std::sqrt(std::log(2 / kFailureProbability) / (2 * static_cast<double>(kDraws)));
}

// Of a share from its probability: six standard deviations, and three draws for the many values
// that are hardly ever met, of which some are met twice.
double largest_difference(double p) { return 6 * std::sqrt(p * (1 - p) / kDraws) + 3.0 / kDraws; }

std::vector<double> sorted_draws(const Distribution& distribution) {
  RandomSearch random({SearchSpace({{"x", distribution}}), kDraws}, {});
  std::vector<double> draws(kDraws);
  EXPECT_EQ(random.ask_block(0, Stream(1).child("draws"), draws), kDraws);
  std::sort(draws.begin(), draws.end());
  return draws;
}

class Draws : public testing::TestWithParam<DistributionExample> {};

INSTANTIATE_TEST_SUITE_P(Examples, Draws, testing::ValuesIn(distribution_examples()),
                         [](const auto& row) { return row.param.name; });

TEST_P(Draws, FollowTheirCdf) {
  const Distribution& distribution = GetParam().distribution;
  if (kind(distribution) == Kind::constant) return;  // its cdf is that of the reference: 0
  const std::vector<double> draws = sorted_draws(distribution);
  double deviation = 0;
  for (auto at = draws.begin(); at != draws.end();) {
    const double x = *at;
    const auto below = static_cast<double>(at - draws.begin()) / kDraws;
    at = std::upper_bound(at, draws.end(), x);
    const auto up_to = static_cast<double>(at - draws.begin()) / kDraws;
    const double p = cdf(distribution, x);
    deviation = std::max(deviation, std::abs(up_to - p));
    if (!has_mass(distribution, x)) deviation = std::max(deviation, std::abs(below - p));
  }
  EXPECT_LE(deviation, largest_deviation());
}

TEST_P(Draws, MeetEachValueAsOftenAsItsProbabilitySays) {
  const Distribution& distribution = GetParam().distribution;
  const std::vector<double> draws = sorted_draws(distribution);
  const Cardinality n = count(distribution);
  for (Count i = 0; n && *n <= 1000 && i < *n; ++i) {  // those that were never met, too
    const double x = value_at(distribution, i);
    const auto [from, to] = std::equal_range(draws.begin(), draws.end(), x);
    const double p = std::exp(log_probability(distribution, x));
    EXPECT_NEAR(static_cast<double>(to - from) / kDraws, p, largest_difference(p)) << x;
  }
  for (auto at = draws.begin(); at != draws.end();) {
    const auto end = std::upper_bound(at, draws.end(), *at);
    if (has_mass(distribution, *at)) {
      const double p = std::exp(log_probability(distribution, *at));
      const double share = static_cast<double>(end - at) / kDraws;
      EXPECT_NEAR(share, p, largest_difference(p)) << *at;
    }
    at = end;
  }
}

}  // namespace sweep::draws_test
