#include "bench/reports/coco/coco_triggers.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <vector>

namespace sweep::coco_triggers_test {

struct Step {
  double value;
  bool reaches;
};

struct Sequence {
  const char* name;
  std::vector<Step> steps;
};

// A factor of ten has 20 targets, so that two values a factor of 10^(1/20) = 1.122 apart always lie
// on both sides of one.
TEST(CocoTargets, AreReachedOnce) {
  const std::vector<Sequence> sequences = {
      {"the first value, whatever it is", {{3e20, true}}},
      {"on a target: the same target again", {{10, true}, {10, false}, {9.9, false}, {8.9, true}}},
      {"between targets", {{9.5, true}, {9.0, false}, {8.5, true}, {8.4, false}}},
      {"below the precision: one target for all but zero",
       {{1.05e-8, true}, {1e-8, true}, {9e-9, false}, {1e-300, false}, {0, true}, {0, false}}},
      {"zero from anywhere", {{5, true}, {0, true}, {0, false}}},
      {"multiples of 1e5 where decades are wide",
       {{9.8e5, true}, {9.1e5, false}, {8.9e5, true}, {7.96e5, true}, {7.951e5, false}}},
      {"above all multiples", {{2e21, true}, {1.999999e21, true}}},
      {"negative, without a known optimum",
       {{1, true}, {-1e-9, true}, {-1e-10, false}, {-1.5, true}, {-1.55, false}, {-15, true}}},
  };
  for (const Sequence& sequence : sequences) {
    CocoTargets targets;
    for (const Step& step : sequence.steps) {
      EXPECT_EQ(targets.reach(step.value), step.reaches) << sequence.name << ": " << step.value;
    }
  }
}

TEST(CocoTargets, AreTwentyPerDecade) {
  CocoTargets targets;
  int reached = 0;
  // From 1 down to 1e-8 in steps of 10^-(1/60): each target once, the one at 1 and below 1e-8 too.
  for (int i = 0; i <= 480; ++i) reached += targets.reach(std::pow(10, -i / 60.0)) ? 1 : 0;
  EXPECT_EQ(reached, 161);
}

// The numbers that the format's description lists, and the multiples of the dimension.
TEST(CocoEvaluations, AreThoseOfBothRules) {
  const std::vector<std::uint64_t> by_power = {1,  2,  3,  4,  5,  6,  7,  8,  10, 11, 12, 14,
                                               15, 17, 19, 22, 25, 28, 31, 35, 39, 44, 50};
  for (const std::uint64_t dimension : {2u, 3u, 7u, 40u}) {
    std::set<std::uint64_t> expected(by_power.begin(), by_power.end());
    for (const std::uint64_t multiple : {1u, 2u, 5u, 10u, 20u, 50u}) {
      if (dimension * multiple <= 50) expected.insert(dimension * multiple);
    }
    CocoEvaluations shown(dimension);
    for (const std::uint64_t number : expected) EXPECT_EQ(shown.next(), number) << dimension;
  }
}

TEST(CocoEvaluations, GoOnUpToTheLargestBudgets) {
  CocoEvaluations shown(5);
  std::uint64_t last = 0;
  std::set<std::uint64_t> met;
  for (std::uint64_t n = shown.next(); n <= 1'000'000'000'000; n = shown.next()) {
    EXPECT_GT(n, last);
    last = n;
    met.insert(n);
  }
  EXPECT_TRUE(met.contains(1'000'000'000'000));
  EXPECT_TRUE(met.contains(500'000'000'000));
  EXPECT_TRUE(met.contains(1'122'018'454));  // 10^(181/20)
}

}  // namespace sweep::coco_triggers_test
