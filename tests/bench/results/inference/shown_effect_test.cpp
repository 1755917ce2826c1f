#include "bench/results/inference/shown_effect.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "algorithms/space/stream.hpp"
#include "bench/results/inference/signed_rank.hpp"

namespace sweep::shown_effect_test {

TEST(ShownEffect, FallsWithPairsAndGrowsWithTheLevel) {
  for (std::size_t n = 6; n < 150; ++n) {
    for (const double alpha : {0.05, 0.0125, 0.002, 1e-4}) {
      EXPECT_GE(shown_effect(n, alpha), shown_effect(n + 1, alpha)) << n;
      if (std::isinf(shown_effect(n, alpha))) continue;
      EXPECT_GT(shown_effect(n, alpha), shown_effect(n, 2 * alpha) - 1e-12) << n;
    }
  }
}

TEST(ShownEffect, IsInfiniteWhereSoFewPairsCannotReachTheLevel) {
  EXPECT_TRUE(std::isinf(shown_effect(5, 0.05)));
  EXPECT_FALSE(std::isinf(shown_effect(6, 0.05)));
  EXPECT_TRUE(std::isinf(shown_effect(6, 0.03)));
  EXPECT_TRUE(std::isinf(shown_effect(9, 0.001)));
}

double deviation(const std::vector<double>& values) {
  double mean = 0;
  double squares = 0;
  for (const double v : values) mean += v / static_cast<double>(values.size());
  for (const double v : values) squares += (v - mean) * (v - mean);
  return std::sqrt(squares / static_cast<double>(values.size() - 1));
}

std::vector<double> normals(Stream stream, std::size_t n) {
  std::vector<double> values;
  for (std::size_t i = 0; i < n; ++i) values.push_back(stream.normal());
  return values;
}

// 2,000 times a shift as stated by one sample is planted in another: 95 % are found, give or take
// three deviations, 3 sqrt(0.95 0.05 / 2000) = 0.015; between the simulated rows, 0.01 more.
TEST(ShownEffect, IsFoundIn95Of100Cases) {
  for (const auto& [n, alpha] :
       {std::pair<std::size_t, double>{10, 0.05}, {17, 0.0125}, {20, 0.01}, {35, 0.002}}) {
    int found = 0;
    for (std::uint64_t i = 0; i < 2000; ++i) {
      const Stream stream = Stream(i).child(n);
      const double stated = shown_effect(n, alpha) * deviation(normals(stream.child("a"), n));
      const auto differences = shifted(normals(stream.child("b"), n), stated);
      found += signed_rank(differences, Alternative::greater).p <= alpha / 2 ? 1 : 0;
    }
    EXPECT_GE(found, 1850) << n << " " << alpha;
    EXPECT_LE(found, 1950) << n << " " << alpha;
  }
}

}  // namespace sweep::shown_effect_test
