#include "bench/terminal/time_left.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sweep::time_left_test {

TEST(TimeLeft, IsThatOfCellsLikeThoseThatEnded) {
  TimeLeft left({{0, 4}}, 1);
  left.begin(0, 0, 0);
  EXPECT_EQ(left.seconds_left(1), std::nullopt);
  left.end(0, 10);
  EXPECT_DOUBLE_EQ(*left.seconds_left(10), 30);
  left.begin(1, 0, 10);
  EXPECT_DOUBLE_EQ(*left.seconds_left(14), 26);
}

TEST(TimeLeft, IsSharedByThreads) {
  TimeLeft left({{0, 5}}, 2);
  left.begin(0, 0, 0);
  left.end(0, 10);
  EXPECT_DOUBLE_EQ(*left.seconds_left(10), 20);
}

TEST(TimeLeft, IsNotLessThanTheLongestCellUnderWay) {
  TimeLeft left({{0, 1}, {1, 2}}, 8);
  left.begin(0, 0, 0);
  left.advance(0, 0.5, 50);
  EXPECT_DOUBLE_EQ(*TimeLeft({{0, 0}}, 8).seconds_left(1), 0);
  left.begin(1, 1, 0);
  left.end(1, 1);
  EXPECT_DOUBLE_EQ(*left.seconds_left(50), 50);
}

// A cheap method first: its cells say nothing of the dear one's.
TEST(TimeLeft, IsUnknownForAMethodThatHasNotBegun) {
  TimeLeft left({{0, 20}, {1, 20}}, 1);
  for (std::size_t cell = 0; cell < 20; ++cell) {
    left.begin(cell, 0, 0);
    left.end(cell, 0.001);
  }
  EXPECT_EQ(left.seconds_left(0.02), std::nullopt);
  left.begin(20, 1, 1);
  EXPECT_EQ(left.seconds_left(1.1), std::nullopt);
  left.advance(20, 0.5, 3);
  EXPECT_DOUBLE_EQ(*left.seconds_left(3), 2 + 19 * 4);
}

TEST(TimeLeft, FollowsTrialsThatTakeLongerAndLonger) {
  TimeLeft left({{0, 1}}, 1);
  left.begin(0, 0, 0);
  for (const double share : {0.125, 0.25, 0.375, 0.5}) left.advance(0, share, 8 * share * share);
  EXPECT_NEAR(*left.seconds_left(2), 6, 1e-9);  // 8 in all, by the square of the share
}

TEST(TimeLeft, TakesAMethodsOtherObjectivesForOneThatHasNotBegun) {
  TimeLeft left({{0, 1}, {1, 1}, {0, 1}, {1, 1}}, 1);
  left.begin(0, 0, 0);
  left.end(0, 2);
  left.begin(1, 1, 2);
  left.end(1, 102);
  EXPECT_DOUBLE_EQ(*left.seconds_left(102), 102);
}

TEST(DurationText, HasTwoUnitsAtMost) {
  EXPECT_EQ(duration_text(0.4), "0 s");
  EXPECT_EQ(duration_text(119), "119 s");
  EXPECT_EQ(duration_text(125), "2 min");
  EXPECT_EQ(duration_text(3 * 3600 + 20 * 60), "3 h 20 min");
  EXPECT_EQ(duration_text(53 * 3600), "2 d 5 h");
}

}  // namespace sweep::time_left_test
