#include "algorithms/search/kde/kde.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sweep::kde_test {

SearchSpace plane() { return SearchSpace({{"x", Uniform{0, 1}}, {"y", Uniform{0, 1}}}); }

Kde made(const Kde::Options& options = {}) { return Kde({plane(), {}}, options); }

// Tells trials spread over the plane, with a curve each.
void teach(Kde& kde, TrialId from, TrialId count, const auto& curve_of) {
  for (TrialId id = from; id < from + count; ++id) {
    const double x = std::fmod(static_cast<double>(id) * 0.6180339887, 1);
    const double y = std::fmod(static_cast<double>(id) * 0.7548776662, 1);
    kde.tell({id, {{x, y}}, TrialState::stopped, curve_of(x)});
  }
}

double mean_x(Kde& kde, int asks) {
  double sum = 0;
  for (int i = 0; i < asks; ++i) {
    sum += kde.ask(1000, Stream(3).child(static_cast<std::uint64_t>(i))).values[0];
  }
  return sum / asks;
}

TEST(Kde, DrawsAThirdOfThePointsAtRandom) {
  Kde kde = made();
  teach(kde, 0, 40, [](double x) { return std::vector<Observation>{{1, x}}; });
  constexpr int kAsks = 1800;
  int random = 0;
  for (int i = 0; i < kAsks; ++i) {
    static_cast<void>(kde.ask(1000, Stream(1).child(static_cast<std::uint64_t>(i))));
    random += kde.explain().chosen_by == "chance" ? 1 : 0;
  }
  EXPECT_NEAR(random, kAsks / 3.0, 4 * std::sqrt(kAsks * 2.0 / 9));  // 6e-5 by chance
}

TEST(Kde, NeedsTwoTrialsMoreThanItsFewestPoints) {
  Kde::Options options;
  options.random_share = 0;
  Kde kde = made(options);
  const auto low_is_good = [](double x) { return std::vector<Observation>{{1, x}}; };
  teach(kde, 0, 4, low_is_good);  // D + 1 = 3 points at least
  static_cast<void>(kde.ask(1000, Stream(1)));
  EXPECT_EQ(kde.explain().chosen_by, "chance");
  teach(kde, 4, 1, low_is_good);
  static_cast<void>(kde.ask(1000, Stream(1)));
  EXPECT_EQ(kde.explain().chosen_by, "model");
  EXPECT_GT(kde.explain().expected_improvement, 0);
}

TEST(Kde, GoesWhereGoodTrialsAreDense) {
  Kde::Options options;
  options.random_share = 0;
  Kde kde = made(options);
  teach(kde, 0, 60, [](double x) { return std::vector<Observation>{{1, std::abs(x - 0.2)}}; });
  EXPECT_NEAR(mean_x(kde, 50), 0.2, 0.1);
}

TEST(Kde, LearnsFromTheFurthestStepOnceEnoughTrialsCameToIt) {
  Kde::Options options;
  options.random_share = 0;
  Kde kde = made(options);
  teach(kde, 0, 60, [](double x) { return std::vector<Observation>{{1, x}}; });
  EXPECT_LT(mean_x(kde, 50), 0.3);
  // Five, D + 3, go on, and there high is good.
  teach(kde, 60, 5, [](double x) { return std::vector<Observation>{{1, x}, {3, -x}}; });
  EXPECT_GT(mean_x(kde, 50), 0.5);
}

TEST(Kde, LeavesWhereTrialsFail) {
  Kde::Options options;
  options.random_share = 0;
  Kde kde = made(options);
  for (TrialId id = 0; id < 60; ++id) {
    const double x = std::fmod(static_cast<double>(id) * 0.6180339887, 1);
    const bool fails = x < 0.5;
    const double loss = fails ? std::nan("") : 1.0;
    kde.tell({id, {{x, 0.5}}, fails ? TrialState::failed : TrialState::completed, {{1, loss}}});
  }
  EXPECT_GT(mean_x(kde, 50), 0.6);
}

}  // namespace sweep::kde_test
