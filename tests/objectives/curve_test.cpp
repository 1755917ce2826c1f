#include "objectives/curves/curve.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "objectives/catalog.hpp"
#include "objectives/nested.hpp"

namespace sweep::curve_test {

constexpr int kPoints = 1000;

std::vector<std::vector<double>> random_points(const SearchSpace& space, int count) {
  Stream stream{99};
  std::vector<std::vector<double>> points;
  for (int i = 0; i < count; ++i) {
    std::vector<double> row(space.size());
    stream.fill_uniform(row);
    space.from_unit(row);
    points.push_back(std::move(row));
  }
  return points;
}

TEST(WaveField, IsSmoothAndSpreadAsPromised) {
  const SearchSpace space = make_objective("hpo12").space();
  for (int seed = 0; seed < 10; ++seed) {
    const WaveField field(space, Stream(static_cast<std::uint64_t>(seed)));
    double sum = 0;
    double squares = 0;
    for (const auto& x : random_points(space, kPoints)) {
      const double value = field.value(x);
      ASSERT_LE(std::abs(value), std::sqrt(12.0) + 1e-12);
      sum += value;
      squares += value * value;
      EXPECT_NEAR(field.share(x), normal_share(value), 1e-15);
    }
    // Six waves of whole or part periods: their means are not 0, but small against the deviation.
    EXPECT_LT(std::abs(sum / kPoints), 1) << seed;
    EXPECT_GT(squares / kPoints, 0.3) << seed;
    EXPECT_LT(squares / kPoints, 3) << seed;
  }
}

TEST(WaveField, ChangesALittleWhenAPointMovesALittle) {
  const SearchSpace space = make_objective("ackley?dim=3").space();
  const WaveField field(space, Stream(1));
  // Steepest: sqrt(2/6) sum over six waves of at most 4 pi radians a unit.
  const double steepest = std::sqrt(1 / 3.0) * 6 * 4 * std::acos(-1.0);
  for (const auto& x : random_points(space, 200)) {
    std::vector<double> moved = x;
    moved[1] += 1e-4 * 2 * 32.768 * (x[1] > 0 ? -1 : 1);
    EXPECT_LE(std::abs(field.value(moved) - field.value(x)), 1e-4 * steepest * (1 + 1e-6));
  }
}

TEST(Curve, FallsToTheFinalLossAndReachesItAtTheLastStep) {
  for (const char* shape : {"power", "exponential", "mixed"}) {
    const Objective curve =
        make_objective(std::string("curve?of=levy(dim=3)&crossing=1&shape=") + shape);
    const Objective last = make_objective("levy?dim=3");
    for (const auto& x : random_points(last.space(), 100)) {
      const double final_loss = last.exact_loss(x);
      double before = HUGE_VAL;
      for (int step = 1; step <= 81; ++step) {
        const double loss = curve.loss(x, step, Stream{0});
        ASSERT_LE(loss, before) << shape << " " << step;
        ASSERT_GE(loss, final_loss);
        before = loss;
      }
      EXPECT_EQ(before, final_loss);
      EXPECT_EQ(curve.exact_loss(x), final_loss);
    }
  }
}

// With rank-correlation 1 the gap is the same everywhere, and what is left of it is r_k.
TEST(Curve, HasTheShapeAskedForWhereNothingCrosses) {
  const auto share = [](const std::string& shape, int step) {
    const Objective curve =
        make_objective("curve?of=sphere&crossing=0&rank-correlation=1&steps=9&shape=" + shape);
    const std::vector<double> origin{0, 0};  // the final loss is 0
    return curve.loss(origin, step, Stream{0}) / curve.loss(origin, 1, Stream{0});
  };
  for (int k = 1; k <= 9; ++k) {
    const double power = (1.0 / k - 1.0 / 9) / (1 - 1.0 / 9);
    const double end = std::exp(-5);
    const double exponential = (std::exp(-5 * (k - 1) / 8.0) - end) / (1 - end);
    EXPECT_NEAR(share("power", k), power, 1e-14);
    EXPECT_NEAR(share("exponential", k), exponential, 1e-14);
    EXPECT_NEAR(share("mixed", k), (power + exponential) / 2, 1e-14);
  }
}

TEST(Curve, CrossesOthersAsOftenAsRatesDiffer) {
  const auto crossings = [](const char* crossing) {
    const Objective curve =
        make_objective(std::string("curve?of=hartmann6&rank-correlation=1&crossing=") + crossing);
    const auto points = random_points(curve.space(), 100);
    int count = 0;
    for (std::size_t i = 1; i < points.size(); ++i) {
      const auto is_above = [&](int step) {
        return curve.loss(points[i], step, Stream{0}) > curve.loss(points[i - 1], step, Stream{0});
      };
      count += is_above(3) != is_above(81) ? 1 : 0;
    }
    return count;
  };
  EXPECT_EQ(crossings("0"), 0);
  EXPECT_GT(crossings("0.5"), 0);
  EXPECT_GT(crossings("1"), crossings("0.25"));
}

TEST(Curve, HasNoiseThatFallsWithTheStep) {
  const Objective quiet = make_objective("curve?of=branin&rank-correlation=1");
  const Objective noisy = make_objective("curve?of=branin&rank-correlation=1&jitter=0.5");
  const std::vector<double> x{1, 2};
  const double scale = quiet.loss(x, 1, Stream{0}) - quiet.exact_loss(x);
  constexpr int kTrials = 20000;
  for (const int step : {1, 4, 81}) {
    double sum = 0;
    double squares = 0;
    for (TrialId trial = 0; trial < kTrials; ++trial) {
      const Stream noise = Stream{1}.child(trial);
      const double z = noisy.loss(x, step, noise) - quiet.loss(x, step, noise);
      sum += z;
      squares += z * z;
    }
    const double sigma = 0.5 * scale / std::sqrt(step);
    // Five standard errors: sigma/sqrt(n) of the mean, sigma^2 sqrt(2/n) of the variance.
    EXPECT_NEAR(sum / kTrials, 0, 5 * sigma / std::sqrt(kTrials));
    EXPECT_NEAR(squares / kTrials, sigma * sigma, 5 * sigma * sigma * std::sqrt(2.0 / kTrials));
  }
  EXPECT_EQ(noisy.exact_loss(x), quiet.exact_loss(x));
}

TEST(Curve, LetsTheShareAskedForDivergeAtStepsSpreadEvenly) {
  const Objective curve = make_objective("curve?of=branin&diverge=0.3&steps=10");
  const std::vector<double> x{1, 2};
  constexpr int kTrials = 20000;
  std::vector<int> failed(11, 0);  // by step
  for (TrialId trial = 0; trial < kTrials; ++trial) {
    for (int step = 1; step <= 10; ++step) {
      failed[static_cast<std::size_t>(step)] +=
          std::isnan(curve.loss(x, step, Stream{1}.child(trial))) ? 1 : 0;
    }
  }
  for (std::size_t step = 1; step <= 10; ++step) {
    const double share = 0.03 * static_cast<double>(step);
    // Five standard deviations of a binomial count.
    EXPECT_NEAR(failed[step], share * kTrials, 5 * std::sqrt(kTrials * share * (1 - share)));
  }
  EXPECT_TRUE(std::isfinite(curve.exact_loss(x)));
}

TEST(Curve, HasCostsThatDifferFromPointToPointOnlyIfAskedTo) {
  const Objective even = make_objective("curve?of=branin");
  const Objective uneven = make_objective("curve?of=branin&cost-spread=1");
  double lowest = HUGE_VAL;
  double highest = 0;
  for (const auto& x : random_points(even.space(), 200)) {
    EXPECT_EQ(even.cost_seconds(x, 5), 1);
    EXPECT_EQ(uneven.cost_seconds(x, 5), uneven.cost_seconds(x, 6));
    lowest = std::min(lowest, uneven.cost_seconds(x, 5));
    highest = std::max(highest, uneven.cost_seconds(x, 5));
  }
  EXPECT_LT(lowest, 0.7);
  EXPECT_GT(highest, 1.5);
}

TEST(Curve, HasTheOptimumOfItsObjective) {
  for (const char* of : {"branin", "hpo6(shift=3)", "ackley(dim=4&rotate=1)"}) {
    const Objective inside = make_objective(from_nested(of));
    const Objective curve = make_objective(std::string("curve?of=") + of);
    EXPECT_EQ(curve.optimum()->value, inside.optimum()->value);
    EXPECT_EQ(curve.optimum()->points.front().values, inside.optimum()->points.front().values);
  }
  EXPECT_FALSE(make_objective("curve?of=michalewicz(dim=11)").optimum().has_value());
}

TEST(Curve, KeepsItsAbilitiesInEveryWrapper) {
  const std::string text = "curve?of=branin&steps=12&cost-spread=1";
  const Objective plain = make_objective(text);
  const std::vector<double> x{1, 2};
  for (const char* wrapper : {"&noise=1", "&fail=0.5", "&shift=sine", "&shift=4", "&rotate=2"}) {
    const Objective wrapped = make_objective(text + wrapper);
    EXPECT_EQ(wrapped.max_step(), 12) << wrapper;
    EXPECT_NE(wrapped.cost_seconds(x, 1), 1) << wrapper;
    EXPECT_TRUE(wrapped.defined_outside_domain()) << wrapper;
    EXPECT_NEAR(wrapped.exact_loss(wrapped.optimum()->points.front().values),
                plain.optimum()->value, 1e-12)
        << wrapper;
  }
}

}  // namespace sweep::curve_test
