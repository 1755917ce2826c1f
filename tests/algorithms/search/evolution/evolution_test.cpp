#include "algorithms/search/evolution/evolution.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "algorithms/space/real_limits.hpp"

namespace sweep::evolution_test {

SearchSpace plane() { return SearchSpace({{"x", Uniform{0, 1}}, {"y", Uniform{0, 1}}}); }

/// A searcher whose trials end one after the other.
class Breeder {
 public:
  explicit Breeder(const Evolution::Options& options = {}) : evolution_({plane(), {}}, options) {}

  // The points of so many trials that run to a step, and report this loss there.
  std::vector<Point> rung(int step, int trials, const auto& loss_of) {
    std::vector<Point> points;
    for (int i = 0; i < trials; ++i, ++id_) {
      evolution_.aim(step);
      points.push_back(evolution_.ask(id_, Stream(4).child(id_)));
      const double loss = loss_of(points.back());
      const auto state = std::isnan(loss) ? TrialState::failed : TrialState::stopped;
      evolution_.tell({id_, points.back(), state, {{step, loss}}});
    }
    return points;
  }
  [[nodiscard]] std::string_view chosen_by() const { return evolution_.explain().chosen_by; }

 private:
  Evolution evolution_;
  TrialId id_ = 0;
};

double bowl(const Point& point) { return std::hypot(point.values[0] - 0.3, point.values[1] - 0.6); }

TEST(Evolution, PromotesTheBestOfTheRungBeforeInTheFirstBracket) {
  Breeder breeder;
  std::vector<Point> first = breeder.rung(1, 9, bowl);
  std::sort(first.begin(), first.end(),
            [](const Point& a, const Point& b) { return bowl(a) < bowl(b); });
  const std::vector<Point> second = breeder.rung(3, 3, bowl);
  EXPECT_EQ(second, std::vector(first.begin(), first.begin() + 3));
  EXPECT_EQ(breeder.chosen_by(), "design");
}

TEST(Evolution, BreedsInLaterBrackets) {
  Breeder breeder;
  const std::vector<Point> seen = breeder.rung(1, 9, bowl);
  static_cast<void>(breeder.rung(3, 3, bowl));
  for (const Point& point : breeder.rung(1, 9, bowl)) {
    EXPECT_EQ(std::count(seen.begin(), seen.end(), point), 0);
    EXPECT_TRUE(plane().contains(point.values));
  }
  EXPECT_EQ(breeder.chosen_by(), "model");
}

TEST(Evolution, ComesCloseToTheOptimum) {
  Breeder breeder({0.5, 0.5, 3, 10});
  static_cast<void>(breeder.rung(1, 300, bowl));
  double mean = 0;
  for (const Point& point : breeder.rung(1, 20, bowl)) mean += bowl(point) / 20;
  EXPECT_LT(mean, 0.05);
}

// At the higher step the optimum lies elsewhere; parents come from the lower one all the same.
TEST(Evolution, BreedsLongTrialsFromTheBestShortOnes) {
  Breeder breeder;
  const auto low_x = [](const Point& point) { return point.values[0]; };
  static_cast<void>(breeder.rung(1, 60, low_x));
  static_cast<void>(breeder.rung(3, 20, low_x));
  double mean = 0;
  static_cast<void>(breeder.rung(1, 60, low_x));
  for (const Point& point : breeder.rung(3, 20, low_x)) mean += point.values[0] / 20;
  EXPECT_LT(mean, 0.3);
}

TEST(Evolution, GivesNoPlaceToTrialsThatFail) {
  Breeder breeder({0.5, 0.5, 3, 8});
  const auto half_fails = [](const Point& point) {
    return point.values[0] < 0.5 ? kNaN : point.values[0];
  };
  static_cast<void>(breeder.rung(1, 200, half_fails));
  int failed = 0;
  for (const Point& point : breeder.rung(1, 40, half_fails))
    failed += point.values[0] < 0.5 ? 1 : 0;
  EXPECT_LT(failed, 20);
}

}  // namespace sweep::evolution_test
