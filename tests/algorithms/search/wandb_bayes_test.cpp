#include "algorithms/search/wandb_bayes.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "algorithms/search/catalog.hpp"
#include "algorithms/space/real_limits.hpp"
#include "tests/support/asked.hpp"

namespace sweep::wandb_bayes_test {

SearchSpace square() { return SearchSpace({{"x", Uniform{0, 1}}, {"y", Uniform{0, 1}}}); }

Trial trial(TrialId id, std::vector<double> values, double loss) {
  return {id, {std::move(values)}, TrialState::completed, {{1, loss}}};
}

TEST(NumpyDraws, AreThoseOfTheLegacyGenerator) {
  const WandbDraws draws = numpy_draws(0);
  std::vector<double> uniforms(3);
  draws.fill_uniform(uniforms);
  EXPECT_NEAR(uniforms[0], 0.5488135039273248, 1e-16);
  EXPECT_NEAR(uniforms[1], 0.7151893663724195, 1e-16);
  EXPECT_NEAR(uniforms[2], 0.6027633760716439, 1e-16);
  EXPECT_EQ(draws.index(1), 0u);
  for (int i = 0; i < 1000; ++i) EXPECT_LT(draws.index(5), 5u);
}

TEST(WandbBayes, ComesNearTheMinimumOfABowl) {
  WandbBayes searcher({square(), std::nullopt}, {});
  const Stream trials(1);
  double best = kInfinity;
  for (TrialId id = 0; id < 25; ++id) {
    const Point point = *asked(searcher, id, trials.child(id));
    const double x = point.values[0] - 0.3;
    const double y = point.values[1] - 0.6;
    best = std::min(best, x * x + y * y);
    searcher.tell(trial(id, point.values, x * x + y * y));
  }
  // 25 random points leave pi r^2 = 1/25 uncovered on average, r^2 = 0.013.
  EXPECT_LT(best, 0.004);
}

TEST(WandbBayes, SaysWhyItsPointsAreRandom) {
  WandbBayes searcher({square(), std::nullopt}, {});
  EXPECT_TRUE(asked(searcher, 0, Stream(1)));
  EXPECT_NE(searcher.explain().fallback, "");
  EXPECT_EQ(searcher.explain().chosen_by, "chance");
  searcher.tell(trial(0, {0.5, 0.5}, 1));
  searcher.tell(trial(1, {0.25, 0.5}, 2));
  searcher.tell(trial(2, {0.3, 0.7}, 1.5));
  searcher.tell(trial(3, {0.9, 0.1}, 1.1));
  EXPECT_TRUE(asked(searcher, 4, Stream(1)));
  EXPECT_EQ(searcher.explain().fallback, "");
  EXPECT_EQ(searcher.explain().chosen_by, "model");
  EXPECT_GT(searcher.explain().predicted_sd, 0);
  EXPECT_GT(searcher.explain().expected_improvement, 0);
}

TEST(WandbBayes, FallsBackWhenTheLengthScaleIsAtABound) {
  WandbBayes searcher({SearchSpace({{"x", Uniform{0, 1}}}), std::nullopt}, {});
  for (TrialId id = 0; id < 20; ++id) {
    searcher.tell(trial(id, {static_cast<double>(id) / 20}, id % 2 == 0 ? 1 : -1));
  }
  EXPECT_TRUE(asked(searcher, 20, Stream(1)));
  EXPECT_EQ(searcher.explain().fallback, "random: the length scale is at a bound");
  EXPECT_EQ(searcher.explain().chosen_by, "chance");
}

TEST(WandbBayes, KeepsAwayFromPendingTrials) {
  // The model believes its own prediction for them, so that nothing is to be gained there.
  WandbBayes searcher({square(), std::nullopt}, {});
  const std::vector<std::vector<double>> corners = {{0, 0}, {0, 1}, {1, 0}, {1, 1}, {0.4, 0.5}};
  for (TrialId id = 0; id < corners.size(); ++id) {
    const double x = corners[id][0] - 0.3;
    const double y = corners[id][1] - 0.6;
    searcher.tell(trial(id, corners[id], x * x + y * y));
  }
  const Stream stream(1);
  const Point first = *asked(searcher, 10, stream);
  const Point second = *asked(searcher, 11, stream);  // the same candidates
  EXPECT_NE(first, second);
}

TEST(WandbBayes, TellsImputeRulesApart) {
  const auto predicted = [](const char* rule) {
    Searcher searcher = make_searcher("wandb-bayes", {square(), std::nullopt}, {{"impute", rule}});
    searcher.tell({0, {{0.5, 0.5}}, TrialState::failed, {{1, 7.0}, {2, 3.0}, {3, 5.0}}});
    static_cast<void>(asked(searcher, 1, Stream(1)));
    return searcher.explain()->predicted_loss;
  };
  EXPECT_EQ(predicted("worst"), 7);
  EXPECT_EQ(predicted("best"), 3);
  EXPECT_EQ(predicted("latest"), 5);
}

struct Torture {
  std::string name;
  std::vector<double> losses;
};

TEST(WandbBayes, SurvivesWhateverItIsTold) {
  const Torture cases[] = {
      {"constant", {3}},
      {"zero", {0}},
      {"huge", {1e30, -1e30}},
      {"tiny", {1e-30, 2e-30, -1e-30}},
      {"one outlier", {1, 2, 1.5, 3, 1e30, 2}},
      {"NaN", {kNaN}},
      {"NaN now and then", {1, kNaN, 2}},
      {"infinities", {kInfinity, -kInfinity, 1}},
      {"largest doubles", {1.7e308, -1.7e308, 1e308}},
      {"subnormal", {5e-324, 0, 1e-310}},
  };
  const SearchSpace spaces[] = {
      square(), SearchSpace({{"x", IntUniform{1, 3}}}),
      SearchSpace({{"c", Categorical({0, "", false, 1})}, {"k", Constant{1}}}),
      SearchSpace({{"z", Normal{0, 1}}})};
  for (const Torture& row : cases) {
    for (const SearchSpace& space : spaces) {
      WandbBayes searcher({space, std::nullopt}, {});
      for (TrialId id = 0; id < 24; ++id) {
        const auto point = asked(searcher, id, Stream(1).child(id));
        ASSERT_TRUE(point && space.contains(point->values)) << row.name;
        const bool is_finite = std::isfinite(searcher.explain().expected_improvement);
        EXPECT_TRUE(is_finite || !searcher.explain().fallback.empty()) << row.name;
        searcher.tell(trial(id, point->values, row.losses[id % row.losses.size()]));
      }
    }
  }
}

TEST(WandbBayes, SurvivesRepeatedRowsAndMoreThanItTakes) {
  WandbBayes searcher({square(), std::nullopt}, {});
  for (TrialId id = 0; id < 150; ++id) searcher.tell(trial(id, {0.5, 0.5}, std::sin(double(id))));
  for (TrialId id = 200; id < 300; ++id) {
    searcher.observe({id, {{0.25, 0.5}}, TrialState::running, {}});
  }
  const auto point = asked(searcher, 400, Stream(1));
  ASSERT_TRUE(point);
  EXPECT_TRUE(square().contains(point->values));
}

TEST(WandbBayes, LeavesOutRunningTrialsWithoutCoordinates) {
  const SearchSpace space({{"lr", LogUniform::between(0.1, 1, Behaviour::as_wandb)}});
  WandbBayes searcher({space, std::nullopt}, {});
  searcher.tell(trial(0, {0.2}, 1));
  searcher.tell(trial(1, {0.7}, 2));
  searcher.observe({2, {{-1.0}}, TrialState::running, {}});
  EXPECT_TRUE(asked(searcher, 3, Stream(1)));
  EXPECT_TRUE(std::isfinite(searcher.explain().predicted_loss));
}

}  // namespace sweep::wandb_bayes_test
