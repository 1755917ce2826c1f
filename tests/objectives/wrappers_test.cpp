#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "objectives/catalog.hpp"

namespace sweep::wrappers_test {

constexpr double kEpsilon = std::numeric_limits<double>::epsilon();

double loss_at(const Objective& objective, const std::vector<double>& x) {
  return objective.loss(x, objective.max_step(), Stream{0});
}

std::vector<double> random_point(const Objective& objective, Stream& stream) {
  std::vector<double> row(objective.space().size());
  stream.fill_uniform(row);
  objective.space().from_unit(row);
  return row;
}

TEST(Noise, HasTheMeanAndVarianceAskedFor) {
  constexpr int kDraws = 20000;
  constexpr double kSigma = 0.5;
  const Objective objective = make_objective("sphere?noise=0.5");
  const Stream parent{1};
  double sum = 0;
  double squares = 0;
  for (TrialId trial = 0; trial < kDraws; ++trial) {
    const double z = objective.loss(std::vector<double>{3, 4}, 1, parent.child(trial)) - 25;
    sum += z;
    squares += z * z;
  }
  // Five standard errors: sigma/sqrt(n) of the mean, sigma^2 sqrt(2/n) of the variance.
  EXPECT_NEAR(sum / kDraws, 0, 5 * kSigma / std::sqrt(kDraws));
  EXPECT_NEAR(squares / kDraws, kSigma * kSigma, 5 * kSigma * kSigma * std::sqrt(2.0 / kDraws));
}

TEST(Noise, DependsOnTrialAndStepOnly) {
  const Objective objective = make_objective("sphere?noise=1");
  const std::vector<double> x{0, 0};
  const std::vector<double> y{3, 4};
  const Stream trial = Stream{1}.child(7);
  EXPECT_EQ(objective.loss(x, 1, trial), objective.loss(x, 1, trial));
  EXPECT_NE(objective.loss(x, 1, trial), objective.loss(x, 2, trial));
  EXPECT_NE(objective.loss(x, 1, trial), objective.loss(x, 1, Stream{1}.child(8)));
  // Paired: the same noise at another point, to the rounding of 25 + z - 25.
  EXPECT_NEAR(objective.loss(x, 1, trial), objective.loss(y, 1, trial) - 25, 64 * kEpsilon);
  EXPECT_EQ(objective.optimum().value().value, 0);
}

TEST(Fail, FailsAsOftenAsAskedFor) {
  constexpr int kTrials = 20000;
  const Objective objective = make_objective("sphere?fail=0.3");
  int failures = 0;
  for (TrialId trial = 0; trial < kTrials; ++trial) {
    const Stream noise = Stream{1}.child(trial);
    const double loss = objective.loss(std::vector<double>{3, 4}, 1, noise);
    failures += std::isnan(loss) ? 1 : 0;
    ASSERT_TRUE(std::isnan(loss) || loss == 25);
    ASSERT_EQ(std::isnan(loss), std::isnan(objective.loss(std::vector<double>{0, 1}, 5, noise)));
  }
  // Five standard deviations of a binomial count.
  EXPECT_NEAR(failures, 0.3 * kTrials, 5 * std::sqrt(kTrials * 0.3 * 0.7));
}

TEST(Fail, FailsAlwaysAtOneAndNeverAtZero) {
  const Objective always = make_objective("sphere?fail=1");
  const Objective never = make_objective("sphere?fail=0");
  for (TrialId trial = 0; trial < 100; ++trial) {
    const Stream noise = Stream{1}.child(trial);
    EXPECT_TRUE(std::isnan(always.loss(std::vector<double>{3, 4}, 1, noise)));
    EXPECT_EQ(never.loss(std::vector<double>{3, 4}, 1, noise), 25);
  }
}

TEST(ShiftBySine, EvaluatesThePointMinusTheShiftEvenOutside) {
  const Objective plain = make_objective("ackley?dim=3");
  const Objective shifted = make_objective("ackley?dim=3&shift=sine");
  const double unit = 0.3 * 32.768;
  const std::vector<double> s{unit * std::sin(1.0), unit * std::sin(3.0), unit * std::sin(5.0)};
  const std::vector<double> x{-32, 1, 32};  // 32 - s[2] is outside
  EXPECT_NEAR(loss_at(shifted, x), loss_at(plain, {x[0] - s[0], x[1] - s[1], x[2] - s[2]}), 1e-13);
  EXPECT_NEAR(loss_at(shifted, s), 0, 1e-13);
  const Optimum optimum = shifted.optimum().value();
  EXPECT_EQ(optimum.value, 0);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_NEAR(optimum.points[0].values[i], s[i], 1e-14);
}

TEST(ShiftBySine, KeepsTheOptimumPointsThatStayInside) {
  const Objective branin = make_objective("branin?shift=sine");
  const Optimum optimum = branin.optimum().value();
  // (3 pi, 2.475) leaves by 0.3 * 7.5 sin 1 = 1.89 > 10 - 3 pi; the others stay.
  ASSERT_EQ(optimum.points.size(), 2U);
  for (const Point& point : optimum.points) {
    EXPECT_NEAR(loss_at(branin, point.values), optimum.value, 1e-13);
  }
}

TEST(ShiftBySine, DoesNotKnowAnOptimumThatLeaves) {
  const Objective schwefel = make_objective("schwefel?dim=2&shift=sine");
  EXPECT_FALSE(schwefel.optimum().has_value());
  Stream stream{1};
  for (int i = 0; i < 2000; ++i) {
    EXPECT_GE(loss_at(schwefel, random_point(schwefel, stream)), 0);  // folded, not below
  }
}

TEST(ShiftAtRandom, PutsTheOptimumNearButNotAtTheEnds) {
  const Objective plain = make_objective("styblinski-tang?dim=5");
  const double old_place = (5 - 2.9035340277711771) / 10;
  std::vector<double> places;
  for (int seed = 0; seed < 40; ++seed) {
    const Objective shifted = make_objective("styblinski-tang?dim=5&shift=" + std::to_string(seed));
    const Optimum optimum = shifted.optimum().value();
    for (const double x : optimum.points.front().values) places.push_back((x + 5) / 10);
  }
  const auto [lo, hi] = std::minmax_element(places.begin(), places.end());
  const double top = old_place + 0.4;
  EXPECT_GE(*lo, 0.05 - 1e-12);
  EXPECT_LE(*hi, top + 1e-12);
  // 200 uniform draws leave the outer tenths empty with probability 2 * 0.9^200 < 2e-9.
  EXPECT_LT(*lo, 0.05 + 0.1 * (top - 0.05));
  EXPECT_GT(*hi, top - 0.1 * (top - 0.05));
}

TEST(ShiftAtRandom, GivesTheValuesOfACategoryNewPlaces) {
  const std::vector<double> best = make_objective("hpo6").optimum().value().points.front().values;
  const auto losses = [&](const Objective& objective, std::vector<double> x) {
    std::vector<double> result;
    for (x[2] = 0; x[2] < 4; ++x[2]) result.push_back(loss_at(objective, x));
    return result;
  };
  std::vector<double> plain = losses(make_objective("hpo6"), best);
  std::sort(plain.begin(), plain.end());
  int changed = 0;
  for (int seed = 0; seed < 20; ++seed) {
    const Objective shifted = make_objective("hpo6?shift=" + std::to_string(seed));
    const std::vector<double> moved = shifted.optimum().value().points.front().values;
    changed += moved[2] != best[2] ? 1 : 0;
    EXPECT_EQ(moved[1], best[1]);  // ordered discrete ones stay
    EXPECT_EQ(moved[3], best[3]);
    std::vector<double> permuted = losses(shifted, moved);
    std::sort(permuted.begin(), permuted.end());
    for (std::size_t i = 0; i < 4; ++i) EXPECT_NEAR(permuted[i], plain[i], 1e-12);
  }
  EXPECT_GT(changed, 0);  // none of 20 moves with probability 1/4^20
}

TEST(ShiftAtRandom, UsesTheCentreWhereNoOptimumIsKnown) {
  const SearchSpace space({{"x", Uniform{-1, 1}}, {"z", Normal{5, 2}}});
  const Objective shifted = make_objective("x + 1000*z?shift=3", space);
  EXPECT_FALSE(shifted.optimum().has_value());
  // z is shifted in native units, without folding, however far out.
  const double near = loss_at(shifted, {0, 5});
  EXPECT_NE(near, 5000);
  EXPECT_NEAR(loss_at(shifted, {0, 1005}) - near, 1e6, 1e-6);
}

TEST(Rotate, LeavesADistanceFromTheCentreAsItIs) {
  const Objective plain = make_objective("sphere?dim=7");
  const Objective turned = make_objective("sphere?dim=7&rotate=5");
  Stream stream{1};
  for (int i = 0; i < 500; ++i) {
    const std::vector<double> x = random_point(plain, stream);
    const double expected = loss_at(plain, x);
    EXPECT_NEAR(loss_at(turned, x), expected, 1e-13 * expected);
  }
}

TEST(Rotate, TurnsEveryCoordinate) {
  const Objective plain = make_objective("rastrigin?dim=4");
  const Objective turned = make_objective("rastrigin?dim=4&rotate=5");
  const Objective other = make_objective("rastrigin?dim=4&rotate=6");
  for (std::size_t i = 0; i < 4; ++i) {
    std::vector<double> x(4, 0);
    x[i] = 1;
    EXPECT_GT(std::abs(loss_at(turned, x) - loss_at(plain, x)), 1e-3);
    EXPECT_GT(std::abs(loss_at(turned, x) - loss_at(other, x)), 1e-3);
  }
}

TEST(Rotate, DoesNotKnowAnOptimumThatNoRotationKeepsInside) {
  // Only a rotation that maps axes on axes keeps a corner.
  EXPECT_FALSE(make_objective("counting-ones?rotate=1").optimum().has_value());
  EXPECT_FALSE(make_objective("mf-borehole?rotate=1").optimum().has_value());
  // Near a corner in 50 dimensions: one draw in 10^6 or fewer keeps it.
  const Objective turned = make_objective("schwefel?dim=50&rotate=1");
  EXPECT_FALSE(turned.optimum().has_value());
  Stream stream{1};
  EXPECT_GT(loss_at(turned, random_point(turned, stream)), 0);
}

TEST(Wrappers, GiveBlocksTheLossesOfTheirPoints) {
  for (const char* text :
       {"ackley?dim=3&noise=0.5", "ackley?dim=3&fail=0.4", "hpo12r?shift=4",
        "schwefel?dim=3&rotate=1", "branin?shift=sine",
        "levy?dim=4&fail=0.2&noise=0.1&rotate=3&shift=8", "x**3 + y?fail=0.5&noise=1&shift=2"}) {
    const Objective objective = make_objective(text);
    Stream stream{1};
    std::vector<double> rows;
    for (int i = 0; i < 50; ++i) {
      const std::vector<double> x = random_point(objective, stream);
      rows.insert(rows.end(), x.begin(), x.end());
    }
    std::vector<double> losses(50);
    const Stream noise{2};
    objective.losses(rows, 100, noise, losses);
    const std::size_t width = objective.space().size();
    for (std::size_t i = 0; i < losses.size(); ++i) {
      const double single =
          objective.loss(std::span(rows).subspan(i * width, width), 1, noise.child(100 + i));
      EXPECT_TRUE(losses[i] == single || (std::isnan(losses[i]) && std::isnan(single))) << text;
    }
  }
}

TEST(Wrappers, ApplyFromInsideToOutsideWhateverTheOrderInTheText) {
  const Objective one = make_objective("levy?dim=3&rotate=1&shift=2&noise=0.1&fail=0.1");
  const Objective other = make_objective("levy?fail=0.1&noise=0.1&shift=2&rotate=1&dim=3");
  Stream stream{1};
  int failures = 0;
  for (TrialId trial = 0; trial < 200; ++trial) {
    const std::vector<double> x = random_point(one, stream);
    const double a = one.loss(x, 1, stream.child(trial));
    const double b = other.loss(x, 1, stream.child(trial));
    failures += std::isnan(a) ? 1 : 0;
    EXPECT_TRUE(a == b || (std::isnan(a) && std::isnan(b)));
  }
  EXPECT_GT(failures, 0);  // none of 200 fails with probability 0.9^200 < 1e-9
  // Shifted last: the optimum is where the shift put it, not turned away from there.
  const Optimum optimum = one.optimum().value();
  const Objective quiet = make_objective("levy?dim=3&rotate=1&shift=2");
  EXPECT_NEAR(loss_at(quiet, optimum.points.front().values), optimum.value, 1e-13);
}

TEST(Noise, OfDeviationZeroIsNone) {
  EXPECT_FALSE(make_objective("sphere?noise=0").is_noisy());
  EXPECT_TRUE(make_objective("sphere?noise=0.1").is_noisy());
}

}  // namespace sweep::wrappers_test
