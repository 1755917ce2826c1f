#include "algorithms/search/prior/prior.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

namespace sweep::prior_test {

constexpr int kAsks = 2000;

SearchSpace plane() { return SearchSpace({{"x", Uniform{0, 1}}, {"y", Uniform{0, 1}}}); }

Prior made(std::string_view defaults, double deviation = 0.05) {
  return Prior({plane(), {}}, {*ParameterDefaults::read(defaults), 3, deviation, 0.5});
}

/// What many points at one rung are, by what chose them.
struct Asked {
  std::map<std::string, int, std::less<>> chosen;
  int near_default = 0;  // x within 0.15 of 0.2
};

Asked ask_often(Prior& prior, int step) {
  Asked asked;
  for (int i = 0; i < kAsks; ++i) {
    prior.aim(step);
    const Point point = prior.ask(0, Stream(5).child(static_cast<std::uint64_t>(i)));
    ++asked.chosen[std::string(prior.explain().chosen_by)];
    asked.near_default += std::abs(point.values[0] - 0.2) < 0.15 ? 1 : 0;
  }
  return asked;
}

// Four deviations of a binomial count: 6e-5 by chance.
double bound(double p) { return 4 * std::sqrt(kAsks * p * (1 - p)); }

TEST(Prior, HasHalfOfThePointsBeforeTrialsTell) {
  Prior prior = made("x:0.2");
  for (const int step : {1, 3, 9}) {
    const Asked asked = ask_often(prior, step);
    EXPECT_NEAR(asked.chosen.at("design"), kAsks / 2, bound(0.5)) << step;
    EXPECT_FALSE(asked.chosen.contains("local")) << step;
  }
}

TEST(Prior, DrawsNearItsDefaults) {
  Prior prior = made("x:0.2");
  // Of the random half 0.3 are as near by chance; of the others all but three deviations.
  EXPECT_NEAR(ask_often(prior, 9).near_default, kAsks * 0.65, bound(0.65) + 0.003 * kAsks);
}

// Trials that came to step 9 over the diagonal of the plane.
void teach_diagonal(Prior& prior, const auto& loss_of) {
  for (TrialId id = 0; id < 30; ++id) {
    const double x = static_cast<double>(id) / 30;
    prior.tell({id, {{x, x}}, TrialState::completed, {{1, 0}, {9, loss_of(x)}}});
  }
}

TEST(Prior, IsRandomByAShareThatFallsFromRungToRung) {
  for (const auto& [step, random] : {std::pair{1, 1 / 2.0}, {3, 1 / 4.0}, {9, 1 / 10.0}}) {
    Prior prior = made("x:0.2;y:0.2");
    teach_diagonal(prior, [](double x) { return std::abs(x - 0.2); });
    const Asked asked = ask_often(prior, step);
    EXPECT_GE(asked.chosen.at("chance"), kAsks * random - bound(random)) << step;
    EXPECT_LE(asked.chosen.at("chance"), kAsks * (random + 0.1)) << step;
  }
}

TEST(Prior, WithoutADefaultIsTheParametersOwnDistribution) {
  Prior prior = made("");
  EXPECT_NEAR(ask_often(prior, 9).near_default, kAsks * 0.3, bound(0.3));
}

TEST(Prior, GivesWayWhereTrialsSpeakAgainstIt) {
  Prior prior = made("x:0.2;y:0.2");
  teach_diagonal(prior, [](double x) { return -x; });
  const Asked asked = ask_often(prior, 9);
  EXPECT_LT(asked.chosen.contains("design") ? asked.chosen.at("design") : 0, kAsks / 20);
  EXPECT_GT(asked.chosen.at("local"), kAsks / 2);
}

TEST(Prior, GivesWayToRandomPointsBeforeATrialIsComplete) {
  Prior prior = made("x:0.2;y:0.2");
  for (TrialId id = 0; id < 30; ++id) {
    const double x = static_cast<double>(id) / 30;
    prior.observe({id, {{x, x}}, TrialState::running, {{1, -x}}});
  }
  const Asked asked = ask_often(prior, 9);
  EXPECT_GT(asked.chosen.at("chance"), kAsks * 9 / 10);
}

TEST(Prior, KeepsToTheBeliefThatTrialsBearOut) {
  Prior prior = made("x:0.2;y:0.2");
  teach_diagonal(prior, [](double x) { return std::abs(x - 0.2); });
  EXPECT_GT(ask_often(prior, 9).chosen.at("design"), kAsks / 4);
}

TEST(Prior, ChangesTheBestTrialSomewhere) {
  Prior prior = made("x:0.5;y:0.5");
  for (TrialId id = 0; id < 8; ++id) {
    const Point point = id == 0 ? Point{{0.25, 0.75}} : Point{{0.9, 0.1 * static_cast<double>(id)}};
    prior.tell({id, point, TrialState::completed, {{1, id == 0 ? 0.0 : 1.0}}});
  }
  int near_best = 0;
  for (int i = 0; i < 200; ++i) {
    prior.aim(81);
    const Point point = prior.ask(9, Stream(2).child(static_cast<std::uint64_t>(i)));
    near_best += prior.explain().chosen_by == "local" ? 1 : 0;
    EXPECT_NE(point.values, std::vector({0.25, 0.75}));
  }
  EXPECT_GT(near_best, 50);
}

}  // namespace sweep::prior_test
