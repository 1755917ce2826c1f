#include "bench/results/inference/signed_rank.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "algorithms/space/stream.hpp"
#include "bench/results/inference/normal.hpp"

namespace sweep::signed_rank_test {

constexpr double kRounding = 1e-12;

// Differences with ties and zeros: halves between -2 and 2, drawn.
std::vector<double> drawn_halves(std::size_t n, std::uint64_t seed) {
  Stream stream(seed);
  std::vector<double> values;
  for (std::size_t i = 0; i < n; ++i) {
    values.push_back((static_cast<double>(stream.index(9)) - 4) / 2);
  }
  return values;
}

// The share of all sign patterns with at least this W+, one by one.
double enumerated_at_least(std::vector<double> differences, ZeroRule rule) {
  const double seen = signed_rank(differences, Alternative::greater, rule).w_plus;
  std::size_t count = 0;
  const std::size_t patterns = std::size_t{1} << differences.size();
  for (std::size_t pattern = 0; pattern < patterns; ++pattern) {
    std::vector<double> flipped;
    for (std::size_t i = 0; i < differences.size(); ++i) {
      flipped.push_back((pattern >> i & 1) != 0 ? differences[i] : -differences[i]);
    }
    if (signed_rank(flipped, Alternative::greater, rule).w_plus >= seen) ++count;
  }
  return static_cast<double>(count) / static_cast<double>(patterns);
}

TEST(SignedRank, IsTheShareOfSignPatternsWithTiesAndZerosToo) {
  for (const ZeroRule rule : {ZeroRule::wilcox, ZeroRule::pratt, ZeroRule::zsplit}) {
    for (std::uint64_t seed = 0; seed < 5; ++seed) {
      const std::vector<double> differences = drawn_halves(8, seed);
      EXPECT_NEAR(signed_rank(differences, Alternative::greater, rule).p,
                  enumerated_at_least(differences, rule), kRounding)
          << seed;
    }
  }
}

TEST(SignedRank, SwapsItsSidesWithTheSigns) {
  const std::vector<double> differences = drawn_halves(20, 7);
  std::vector<double> negated;
  for (const double d : differences) negated.push_back(-d);
  const SignedRank test = signed_rank(differences, Alternative::less);
  const SignedRank mirrored = signed_rank(negated, Alternative::greater);
  EXPECT_EQ(test.w_plus, mirrored.w_minus);
  EXPECT_EQ(test.z, -mirrored.z);
  EXPECT_NEAR(test.p, mirrored.p, kRounding);
}

TEST(SignedRank, IsNormalBeyondFiftyPairsAndNearTheExactOneBefore) {
  Stream stream(3);
  std::vector<double> differences;
  for (std::size_t i = 0; i < 50; ++i) differences.push_back(stream.normal() + 0.3);
  const SignedRank exact = signed_rank(differences, Alternative::greater);
  const SignedRank normal =
      signed_rank_normal(differences, Alternative::greater, ZeroRule::pratt, true);
  EXPECT_TRUE(exact.exact);
  EXPECT_NEAR(exact.p, normal.p, 0.002);
  differences.push_back(1);
  EXPECT_FALSE(signed_rank(differences, Alternative::greater).exact);
}

TEST(SignedRank, SaysNothingOfZeros) {
  const std::vector<double> zeros(6, 0.0);
  for (const Alternative alternative :
       {Alternative::two_sided, Alternative::less, Alternative::greater}) {
    const SignedRank test = signed_rank(zeros, alternative);
    EXPECT_EQ(test.p, 1);
    EXPECT_EQ(test.z, 0);
    EXPECT_EQ(test.nonzero, 0u);
  }
  EXPECT_EQ(signed_rank({}, Alternative::two_sided).p, 1);
  EXPECT_EQ(signed_rank_z(zeros), 0);
}

TEST(SignedRank, CannotReachFivePercentWithFivePairs) {
  const std::vector<double> five(5, 1.0);
  EXPECT_EQ(signed_rank(five, Alternative::two_sided).p, 0.0625);
}

TEST(SignedRank, RanksInfinitiesAboveAllNumbers) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  const SignedRank test =
      signed_rank(std::vector{kInfinity, -1.0, 2.0, kInfinity}, Alternative::two_sided);
  EXPECT_EQ(test.w_plus, 9);
  EXPECT_EQ(test.w_minus, 1);
}

TEST(SignedRank, CorrectsForContinuityTowardsTheLessExtreme) {
  const std::vector<double> differences = {1, 2, 3, -4, 5, 6};
  const double deviation = std::sqrt(91.0) / 2;
  const auto p = [&](Alternative alternative) {
    return signed_rank_normal(differences, alternative, ZeroRule::pratt, true).p;
  };
  const double excess = 17 - 10.5;
  EXPECT_NEAR(p(Alternative::greater), normal_below(-(excess - 0.5) / deviation), kRounding);
  EXPECT_NEAR(p(Alternative::less), normal_below((excess + 0.5) / deviation), kRounding);
  EXPECT_NEAR(p(Alternative::two_sided), 2 * normal_below(-(excess - 0.5) / deviation), kRounding);
}

TEST(Shifted, MakesTiesOfWhatOnlyRoundingKeepsApart) {
  EXPECT_NE(0.3 - 0.1, 0.2);
  const std::vector<double> moved = shifted(std::vector{0.3, 0.1, -0.1}, -0.1);
  EXPECT_EQ(moved[0], -moved[2]);
  EXPECT_EQ(moved[1], 0);
  const std::vector<double> small = shifted(std::vector{1e-20, 3e-20}, 1e-20);
  EXPECT_LT(small[0], small[1]);
}

// Nineteen regrets rose from 1e-9 to 2e-8, and one cell went astray.
TEST(Shifted, HidesNoSmallDifferencesBehindALargeOne) {
  std::vector<double> differences;
  for (int i = 0; i < 19; ++i) differences.push_back(1.9e-8 + 1e-10 * i);
  differences.push_back(1e5);
  const std::vector<double> moved = shifted(differences, -5e-11);
  EXPECT_EQ(std::count(moved.begin(), moved.end(), 0.0), 0);
  EXPECT_LT(moved[0], moved[1]);
  EXPECT_LT(signed_rank(moved, Alternative::greater).p, 1e-5);
  differences.back() = -1e5;
  EXPECT_LT(signed_rank(shifted(differences, -5e-11), Alternative::greater).p, 0.001);
}

TEST(Shifted, TakesInfinitiesForEqualAndNothingElseForThem) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  EXPECT_EQ(shifted(std::vector{kInfinity, 3.0, -kInfinity, 0.0}, 0.5),
            (std::vector{kInfinity, 3.5, -kInfinity, 0.5}));
}

TEST(Equivalence, IsShownByDifferencesWellInsideTheToleranceOnly) {
  const std::vector<double> inside = {0.1, -0.1, 0.2, -0.2, 0.05, -0.05, 0, 0.15};
  EXPECT_LT(equivalence_p(inside, 1), 0.01);
  EXPECT_GT(equivalence_p(inside, 0.01), 0.05);
  EXPECT_EQ(equivalence_p(inside, 1),
            equivalence_p(std::vector<double>(inside.rbegin(), inside.rend()), 1));
}

}  // namespace sweep::signed_rank_test
