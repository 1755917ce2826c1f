#include "algorithms/model/gp/matern_gp.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "algorithms/model/gp/improvement.hpp"
#include "algorithms/space/stream.hpp"
#include "algorithms/wandb/gp.hpp"

namespace sweep::matern_gp_test {

Samples wavy_samples(std::size_t n) {
  Stream stream(1);
  Samples samples{2, std::vector<double>(2 * n), {}};
  stream.fill_uniform(samples.rows);
  for (std::size_t i = 0; i < n; ++i) {
    samples.targets.push_back(std::sin(6 * samples.rows[2 * i]) + samples.rows[2 * i + 1]);
  }
  return samples;
}

// The error of a central difference with step h: h^2 from the third derivative, 1e-16/h by
// rounding.
constexpr double kStep = 1e-5;
constexpr double kDifference = 1e-6;

TEST(Matern32, IsOneAtZeroAndFallsWithDistance) {
  EXPECT_EQ(matern32(0, 0.3).value, 1);
  EXPECT_EQ(matern32(0, 0.3).derivative, 0);
  EXPECT_GT(matern32(0.1, 0.3).value, matern32(0.2, 0.3).value);
  EXPECT_NEAR(matern32(1, std::sqrt(3.0)).value, 2 / std::exp(1.0), 1e-15);
}

TEST(Matern32, HasTheDerivativeByTheLogarithmOfItsScale) {
  for (const double distance : {0.01, 0.3, 2.0}) {
    const auto at = [distance](double theta) { return matern32(distance, std::exp(theta)); };
    const double difference = (at(-1 + kStep).value - at(-1 - kStep).value) / (2 * kStep);
    EXPECT_NEAR(at(-1).derivative, difference, kDifference) << distance;
  }
}

TEST(MaternLikelihood, HasItsDerivative) {
  const MaternLikelihood likelihood(wavy_samples(12));
  for (const double theta : {-3.0, -1.0, 0.0, 1.5}) {
    const double difference =
        (likelihood(theta + kStep).value - likelihood(theta - kStep).value) / (2 * kStep);
    const double derivative = likelihood(theta).derivative;
    EXPECT_NEAR(derivative, difference, 1e-5 * std::abs(derivative) + kDifference) << theta;
  }
}

TEST(MaternLikelihood, IsThatOfOneNormalNumber) {
  const MaternLikelihood likelihood({1, {0.5}, {2}});
  const double variance = 1 + MaternLikelihood::kNugget;
  const double expected = -2 / variance - std::log(variance) / 2 - std::log(2 * M_PI) / 2;
  EXPECT_NEAR(likelihood(0).value, expected, 1e-14);
  EXPECT_EQ(likelihood(0).derivative, 0);
}

TEST(MaternPosterior, MeetsTheSamplesAndForgetsFarAway) {
  const Samples samples = wavy_samples(10);
  const MaternPosterior posterior(samples, 0.3);
  for (std::size_t i = 0; i < 10; ++i) {
    const Prediction there = posterior.at(std::span(samples.rows).subspan(2 * i, 2));
    EXPECT_NEAR(there.mean, samples.targets[i], 1e-4);
    EXPECT_NEAR(there.sd, std::sqrt(MaternLikelihood::kNugget), 1e-5);
  }
  const std::vector<double> far = {1e3, 1e3};
  EXPECT_NEAR(posterior.at(far).mean, 0, 1e-12);
  EXPECT_NEAR(posterior.at(far).sd, 1, 1e-12);
}

TEST(MaternPosterior, PredictsManyAsItPredictsEach) {
  const Samples samples = wavy_samples(10);
  const MaternPosterior posterior(samples, 0.3);
  const Samples others = wavy_samples(25);
  const std::vector<Prediction> all = posterior.predict(others.rows);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Prediction one = posterior.at(std::span(others.rows).subspan(2 * i, 2));
    EXPECT_NEAR(all[i].mean, one.mean, 1e-12);
    EXPECT_NEAR(all[i].sd, one.sd, 1e-9);
  }
}

// The integral of max(best - y, 0) over the normal density, by the midpoint rule.
double improvement_by_integral(double best, const Prediction& p) {
  constexpr int kCells = 20000;
  constexpr double kReach = 10;
  const double width = 2 * kReach / kCells;
  double sum = 0;
  for (int i = 0; i < kCells; ++i) {
    const double z = -kReach + (i + 0.5) * width;
    const double gain = std::max(best - (p.mean + z * p.sd), 0.0);
    sum += gain * std::exp(-z * z / 2) / std::sqrt(2 * M_PI) * width;
  }
  return sum;
}

TEST(WandbImprovement, IsTheExpectedGain) {
  // The 1e-6 in z shifts EI by less than that; the rule's error is about width^2.
  constexpr double kTolerance = 2e-6;
  for (const Prediction p : {Prediction{0, 1}, {0.5, 0.2}, {-2, 0.7}, {3, 1}}) {
    EXPECT_NEAR(wandb_improvement(0.3, p).expected, improvement_by_integral(0.3, p), kTolerance);
  }
  EXPECT_EQ(wandb_improvement(0.3, {0.3, 1}).probability, 0.5);
  EXPECT_NEAR(wandb_improvement(0, {1, 0}).expected, 0, 1e-300);
}

TEST(Standardisation, TurnsTargetsIntoMeanZeroAndBack) {
  const std::vector<double> targets = {3, 5, 7};
  const Standardisation units = standardisation_of(targets);
  EXPECT_EQ(units.mean, 5);
  EXPECT_DOUBLE_EQ(units.scale, std::sqrt(8.0 / 3) + 1e-6);
  EXPECT_DOUBLE_EQ(units.from_standard(units.to_standard(3)), 3);
}

}  // namespace sweep::matern_gp_test
