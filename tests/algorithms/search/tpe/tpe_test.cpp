#include "algorithms/search/tpe/tpe.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "algorithms/space/real_limits.hpp"
#include "tests/support/asked.hpp"
#include "tests/support/distribution_examples.hpp"

namespace sweep::tpe_test {

SearchSpace mixed() {
  return SearchSpace({{"lr", LogUniform::between(1e-8, 1)},
                      {"n", IntUniform{1, 9}},
                      {"w", IntLogUniform{1, 1000}},
                      {"c", Categorical({"a", "b", "c"}, {0.5, 0, 0.5})},
                      {"one", IntUniform{3, 4}},
                      {"fixed", Constant{1}}});
}

double bowl(const Point& point) {
  return std::pow(std::log(point.values[0]) + 4, 2) + std::abs(point.values[1] - 3);
}

Trial ended(TrialId id, const Point& point, double loss) {
  return {id, point, std::isnan(loss) ? TrialState::failed : TrialState::completed, {{1, loss}}};
}

TEST(Tpe, ModelsAfterItsStartupTrials) {
  for (const bool ignores : {false, true}) {
    Tpe::Options options;
    if (ignores) options.failed = FailedTrials::ignored;
    // Every third fails: the tenth loss is that of trial 13.
    const TrialId first = ignores ? 14 : 10;
    Tpe tpe({mixed(), std::nullopt}, options);
    for (TrialId id = 0; id < 16; ++id) {
      const Point point = *asked(tpe, id, Stream(1).child(id));
      EXPECT_EQ(tpe.explain().chosen_by, id < first ? "design" : "model") << id;
      EXPECT_EQ(std::isnan(tpe.explain().expected_improvement), id < first) << id;
      tpe.tell(ended(id, point, id % 3 == 2 ? kNaN : bowl(point)));
    }
  }
}

// Of 100 trials, where x < 0 fails. Random search loses 50, with a deviation of 5.
int failures_of(const Tpe::Options& options) {
  Tpe tpe({SearchSpace({{"x", Uniform{-1, 1}}}), std::nullopt}, options);
  int failures = 0;
  for (TrialId id = 0; id < 100; ++id) {
    const Point point = *asked(tpe, id, Stream(1).child(id));
    const double x = point.values[0];
    failures += x < 0 ? 1 : 0;
    tpe.tell(ended(id, point, x < 0 ? kNaN : std::abs(x - 0.5)));
  }
  return failures;
}

TEST(Tpe, LeavesAFailingRegionUnlessItIgnoresFailuresAsOptunaDoes) {
  EXPECT_LT(failures_of({}), 20);
  Tpe::Options optuna;
  optuna.failed = FailedTrials::ignored;
  EXPECT_GT(failures_of(optuna), 70);
}

TEST(Tpe, FindsTheOnlyCornerThatDoesNotFail) {
  Tpe tpe({SearchSpace({{"x", Uniform{0, 1}}, {"y", Uniform{0, 1}}}), std::nullopt}, {});
  int good = 0;
  for (TrialId id = 0; id < 200; ++id) {
    const Point point = *asked(tpe, id, Stream(2).child(id));
    const bool works = point.values[0] > 0.8 && point.values[1] > 0.8;
    good += works ? 1 : 0;
    tpe.tell(ended(id, point, works ? point.values[0] : kNaN));
  }
  EXPECT_GT(good, 50);  // random search: 8, and more than 20 with a probability of 1e-4
}

TEST(Tpe, SurvivesEveryLoss) {
  for (const double loss : {0.0, 1e308, -1e308, kInfinity, -kInfinity, kNaN}) {
    for (const bool multivariate : {false, true}) {
      Tpe::Options options;
      options.multivariate = multivariate;
      Tpe tpe({mixed(), std::nullopt}, options);
      for (TrialId id = 0; id < 30; ++id) {
        const Point point = *asked(tpe, id, Stream(1).child(id));
        ASSERT_TRUE(mixed().contains(point.values)) << id;
        tpe.tell(ended(id, point, id % 2 == 0 ? loss : bowl(point)));
      }
    }
  }
}

// Random search finds a value below 1 with a probability of 0.012 a trial, more than 8 in 100 with
// one of 1e-5.
TEST(Tpe, FindsABowl) {
  for (const bool multivariate : {false, true}) {
    Tpe::Options options;
    options.multivariate = multivariate;
    Tpe tpe({mixed(), std::nullopt}, options);
    int good = 0;
    for (TrialId id = 0; id < 100; ++id) {
      const Point point = *asked(tpe, id, Stream(1).child(id));
      if (bowl(point) < 1) ++good;
      tpe.tell(ended(id, point, bowl(point)));
    }
    EXPECT_GT(good, 8);
  }
}

TEST(Tpe, IsTheSameForBothRulesWhereCurvesAreEqual) {
  Tpe::Options optuna;
  optuna.unequal_curves = UnequalCurves::optuna;
  Tpe first({mixed(), std::nullopt}, {});
  Tpe second({mixed(), std::nullopt}, optuna);
  for (TrialId id = 0; id < 30; ++id) {
    const Point point = *asked(first, id, Stream(1).child(id));
    ASSERT_EQ(point, *asked(second, id, Stream(1).child(id)));
    const Trial trial{id, point, TrialState::completed, {{1, 7}, {2, bowl(point)}}};
    first.tell(trial);
    second.tell(trial);
  }
}

TEST(ParzenAxis, GivesBackEveryValue) {
  for (const DistributionExample& example : distribution_examples()) {
    const auto axes = ParzenAxis::all_of(SearchSpace({{"x", example.distribution}}));
    if (axes.empty()) continue;
    const ParzenAxis& axis = axes.front();
    for (const double u : {0.001, 0.2, 0.5, 0.77, 0.999}) {
      const double x = quantile(example.distribution, u);
      const double place = axis.place(x);
      constexpr double kRounding = 1e-9;  // of a cdf and its inverse
      EXPECT_NEAR(axis.value(place), x, kRounding * std::abs(x)) << example.name << ' ' << u;
      EXPECT_NEAR(axis.snapped(place), place, kRounding) << example.name << ' ' << u;
    }
  }
}

ParzenAxis axis_of(const Distribution& distribution) {
  return ParzenAxis::all_of(SearchSpace({{"x", distribution}})).front();
}

TEST(ParzenAxis, HasACellForEachValueOfAGridThatIsDrawn) {
  const ParzenAxis grid = axis_of(Quantised{Uniform{1, 4}, 0.5});
  EXPECT_EQ(grid.column().kind, ParzenColumn::Kind::stepped);
  EXPECT_EQ(grid.column().cells, 7);
  EXPECT_DOUBLE_EQ(grid.place(1), 0.5 / 7);
  EXPECT_DOUBLE_EQ(grid.place(4), 6.5 / 7);
  EXPECT_DOUBLE_EQ(grid.place(2.5), 0.5);
  EXPECT_EQ(grid.value(2.999 / 7), 2);
  EXPECT_EQ(grid.value(3.001 / 7), 2.5);
  EXPECT_EQ(axis_of(IntUniform{3, 12}).column().cells, 10);
}

// W&B's grid leaves its bounds, so that its cells are not those of the values between them.
TEST(ParzenAxis, HasProbabilitiesForAGridAsWandbDrawsIt) {
  const Quantised grid{Uniform{1, 4.2}, 0.5, false, Behaviour::as_wandb};
  const ParzenAxis axis = axis_of(grid);
  EXPECT_EQ(axis.column().kind, ParzenColumn::Kind::continuous);
  EXPECT_NEAR(axis.place(2.5), (2.5 - 1) / (4.2 - 1), 0.25 / (4.2 - 1));
}

TEST(ParzenAxis, SpreadsLogarithmsBetweenHalfStepsOutside) {
  const ParzenAxis axis = axis_of(IntLogUniform{2, 8});
  EXPECT_EQ(axis.column().kind, ParzenColumn::Kind::continuous);
  const double whole = std::log(8.5) - std::log(1.5);
  EXPECT_NEAR(axis.place(2), (std::log(2) - std::log(1.5)) / whole, 1e-15);
  EXPECT_NEAR(axis.place(8), (std::log(8) - std::log(1.5)) / whole, 1e-15);
  EXPECT_EQ(axis.place(9), axis.place(8));
  EXPECT_EQ(axis.value(0), 2);
  EXPECT_EQ(axis.value(1), 8);
  EXPECT_EQ(axis.value((std::log(2.49) - std::log(1.5)) / whole), 2);
  EXPECT_EQ(axis.value((std::log(2.51) - std::log(1.5)) / whole), 3);
}

TEST(ParzenAxis, ScalesProbabilitiesOfCategoriesToOne) {
  const ParzenColumn column = axis_of(Categorical({"a", "b", "c"}, {0.125, 0.25, 0.625})).column();
  EXPECT_EQ(column.kind, ParzenColumn::Kind::category);
  ASSERT_EQ(column.probabilities.size(), 3U);
  EXPECT_DOUBLE_EQ(column.probabilities[1], 0.25);
  EXPECT_DOUBLE_EQ(column.probabilities[2], 0.625);
}

TEST(ParzenAxis, HasNoneForASingleValue) {
  EXPECT_TRUE(
      ParzenAxis::all_of(SearchSpace({{"x", Constant{1}}, {"c", Categorical({"a"})}})).empty());
}

TEST(ParzenAxis, HasNoPlaceForACategoryThatIsNeverDrawn) {
  const ParzenAxis category = ParzenAxis::all_of(mixed())[3];
  EXPECT_TRUE(std::isnan(category.place(1)));
}

}  // namespace sweep::tpe_test
