#include "objectives/bbob/noise_model.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace sweep::noise_model_test {

constexpr int kDraws = 10'000;
constexpr double kSigmas = 5;  // a fixed seed, and one in two million beyond

template <class Model>
std::vector<double> drawn(const Model& model, double g) {
  std::vector<double> losses;
  for (std::uint64_t i = 0; i < kDraws; ++i) losses.push_back(model(g, Stream(3).child(i)));
  return losses;
}

template <class F>
double mean_of(const std::vector<double>& values, F f) {
  double sum = 0;
  for (const double value : values) sum += f(value);
  return sum / static_cast<double>(values.size());
}

template <class F>
void expect_uniform(const std::vector<double>& values, F to_unit) {
  // Mean 1/2 and mean square 1/3 of U; their variances are 1/12 and 4/45.
  EXPECT_NEAR(mean_of(values, to_unit), 0.5, kSigmas * std::sqrt(1.0 / 12 / kDraws));
  EXPECT_NEAR(mean_of(values, [&](double v) { return to_unit(v) * to_unit(v); }), 1.0 / 3,
              kSigmas * std::sqrt(4.0 / 45 / kDraws));
}

TEST(GaussianNoise, HasANormalLogarithm) {
  for (const double beta : {0.01, 1.0}) {
    const std::vector<double> losses = drawn(GaussianNoise{beta}, 7);
    const auto z = [&](double loss) { return std::log(loss / 7) / beta; };
    EXPECT_NEAR(mean_of(losses, z), 0, kSigmas / std::sqrt(kDraws));
    EXPECT_NEAR(mean_of(losses, [&](double loss) { return z(loss) * z(loss); }), 1,
                kSigmas * std::sqrt(2.0 / kDraws));
  }
  EXPECT_EQ(GaussianNoise{1}(0, Stream(1)), 0);
}

TEST(UniformNoise, LowersByAPowerOfAUniform) {
  const std::vector<double> losses = drawn(UniformNoise{0, 0.5}, 3);
  expect_uniform(losses, [](double loss) { return std::pow(loss / 3, 2); });
}

TEST(UniformNoise, RaisesByAUniformPower) {
  const double g = 1e-3;
  const std::vector<double> losses = drawn(UniformNoise{0.7, 0}, g);
  expect_uniform(losses, [&](double loss) { return std::log(loss / g) / std::log(1e12) / 0.7; });
  for (const double loss : drawn(UniformNoise{0.7, 0}, 2e9))
    EXPECT_EQ(loss, 2e9);  // not beyond 1e9
  EXPECT_EQ((UniformNoise{1, 1}(0, Stream(1))), 0);
}

TEST(CauchyNoise, HasOutliersOnBothSides) {
  const double g = 7;
  const double alpha = 0.01;
  int near = 0;
  int above = 0;
  for (const double loss : drawn(CauchyNoise{alpha, 1}, g)) {
    const double z =
        (loss - g) / alpha - 1000;  // Cauchy; a quarter of it in each of the four parts
    near += std::abs(z) < 1 ? 1 : 0;
    above += z > 0 ? 1 : 0;
    EXPECT_GE(loss, g);
  }
  EXPECT_NEAR(near, kDraws / 2.0, kSigmas * std::sqrt(kDraws / 4.0));
  EXPECT_NEAR(above, kDraws / 2.0, kSigmas * std::sqrt(kDraws / 4.0));
}

TEST(CauchyNoise, HasThemAsOftenAsItSays) {
  const double usual = CauchyNoise{1, 0}(7, Stream(1));
  EXPECT_EQ(usual, 1007);
  int outliers = 0;
  for (const double loss : drawn(CauchyNoise{1, 0.2}, 7)) outliers += loss != usual ? 1 : 0;
  EXPECT_NEAR(outliers, 0.2 * kDraws, kSigmas * std::sqrt(0.2 * 0.8 * kDraws));
}

TEST(NoiseModel, IsStrongerWhereItIsSevere) {
  EXPECT_EQ(gaussian_noise(NoiseSeverity::moderate).beta, 0.01);
  EXPECT_EQ(gaussian_noise(NoiseSeverity::severe).beta, 1);
  EXPECT_DOUBLE_EQ(uniform_noise(NoiseSeverity::moderate, 10).alpha, 0.0059);
  EXPECT_EQ(uniform_noise(NoiseSeverity::moderate, 10).beta, 0.01);
  EXPECT_DOUBLE_EQ(uniform_noise(NoiseSeverity::severe, 2).alpha, 0.99);
  EXPECT_EQ(uniform_noise(NoiseSeverity::severe, 2).beta, 1);
  EXPECT_EQ(cauchy_noise(NoiseSeverity::moderate).alpha, 0.01);
  EXPECT_EQ(cauchy_noise(NoiseSeverity::moderate).p, 0.05);
  EXPECT_EQ(cauchy_noise(NoiseSeverity::severe).alpha, 1);
  EXPECT_EQ(cauchy_noise(NoiseSeverity::severe).p, 0.2);
}

}  // namespace sweep::noise_model_test
