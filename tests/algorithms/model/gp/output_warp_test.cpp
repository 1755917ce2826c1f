#include "algorithms/model/gp/output_warp.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <vector>

#include "algorithms/space/stream.hpp"

namespace sweep::output_warp_test {

double squares(std::span<const double> targets) {
  return std::inner_product(targets.begin(), targets.end(), targets.begin(), 0.0);
}

std::vector<double> normal_losses(std::size_t n) {
  Stream stream(1);
  std::vector<double> losses;
  for (std::size_t i = 0; i < n; ++i) losses.push_back(5 + 2 * stream.normal());
  return losses;
}

// Spread evenly over six decades.
std::vector<double> wide_losses(std::size_t n) {
  Stream stream(2);
  std::vector<double> losses;
  for (std::size_t i = 0; i < n; ++i) losses.push_back(std::pow(10, -3 + 6 * stream.uniform()));
  return losses;
}

struct Case {
  std::string name;
  std::vector<double> losses;
};

std::vector<Case> ordinary_cases() {
  return {{"normal", normal_losses(40)},
          {"six decades", wide_losses(40)},
          {"two losses", {1, 3}},
          {"one outlier", {0.1, 0.12, 0.15, 0.11, 0.13, 1e5}},
          {"far from zero", {1e6 + 1, 1e6 + 2, 1e6 + 4, 1e6 + 8, 1e6 + 9}},
          {"negative", {-5, -4, -1, -0.5, -4.5}}};
}

double range_of(const std::vector<double>& losses) {
  const auto [best, worst] = std::minmax_element(losses.begin(), losses.end());
  return *worst - *best;
}

TEST(OutputWarp, MapsLossesToMeanZeroAndVarianceOne) {
  for (const Case& row : ordinary_cases()) {
    for (const OutputWarp& warp : {bent_warp(row.losses, squares), straight_warp(row.losses)}) {
      std::vector<double> targets;
      for (const double y : row.losses) targets.push_back(warp(y));
      const auto n = static_cast<double>(targets.size());
      // The straight one's values are 1e-6 of the range about their mean: nothing cancels.
      EXPECT_NEAR(std::accumulate(targets.begin(), targets.end(), 0.0) / n, 0, 1e-9) << row.name;
      EXPECT_NEAR(squares(targets) / n, 1, 1e-9) << row.name;
    }
  }
}

TEST(OutputWarp, IsUndoneByItsInverse) {
  for (const Case& row : ordinary_cases()) {
    const double range = range_of(row.losses);
    for (const OutputWarp& warp : {bent_warp(row.losses, squares), straight_warp(row.losses)}) {
      for (double y : row.losses) {
        // Below the best loss, where it is straight, too.
        for (const double loss : {y, 2 * warp.best - y}) {
          const double size = std::abs(loss) + range;
          EXPECT_NEAR(warp.inverse(warp(loss)), loss, 1e-8 * size) << row.name << " " << loss;
        }
      }
    }
  }
}

TEST(OutputWarp, IncreasesWithItsSlope) {
  const OutputWarp warps[] = {{2, 0.5, 0.3, 1.7}, {-1, 20, 0, 0.2}, {0, 1e-3, 4, 2}};
  for (const OutputWarp& warp : warps) {
    double before = -INFINITY;
    for (const double x : {-5.0, -0.1, 0.0, 0.01, 0.4, 3.0, 100.0}) {
      const double y = warp.best + x * warp.bend;
      EXPECT_GT(warp(y), before);
      before = warp(y);
      // w'' = -1/(1 + x)^2 jumps at the best loss: the difference errs by step/4 there.
      const double step = 1e-6 * warp.bend;
      const double slope = (warp(y + step) - warp(y - step)) / (2 * step);
      EXPECT_NEAR(warp.slope(y) / slope, 1, 1e-5) << x;
    }
  }
}

TEST(BentWarp, StaysStraightForNormalLossesAndBendsForWideOnes) {
  const auto normal = normal_losses(60);
  EXPECT_GT(bent_warp(normal, squares).bend, 0.5 * range_of(normal));
  const auto wide = wide_losses(60);
  const OutputWarp warp = bent_warp(wide, squares);
  EXPECT_LT(warp.bend, 1e-3 * range_of(wide));
  // As a logarithm does, it spreads the decades evenly.
  const double low = warp(1) - warp(0.1);
  const double high = warp(1000) - warp(100);
  EXPECT_GT(low, 0.5 * high);
  EXPECT_LT(low, 2 * high);
}

// Of all losses but the best one, at which the bend begins.
double likelihood(const OutputWarp& warp, const std::vector<double>& losses) {
  const auto n = static_cast<double>(losses.size());
  std::vector<double> targets;
  double sum = 0;
  for (const double y : losses) {
    targets.push_back(warp(y));
    sum += std::log(warp.slope(y));
  }
  const double mean = std::accumulate(targets.begin(), targets.end(), 0.0) / n;
  for (double& target : targets) target -= mean;
  return sum - n / 2 * std::log(squares(targets));
}

TEST(BentWarp, HasALikelihoodThatNoBendNearbyExceeds) {
  for (const Case& row : ordinary_cases()) {
    if (row.losses.size() < 4) continue;
    const OutputWarp best = bent_warp(row.losses, squares);
    for (const double factor : {0.8, 1.25}) {
      OutputWarp other = best;
      other.bend *= factor;
      const double place = std::log(other.bend / (range_of(row.losses) / 2));
      if (place < -18 || place > 5) continue;  // where the search ends
      // A search to ten bits of a logarithm leaves a little.
      EXPECT_LE(likelihood(other, row.losses), likelihood(best, row.losses) + 0.01)
          << row.name << " " << factor;
    }
  }
}

TEST(BentWarp, CountsATieWithTheBestOnce) {
  std::vector<double> losses = normal_losses(40);
  const double best = *std::min_element(losses.begin(), losses.end());
  for (const std::size_t ties : {1u, 5u, 40u}) {
    losses.resize(40);
    losses.insert(losses.end(), ties, best);
    // Each tie counted would take the bend down to e^-18 of half the range.
    EXPECT_GT(bent_warp(losses, squares).bend, 0.01 * range_of(losses)) << ties;
  }
}

TEST(BentWarp, IsStraightForFewerThanFourDistinctLosses) {
  const std::vector<double> three = {1, 1, 2, 1, 3, 3, 2, 1};
  EXPECT_EQ(bent_warp(three, squares).bend, straight_warp(three).bend);
  const std::vector<double> four = {1, 1, 2, 1, 3, 4};
  EXPECT_LT(bent_warp(four, squares).bend, straight_warp(four).bend);
}

// An ever smaller bend would drive the best loss away from all others, and make those one.
TEST(StraightWarp, KeepsRatiosOfDifferences) {
  const std::vector<double> losses = {-3, 1, 2, 10};
  const OutputWarp warp = straight_warp(losses);
  // A bend of 1e6 half ranges curves by up to 1e-6 of a difference.
  EXPECT_NEAR((warp(10) - warp(2)) / (warp(1) - warp(-3)), 2, 1e-5);
  EXPECT_NEAR((warp(-3) - warp(-5)) / (warp(1) - warp(-3)), 0.5, 1e-5);
}

TEST(OutputWarp, GivesEqualLossesTheTargetZero) {
  for (const std::size_t n : {1u, 3u, 6u}) {
    for (const double loss : {0.0, 2.5, -1e300}) {
      const std::vector<double> losses(n, loss);
      for (const OutputWarp& warp : {bent_warp(losses, squares), straight_warp(losses)}) {
        EXPECT_EQ(warp(loss), 0);
        EXPECT_EQ(warp.inverse(0), loss);
        EXPECT_TRUE(std::isfinite(warp.slope(loss)));
      }
    }
  }
}

TEST(OutputWarp, GivesFiniteTargetsInOrderForExtremeLosses) {
  const Case cases[] = {
      {"large and small", {1e300, 1e-300, 1, 2, 3e-300}},
      {"all there is", {1e308, -1e308, 1e300, 1e-300, 0}},
      {"the largest",
       {std::numeric_limits<double>::max(), -std::numeric_limits<double>::max(), 0, 1}},
      {"two of the largest", {1.7e308, -1.7e308}},
      {"tiny", {1e-300, 2e-300, 5e-300, 9e-300}},
      {"neighbours", {1, 1 + 0x1p-52, 1 + 0x1p-51, 1}},
  };
  for (const Case& row : cases) {
    for (const OutputWarp& warp : {bent_warp(row.losses, squares), straight_warp(row.losses)}) {
      auto losses = row.losses;
      std::sort(losses.begin(), losses.end());
      double before = -INFINITY;
      for (const double y : losses) {
        EXPECT_TRUE(std::isfinite(warp(y))) << row.name << " " << y;
        EXPECT_GE(warp(y), before) << row.name << " " << y;
        before = warp(y);
      }
      EXPECT_LT(warp(losses.front()), warp(losses.back())) << row.name;
    }
  }
}

}  // namespace sweep::output_warp_test
