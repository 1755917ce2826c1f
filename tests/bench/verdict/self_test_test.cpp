#include "bench/verdict/self_test.hpp"

#include <gtest/gtest.h>

#include "algorithms/space/stream.hpp"
#include "tests/bench/verdict/side_fixture.hpp"

namespace sweep::self_test_test {

Side normal_pool() {
  std::vector<std::vector<double>> losses(3);
  Stream stream(7);
  for (std::vector<double>& objective : losses) {
    for (int i = 0; i < 40; ++i) objective.push_back(2 + 0.2 * stream.normal());
  }
  return verdict_test::side("pool", losses);
}

TEST(SelfTest, FindsWhatIsPlantedAndRaisesNoAlarms) {
  const SelfTest test = self_test(normal_pool(), {}, 200);
  EXPECT_EQ(test.gates, 200U);
  EXPECT_EQ(test.cells, 60U);
  EXPECT_LE(test.worse, 10U);  // 5 % of 200, twice what the rule allows one side
  EXPECT_LE(test.better, 10U);
  ASSERT_FALSE(test.canaries.empty());
  EXPECT_EQ(test.canaries.back().found, 200U);  // ten times the median
  ASSERT_TRUE(test.smallest_found());
  EXPECT_GT(*test.smallest_found(), 0.05);
  EXPECT_LE(*test.smallest_found(), 0.5);
  // 95 % less three deviations, 3 sqrt(0.95 0.05 / 200) = 0.046.
  EXPECT_EQ(test.stated, 200U);
  EXPECT_GE(test.stated_found, 181U);
}

TEST(SelfTest, GivesTheSameTwice) {
  const SelfTest one = self_test(normal_pool(), {}, 20);
  const SelfTest two = self_test(normal_pool(), {}, 20);
  EXPECT_EQ(one.worse, two.worse);
  EXPECT_EQ(one.inconclusive, two.inconclusive);
  EXPECT_EQ(one.canaries[3].found, two.canaries[3].found);
}

TEST(SelfTest, CountsAShareOnlyIfAllLargerOnesWereFound) {
  SelfTest test;
  test.canary_gates = 100;
  test.canaries = {{0.1, 99}, {0.2, 40}, {0.5, 95}, {1, 100}};
  EXPECT_EQ(test.smallest_found(), 0.5);
  test.canaries.back().found = 0;
  EXPECT_FALSE(test.smallest_found());
}

TEST(SelfTest, OfOneSeedMeasuresNothing) {
  const SelfTest test = self_test(verdict_test::side("pool", {{1}, {2}}), {}, 20);
  EXPECT_EQ(test.not_comparable, 20U);
  EXPECT_EQ(test.judgement(0.05), Judgement::not_comparable);
  EXPECT_EQ(test.reason.find("nothing was measured"), 0U) << test.reason;
  EXPECT_TRUE(test.canaries.empty());
}

// Of 1000 gates 50 are wrong at 5 %, give or take 7.
TEST(SelfTest, IsWorseIfAlarmsAreAboveTheLevelForSure) {
  SelfTest test;
  test.gates = 1000;
  test.worse = 40;
  test.better = 25;
  EXPECT_EQ(test.judgement(0.05), Judgement::same);
  test.better = 35;
  EXPECT_EQ(test.judgement(0.05), Judgement::worse);
  EXPECT_LT(test.p_of_alarms(0.05), 0.001);
  EXPECT_EQ(test.judgement(0.1), Judgement::same);
}

}  // namespace sweep::self_test_test
