#include "bench/results/inference/sequential_bounds.hpp"

#include <gtest/gtest.h>

#include <array>

namespace sweep::sequential_bounds_test {

constexpr double kOfFourDecimals = 5e-5;  // in the constant; less in the probability

TEST(CrossingProbability, IsThatOfTextbookBounds) {
  EXPECT_NEAR(crossing_probability(2.0401, 5, 0), 0.05, kOfFourDecimals);    // O'Brien, Fleming
  EXPECT_NEAR(crossing_probability(2.4132, 5, 0.5), 0.05, kOfFourDecimals);  // Pocock
  EXPECT_NEAR(crossing_probability(1.959964, 1, 0.5), 0.05, 1e-6);
  EXPECT_NEAR(crossing_probability(1.959964, 5, 0.5), 0.142, 0.0005);  // peeking
}

TEST(WangTsiatis, IsWrongInAlphaOfAllCases) {
  for (const int looks : {1, 2, 3, 4, 5, 6, 7, 8, 10}) {
    for (const double alpha : {0.10, 0.05, 0.05 / 24}) {
      const double constant = wang_tsiatis_bound(looks, looks, alpha);
      EXPECT_NEAR(crossing_probability(constant, looks, 0.25), alpha, kOfFourDecimals)
          << looks << " " << alpha;
    }
  }
}

TEST(WangTsiatis, FallsFromLookToLook) {
  const std::array<double, 5> known = {3.194, 2.686, 2.427, 2.259, 2.136};
  for (int look = 1; look <= 5; ++look) {
    EXPECT_NEAR(wang_tsiatis_bound(look, 5, 0.05), known[static_cast<std::size_t>(look) - 1],
                5e-4);
  }
}

// Six pairs reach 2.20 at most, twelve 3.06.
TEST(StoppingLook, CannotBeTheFirstOfSixPairs) {
  const std::vector<double> clear(30, 1.0);
  const std::array<std::size_t, 5> look_at = {6, 12, 18, 24, 30};
  EXPECT_EQ(stopping_look(clear, look_at, 0.05), 2);
  const std::vector<double> nothing(30, 0.0);
  EXPECT_EQ(stopping_look(nothing, look_at, 0.05), std::nullopt);
}

}  // namespace sweep::sequential_bounds_test
