#include "algorithms/model/gp/ard_posterior.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace sweep::ard_posterior_test {

// Of two rows with covariance c and variance v: a normal distribution of two dimensions.
TEST(ArdPosterior, KnowsTheLikelihoodOfTwoTargets) {
  ArdScales scales(1);
  scales.logs = {std::log(0.4), std::log(0.7), std::log(1.5), std::log(0.5), std::log(0.01)};
  const auto matern = [](double r) {
    const double z = std::sqrt(5.0) * r;
    return (1 + z + z * z / 3) * std::exp(-z);
  };
  const double c = 1.5 * matern(0.3 / 0.4) + 0.5 * matern(0.3 / 0.7);
  const double v = 1.5 + 0.5 + 0.01;
  const double determinant = v * v - c * c;
  const double a = 0.8;
  const double b = -1.1;
  const double square = (v * a * a - 2 * c * a * b + v * b * b) / determinant;
  const double expected = -square / 2 - std::log(determinant) / 2 - std::log(2 * std::numbers::pi);
  RowTable rows(1);
  rows.append(std::vector<double>{0.2});
  ArdPosterior posterior({{0}}, rows, {a}, scales);
  posterior.append(std::vector<double>{0.5}, b);
  EXPECT_NEAR(posterior.log_likelihood(), expected, 1e-12);
}

}  // namespace sweep::ard_posterior_test
