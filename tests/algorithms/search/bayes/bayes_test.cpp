#include "algorithms/search/bayes/bayes.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "algorithms/space/real_limits.hpp"
#include "tests/support/asked.hpp"

namespace sweep::bayes_test {

SearchSpace cube(std::size_t width) {
  std::vector<Parameter> parameters;
  for (std::size_t k = 0; k < width; ++k) {
    parameters.push_back({"p" + std::to_string(k), Uniform{-1, 2}});
  }
  return SearchSpace(std::move(parameters));
}

SearchSpace twelve_points() {
  return SearchSpace({{"layers", IntUniform{1, 4}}, {"optimizer", Categorical({"a", "b", "c"})}});
}

double bowl(const Point& point) {
  double sum = 0;
  for (const double x : point.values) sum += (x - 0.3) * (x - 0.3);
  return sum;
}

Trial ended(TrialId id, Point point, double loss) {
  const TrialState state = std::isnan(loss) ? TrialState::failed : TrialState::completed;
  return {id, std::move(point), state, {{1, loss}}};
}

Point as_asked(TrialId, Point asked) { return asked; }

/// A history that numbers break on.
struct Torture {
  const char* name;
  SearchSpace space;
  int trials;
  std::function<double(TrialId, const Point&)> loss;
  /// Tells this point instead of the one that was asked for.
  std::function<Point(TrialId, Point)> point = as_asked;
  Bayes::Options options = {};
};

double at_random(TrialId id) { return Stream(7).child(id).uniform(); }

double usual(TrialId, const Point& point) { return bowl(point); }

auto times(double scale) {
  return [scale](TrialId, const Point& point) { return scale * bowl(point); };
}

auto one_in_three(double odd) {
  return [odd](TrialId id, const Point& point) { return id % 3 == 1 ? odd : bowl(point); };
}

// In a time of a fit after each trial, and when fits have become rare.
auto now_and_then(double odd) {
  return [odd](TrialId id, const Point& point) { return id == 9 || id == 42 ? odd : bowl(point); };
}

// A model soon, where there would be 201 points before it.
const Bayes::Options kFewFirst = [] {
  Bayes::Options options;
  options.initial_trials = 9;
  return options;
}();

Point at_a_corner(TrialId id, Point point) {
  for (std::size_t k = 0; k < point.values.size(); ++k) {
    point.values[k] = (id >> (k % 8)) % 2 == 0 ? -1 : 2;
  }
  return point;
}

SearchSpace mixed() {
  return SearchSpace({{"lr", LogUniform::between(1e-8, 1)},
                      {"wd", ZeroOr{0.3, LogUniform::between(1e-8, 1)}},
                      {"n", Normal{0, 1}},
                      {"q", Quantised{Normal{0, 1}, 0.1}},
                      {"c", Categorical({"a", "b", "c"})}});
}

// Of the space, of its size, of the rows.
std::vector<Torture> odd_rows() {
  return {
      {"NoTrials", cube(3), 0, usual},
      {"OneTrial", cube(3), 1, usual},
      {"TwoTrials", cube(3), 2, usual},
      {"OneColumn", cube(1), 20, usual},
      {"AHundredColumns", cube(100), 13, usual, as_asked, kFewFirst},
      {"OneFreeValue", SearchSpace({{"a", Constant{1}}, {"b", IntUniform{0, 40}}}), 30, usual},
      {"Mixed", mixed(), 40, [](TrialId id, const Point&) { return at_random(id); }},
      {"PointsOnTheBounds", cube(4), 40, usual, at_a_corner},
      {"DuplicateRows", cube(3), 30, usual,
       [](TrialId id, Point point) {
         return id < 3 ? point : Point{{0.1, 0.2, static_cast<double>(id % 2)}};
       }},
      {"DuplicateRowsOfOtherLosses", cube(2), 30,
       [](TrialId id, const Point&) { return at_random(id); },
       [](TrialId, const Point&) {
         return Point{{0.5, 0.5}};
       }},
  };
}

std::vector<Torture> odd_losses() {
  return {
      {"Usual", cube(3), 40, usual},
      {"ConstantLosses", cube(3), 30, [](TrialId, const Point&) { return 5.0; }},
      {"ConstantHugeLosses", cube(3), 30, [](TrialId, const Point&) { return 1e308; }},
      {"HugeLosses", cube(3), 30, times(1e30)},
      {"TinyLosses", cube(3), 30, times(1e-30)},
      {"SubnormalLosses", cube(3), 30, times(1e-310)},
      {"HugeNegativeLosses", cube(3), 30, times(-1e30)},
      {"LargestLosses", cube(3), 30,
       [](TrialId id, const Point& p) { return (id % 2 == 0 ? 1e307 : -1e307) * bowl(p); }},
      {"HugeOutliers", cube(3), 50, now_and_then(1e300)},
      {"HugeNegativeOutliers", cube(3), 50, now_and_then(-1e300)},
      {"NothingButFailures", cube(3), 30, [](TrialId, const Point&) { return kNaN; }},
      {"SomeFailures", cube(3), 30, one_in_three(kNaN)},
      {"SomeInfinities", cube(3), 30, one_in_three(kInfinity)},
      {"SomeNegativeInfinities", cube(3), 30, one_in_three(-kInfinity)},
      {"Noise", cube(3), 60, [](TrialId id, const Point&) { return at_random(id); }},
  };
}

class BayesTorture : public testing::TestWithParam<Torture> {};

// Every answer is a point of the space, new as long as the history is its own, and a point that is
// random says so, which only a history without any loss excuses.
TEST_P(BayesTorture, SurvivesAndSaysWhenItFallsBack) {
  const Torture& torture = GetParam();
  Bayes bayes({torture.space, std::nullopt}, torture.options);
  const Stream trials(1);
  bool had_loss = false;
  for (TrialId id = 0; id <= static_cast<TrialId>(torture.trials); ++id) {
    const std::optional<Point> point = asked(bayes, id, trials.child(id));
    ASSERT_TRUE(point) << id;
    ASSERT_TRUE(torture.space.contains(point->values)) << id;
    const Explanation& why = bayes.explain();
    EXPECT_EQ(why.chosen_by == "chance", !why.fallback.empty()) << id;
    EXPECT_FALSE(had_loss && !why.fallback.empty()) << id;
    if (why.chosen_by == "model") {
      EXPECT_FALSE(std::isnan(why.predicted_loss)) << id;
      EXPECT_FALSE(std::isnan(why.expected_improvement)) << id;
    }
    const Point told = torture.point(id, *point);
    const double loss = torture.loss(id, told);
    had_loss = had_loss || std::isfinite(loss);
    bayes.tell(ended(id, told, loss));
  }
}

INSTANTIATE_TEST_SUITE_P(Rows, BayesTorture, testing::ValuesIn(odd_rows()),
                         [](const auto& case_info) { return case_info.param.name; });
INSTANTIATE_TEST_SUITE_P(Losses, BayesTorture, testing::ValuesIn(odd_losses()),
                         [](const auto& case_info) { return case_info.param.name; });

TEST(Bayes, UsesUpAFiniteSpaceBeforeAnyResult) {
  Bayes bayes({twelve_points(), 64}, {});
  const Stream trials(1);
  std::set<std::vector<double>> points;
  int exhausted = 0;
  for (TrialId id = 0; id < 64; ++id) {
    const std::optional<Point> point = asked(bayes, id, trials.child(id));
    if (point) points.insert(point->values);
    if (!point) ++exhausted;
  }
  EXPECT_EQ(points.size(), 12U);
  EXPECT_EQ(exhausted, 64 - 12);
}

TEST(Bayes, ProposesNoPointTwice) {
  Bayes bayes({cube(2), std::nullopt}, {});
  const Stream trials(3);
  std::set<std::vector<double>> points;
  constexpr TrialId kTrials = 60;
  for (TrialId id = 0; id < kTrials; ++id) {
    const Point point = *asked(bayes, id, trials.child(id));
    points.insert(point.values);
    bayes.tell(ended(id, point, bowl(point)));
  }
  EXPECT_EQ(points.size(), kTrials);
}

// The far tails of this one share their rows, so that fewer than 51 values can be told apart.
TEST(Bayes, EndsOnASpaceWhoseValuesShareRows) {
  const SearchSpace space({{"x", Quantised{Beta{50, 50}, 0.02}}});
  Bayes bayes({space, std::nullopt}, {});
  std::set<std::vector<double>> points;
  for (TrialId id = 0; id < 60; ++id) {
    const std::optional<Point> point = asked(bayes, id, Stream(1).child(id));
    if (!point) break;
    EXPECT_TRUE(points.insert(point->values).second) << id;
    bayes.tell(ended(id, *point, bowl(*point)));
  }
  EXPECT_LE(points.size(), 51U);
  EXPECT_GE(points.size(), 30U);
}

TEST(Bayes, SurvivesTrialsThatAreNotItsOwn) {
  const SearchSpace space(
      {{"x", Normal{0, 1}}, {"n", IntUniform{1, 3}}, {"c", Categorical({"a", "b"})}});
  Bayes bayes({space, std::nullopt}, {});
  const std::vector<std::vector<double>> strangers = {{9, 1, 0}, {kNaN, 1, 0}, {0, 1.4, 1},
                                                      {0, 2, 7}, {0, 50, 0},   {-40, 2, 1}};
  for (TrialId id = 0; id < strangers.size(); ++id) {
    bayes.tell(ended(100 + id, {strangers[id]}, -1.0 * static_cast<double>(id)));
  }
  for (TrialId id = 0; id < 20; ++id) {
    const std::optional<Point> point = asked(bayes, id, Stream(1).child(id));
    ASSERT_TRUE(point) << id;
    ASSERT_TRUE(space.contains(point->values)) << id;
    bayes.tell(ended(id, *point, bowl(*point)));
  }
}

TEST(Bayes, HasNoModelOfConstants) {
  const SearchSpace space({{"a", Constant{1}}});
  Bayes bayes({space, std::nullopt}, {});
  const Point point = *asked(bayes, 0, Stream(1));
  bayes.tell(ended(0, point, 1));
  EXPECT_FALSE(bayes.model());
  EXPECT_FALSE(asked(bayes, 1, Stream(1)));
}

TEST(Bayes, BeginsInTheMiddle) {
  Bayes bayes({cube(2), std::nullopt}, {});
  EXPECT_EQ(asked(bayes, 0, Stream(1))->values, (std::vector<double>{0.5, 0.5}));
}

// A quadratic of 3 variables has 10 coefficients: once they are known, one step is exact.
TEST(Bayes, ReachesTheLastDigitsOfABowl) {
  Bayes bayes({cube(3), std::nullopt}, {});
  const Stream trials(1);
  double best = kInfinity;
  for (TrialId id = 0; id < 40; ++id) {
    const Point point = *asked(bayes, id, trials.child(id));
    best = std::min(best, bowl(point));
    bayes.tell(ended(id, point, bowl(point)));
  }
  constexpr double kDigits = 1e-12;  // a distance of 1e-6, where doubles reach 1e-16
  EXPECT_LT(best, kDigits);
}

// Random search has 10 of 20 trials in the half that fails, 5 or fewer with a probability of 0.02.
TEST(Bayes, LearnsWhereTrialsFail) {
  Bayes bayes({cube(2), std::nullopt}, {});
  const Stream trials(1);
  int failures = 0;
  for (TrialId id = 0; id < 40; ++id) {
    const Point point = *asked(bayes, id, trials.child(id));
    const bool fails = point.values[0] > 0.5;
    if (fails && id >= 20) ++failures;
    bayes.tell(ended(id, point, fails ? kNaN : bowl(point)));
  }
  EXPECT_LE(failures, 5);
}

TEST(Bayes, KeepsPendingTrialsApart) {
  Bayes bayes({cube(2), std::nullopt}, {});
  const Stream trials(1);
  for (TrialId id = 0; id < 12; ++id) {
    const Point point = *asked(bayes, id, trials.child(id));
    bayes.tell(ended(id, point, bowl(point)));
  }
  std::vector<Point> batch;
  for (TrialId id = 12; id < 16; ++id) batch.push_back(*asked(bayes, id, trials.child(id)));
  constexpr double kApart = 1e-3;  // of a domain of width 3
  for (std::size_t i = 0; i < batch.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const double dx = batch[i].values[0] - batch[j].values[0];
      const double dy = batch[i].values[1] - batch[j].values[1];
      EXPECT_GT(std::hypot(dx, dy), kApart) << i << ' ' << j;
    }
  }
}

}  // namespace sweep::bayes_test
