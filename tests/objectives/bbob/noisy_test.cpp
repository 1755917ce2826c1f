#include "objectives/bbob/noisy.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "objectives/bbob/bbob.hpp"

namespace sweep::noisy_test {

constexpr int kDimension = 4;
constexpr int kInstance = 3;
const std::vector<double> kInside = {1.5, -2.25, 0.5, 4};
const std::vector<double> kOutside = {1.5, -7, 0.5, 5.5};
constexpr double kSumBeyond = 2 * 2 + 0.5 * 0.5;

Objective noisy(int function) { return BbobNoisy({function, kDimension, kInstance}); }
Objective plain(int function) { return make_bbob({function, kDimension, kInstance}); }

// f_opt comes in at another place: a rounding of numbers of this size.
void expect_same(double value, double expected) {
  EXPECT_NEAR(value, expected,
              1e-14 * std::max({1.0, std::abs(value), std::abs(expected)}) + 1e-12);
}

struct Base {
  int first;  // of three
  int function;
  double own_penalty;  // of bbob's function, per unit of the sum of squares beyond the box
};

const std::vector<Base> kBases = {{101, 1, 0}, {104, 8, 0},  {107, 1, 0},   {110, 8, 0},
                                  {113, 7, 1}, {119, 14, 0}, {122, 17, 10}, {128, 21, 1}};

TEST(BbobNoisy, IsAFunctionOfBbobWithoutItsNoise) {
  for (const auto& [first, function, own_penalty] : kBases) {
    const Objective base = plain(function);
    for (int f = first; f < first + 3; ++f) {
      SCOPED_TRACE(f);
      expect_same(noisy(f).exact_loss(kInside), base.exact_loss(kInside));
      expect_same(noisy(f).exact_loss(kOutside),
                  base.exact_loss(kOutside) + (100 - own_penalty) * kSumBeyond);
      EXPECT_EQ(noisy(f).optimum()->value, base.optimum()->value);
      EXPECT_EQ(noisy(f).optimum()->points.front().values, base.optimum()->points.front().values);
    }
  }
}

TEST(BbobNoisy, HasAnEllipsoidOfALowerCondition) {
  // In two dimensions g = z0^2 + c z1^2, for the same z with c = 1e6 and 1e4.
  const Objective base = make_bbob({10, 2, kInstance});
  const Objective objective = BbobNoisy({116, 2, kInstance});
  const double f_opt = base.optimum()->value;
  const std::vector<double> x = {1.5, -2.25};
  const double steep = base.exact_loss(x) - f_opt;
  const double flat = objective.exact_loss(x) - f_opt;
  const double z1_squared = (steep - flat) / (1e6 - 1e4);
  const double z0_squared = flat - 1e4 * z1_squared;
  EXPECT_GT(z1_squared, 0);
  EXPECT_GT(z0_squared, 0);
  EXPECT_LT(z0_squared, 1000);  // z is about as long as x - x_opt
}

TEST(BbobNoisy, HasATenthOfGriewankRosenbrock) {
  const Objective base = plain(19);
  const double f_opt = base.optimum()->value;
  for (const int f : {125, 126, 127}) {
    EXPECT_NEAR(noisy(f).exact_loss(kInside) - f_opt, (base.exact_loss(kInside) - f_opt) / 10,
                1e-9);
  }
}

TEST(BbobNoisy, AddsALittleAtItsOptimum) {
  for (int f = 101; f <= 130; ++f) {
    const Objective objective = noisy(f);
    const Optimum optimum = objective.optimum().value();
    const double excess =
        objective.loss(optimum.points.front().values, 1, Stream(1)) - optimum.value;
    const bool is_cauchy = (f - 101) % 3 == 2;
    // f7's steps, too, are at their lowest there.
    if (!is_cauchy) {
      EXPECT_NEAR(excess, 1.01e-8, 1e-12) << f;
    } else {
      EXPECT_GE(excess, 1.0e-8) << f;
    }
  }
}

TEST(BbobNoisy, HasNoLossBelowItsOptimum) {
  for (int f = 101; f <= 130; ++f) {
    const Objective objective = noisy(f);
    for (std::uint64_t trial = 0; trial < 500; ++trial) {
      EXPECT_GT(objective.loss(kInside, 1, Stream(2).child(trial)), objective.optimum()->value)
          << f;
    }
  }
}

// The standard deviation of log(noise(g)/g), which is beta.
double spread(int function) {
  constexpr int kTrials = 4000;
  const Objective objective = noisy(function);
  const double f_opt = objective.optimum()->value;
  const double g = objective.exact_loss(kInside) - f_opt;
  double sum = 0;
  for (std::uint64_t trial = 0; trial < kTrials; ++trial) {
    const double loss = objective.loss(kInside, 1, Stream(2).child(trial));
    sum += std::pow(std::log((loss - 1.01e-8 - f_opt) / g), 2);
  }
  return std::sqrt(sum / kTrials);
}

TEST(BbobNoisy, IsModerateUpTo106AndThenSevere) {
  const double slack = 5 / std::sqrt(2.0 * 4000);  // five deviations of a standard deviation
  for (const int f : {101, 104}) EXPECT_NEAR(spread(f) / 0.01, 1, slack) << f;
  for (int f = 107; f <= 130; f += 3) EXPECT_NEAR(spread(f), 1, slack) << f;
}

TEST(BbobNoisy, DrawsOtherNumbersThanTheOptionNoise) {
  const Objective objective = noisy(107);
  const double g = objective.exact_loss(kInside) - objective.optimum()->value;
  const Stream trial(5);
  const double loss = objective.loss(kInside, 1, trial);
  const double z = std::log((loss - objective.optimum()->value) / g);
  EXPECT_GT(std::abs(z - trial.child("noise").child(1).normal()), 1e-6);
}

TEST(BbobNoisy, NamesItsFunctions) {
  EXPECT_EQ(bbob_noisy_function_name(101),
            std::string(bbob_function_name(1)) + ", moderate Gaussian noise");
  EXPECT_EQ(bbob_noisy_function_name(114),
            std::string(bbob_function_name(7)) + ", severe uniform noise");
  EXPECT_EQ(bbob_noisy_function_name(130),
            std::string(bbob_function_name(21)) + ", severe Cauchy noise");
}

}  // namespace sweep::noisy_test
