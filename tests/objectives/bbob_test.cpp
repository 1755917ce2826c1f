// The bbob functions beyond the vectors: blocks, points that are not finite, variants.
#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <limits>
#include <set>

#include "algorithms/space/real_limits.hpp"
#include "algorithms/space/stream.hpp"
#include "objectives/bbob/bbob.hpp"

namespace sweep::bbob_test {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

bool same_bits(double a, double b) {
  return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

std::vector<double> origin(int dimension) {
  return std::vector<double>(static_cast<std::size_t>(dimension));
}

// n points of [-width, width]^dimension.
std::vector<double> draw(int dimension, std::size_t n, double width) {
  std::vector<double> rows(n * static_cast<std::size_t>(dimension));
  Stream(7).fill_uniform(rows);
  for (double& x : rows) x = (2 * x - 1) * width;
  return rows;
}

class EachBbobFunction : public testing::TestWithParam<int> {};
INSTANTIATE_TEST_SUITE_P(Suite, EachBbobFunction, testing::Range(1, 25));

void expect_same_in_blocks(const BbobInstance& instance, std::size_t n, double width) {
  const auto d = static_cast<std::size_t>(instance.dimension());
  const std::vector<double> rows = draw(instance.dimension(), n, width);
  std::vector<double> values(n);
  instance.values(rows, values);
  for (std::size_t i = 0; i < n; ++i) {
    const double alone = instance.value(std::span(rows).subspan(i * d, d));
    EXPECT_TRUE(same_bits(values[i], alone)) << i << ": " << values[i] << " and " << alone;
  }
}

TEST_P(EachBbobFunction, HasTheSameBitsInBlocksOfAnySize) {
  for (const int dimension : {2, 3, 7, 8, 9, 17, 40}) {
    const BbobInstance instance({GetParam(), dimension, 3});
    for (const std::size_t n : {1, 2, 7, 8, 9, 35}) {
      SCOPED_TRACE(std::to_string(dimension) + "-D, " + std::to_string(n) + " points");
      expect_same_in_blocks(instance, n, 5);
    }
    // Beyond the box, beyond where a cosine is the library's own, and where squares overflow.
    for (const double width : {20.0, 1e7, 1e20, 1e200}) {
      SCOPED_TRACE(std::to_string(dimension) + "-D, " + std::to_string(width) + " wide");
      expect_same_in_blocks(instance, 19, width);
    }
  }
}

TEST_P(EachBbobFunction, IsLowestAtItsOptimum) {
  for (const int dimension : {2, 10, 40}) {
    const BbobInstance instance({GetParam(), dimension, 71});
    const double best = instance.best_value();
    EXPECT_NEAR(instance.value(instance.x_opt()), best, 1e-12 * std::max(1.0, std::abs(best)));
    for (const double near : {1e-3, 0.1, 5.0}) {
      const std::vector<double> steps = draw(dimension, 100, near);
      for (std::size_t i = 0; i < steps.size(); i += instance.x_opt().size()) {
        std::vector<double> x = instance.x_opt();
        for (std::size_t j = 0; j < x.size(); ++j) x[j] += steps[i + j];
        EXPECT_GE(instance.value(x), best - 1e-12 * std::max(1.0, std::abs(best)));
      }
    }
  }
}

TEST_P(EachBbobFunction, IsInfiniteAtInfinityAndElseNaNAtNaN) {
  const BbobInstance instance({GetParam(), 5, 1});
  std::vector<double> rows = draw(5, 4, 5);
  rows[1 * 5 + 4] = kNan;
  rows[2 * 5 + 0] = kNan;
  rows[2 * 5 + 3] = -kInfinity;
  std::vector<double> values(4);
  instance.values(rows, values);
  EXPECT_TRUE(std::isfinite(values[0]) && std::isfinite(values[3]));
  EXPECT_TRUE(std::isnan(values[1]));
  EXPECT_EQ(values[2], kInfinity);
  EXPECT_TRUE(std::isnan(instance.value(std::span(rows).subspan(5, 5))));
  EXPECT_EQ(instance.value(std::span(rows).subspan(10, 5)), kInfinity);
}

TEST_P(EachBbobFunction, LeavesOutItsPenaltyOnRequest) {
  const BbobProblem problem{GetParam(), 4, 2};
  const BbobInstance with(problem);
  const BbobInstance without(problem, {.has_penalty = false});
  const std::vector<double> inside = draw(4, 1, 5);
  EXPECT_EQ(with.value(inside), without.value(inside));

  const std::vector<double> outside{-7, 1, 2, 5.5};  // f_pen = 4 + 0.25
  const std::set<int> plain{7, 21, 22, 23};
  const int f = GetParam();
  const double weight = plain.contains(f)    ? 1
                        : f == 4             ? 100
                        : f == 16            ? 10.0 / 4
                        : f == 17 || f == 18 ? 10
                        : f == 24            ? 1e4
                                             : 0;
  const double got = with.value(outside);
  EXPECT_NEAR(got - without.value(outside), weight * 4.25, 1e-12 * std::abs(got));
}

TEST_P(EachBbobFunction, LeavesOutItsLowestValueOnRequest) {
  const BbobProblem problem{GetParam(), 4, 2};
  const BbobInstance with(problem);
  const BbobInstance without(problem, {.adds_f_opt = false});
  const std::vector<double> x = draw(4, 1, 6);
  EXPECT_NEAR(without.value(x) + with.f_opt(), with.value(x),
              1e-13 * std::abs(with.value(x)) + 1e-12);
  EXPECT_EQ(without.f_opt(), with.f_opt());
  EXPECT_NEAR(without.best_value(), 0, 1e-12);
  EXPECT_NEAR(without.value(without.x_opt()), 0, 1e-12);
}

TEST_P(EachBbobFunction, SpreadsItsOptimumOnRequest) {
  const std::set<int> keeps{9, 19, 20, 24};
  const BbobProblem problem{GetParam(), 40, 1};
  const BbobInstance with(problem, {.spreads_optima = true});
  EXPECT_EQ(with.x_opt() == BbobInstance(problem).x_opt(),
            keeps.contains(GetParam()) || GetParam() == 5);  // f5 is at a corner anyway
  EXPECT_NEAR(with.value(with.x_opt()), with.best_value(), 1e-12 * std::abs(with.best_value()));
}

TEST(BbobVariant, SpreadsOptimaOverTheWholeBox) {
  double farthest = 0;
  for (int instance = 1; instance <= 20; ++instance) {
    const BbobInstance sphere({1, 40, instance}, {.spreads_optima = true});
    for (const double x : sphere.x_opt()) farthest = std::max(farthest, std::abs(x));
  }
  EXPECT_GT(farthest, 4.9);  // of 800 numbers evenly spread, all but surely
  EXPECT_LE(farthest, 5);
}

TEST(BbobVariant, ChangesTheConditionOfTheEllipsoid) {
  // In 2-D, f = z_0^2 + c z_1^2: three conditions lie on a line.
  const std::vector<double> x{1.5, -2};
  const auto value = [&](double condition) {
    return BbobInstance({10, 2, 1}, {.adds_f_opt = false, .ellipsoid_condition = condition})
        .value(x);
  };
  EXPECT_NEAR((value(1e6) - value(1)) / (value(1e4) - value(1)), 999999.0 / 9999.0, 1e-8);
}

TEST(BbobVariant, ScalesGriewankRosenbrock) {
  const std::vector<double> x = draw(5, 1, 5);
  const BbobInstance ten({19, 5, 1}, {.adds_f_opt = false});
  const BbobInstance one({19, 5, 1}, {.adds_f_opt = false, .griewank_factor = 1});
  EXPECT_NEAR(ten.value(x), 10 * one.value(x), 1e-12 * ten.value(x));
}

TEST(BbobInstance, SharesItsPartsWithItsCopies) {
  const BbobInstance instance({21, 10, 1});
  const BbobInstance copy = instance;  // NOLINT(performance-unnecessary-copy-initialization)
  EXPECT_EQ(copy.value(origin(10)), instance.value(origin(10)));
}

TEST(BbobFunction, IsFlatBeyondTheOptimumOfTheLinearSlope) {
  const BbobInstance slope({5, 3, 1});
  std::vector<double> beyond = slope.x_opt();
  for (double& x : beyond) x *= 1.7;
  EXPECT_EQ(slope.value(beyond), slope.value(slope.x_opt()));
}

TEST(BbobFunction, HasItsOptimumOnAGrid) {
  // 8 floor(10^4 u) / 10^4 - 4: multiples of 0.0008 in [-4, 4], never 0.
  const BbobInstance sphere({1, 40, 9});
  for (const double x : sphere.x_opt()) {
    EXPECT_NEAR(std::remainder(x + 4, 0.0008), 0, 1e-12);
    EXPECT_LE(std::abs(x), 4);
    EXPECT_NE(x, 0);
  }
}

TEST(BbobFunction, HasAName) {
  std::set<std::string_view> names;
  for (int function = 1; function <= 24; ++function) names.insert(bbob_function_name(function));
  EXPECT_EQ(names.size(), 24u);
  EXPECT_EQ(bbob_function_name(1), "Sphere");
  EXPECT_EQ(bbob_function_name(24), "LunacekBiRastrigin");
}

TEST(BbobObjective, HasTheSpaceOfTheSuite) {
  const Objective objective = make_bbob({8, 10, 1});
  EXPECT_EQ(objective.space().size(), 10u);
  EXPECT_TRUE(objective.space().contains(std::vector<double>(10, -5)));
  EXPECT_FALSE(objective.space().contains(std::vector<double>(10, 5.1)));
  EXPECT_TRUE(objective.defined_outside_domain());
  EXPECT_EQ(objective.max_step(), 1);
}

}  // namespace sweep::bbob_test
