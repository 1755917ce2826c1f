#include "bench/results/views/median_course.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sweep::median_course_test {

using Numbers = std::vector<double>;

TEST(MedianCourse, HasTheMedianAndQuartilesOfWhatCellsReached) {
  const Descent cells[] = {{{{1, 8}, {3, 2}}, 4}, {{{1, 4}}, 4}, {{{2, 6}, {4, 1}}, 4}};
  const Descent* const all[] = {&cells[0], &cells[1], &cells[2]};
  const MedianCourse course = median_course(all, Numbers{1, 2, 4, 9});
  EXPECT_EQ(course.median, (Numbers{8, 6, 2, 2}));
  EXPECT_EQ(course.lower, (Numbers{6, 5, 1.5, 1.5}));
  EXPECT_TRUE(std::isnan(course.upper[0]));  // one of three has no success yet
  EXPECT_EQ(course.upper[3], 3);
}

TEST(MedianCourse, IsMissingBeforeAnySuccess) {
  const Descent cell{{{5, 1}}, 9};
  const Descent* const all[] = {&cell};
  const MedianCourse course = median_course(all, Numbers{4, 5});
  EXPECT_TRUE(std::isnan(course.median[0]));
  EXPECT_EQ(course.median[1], 1);
}

TEST(CoursePlaces, AreWholeNumbersThatRiseToTheEnd) {
  EXPECT_EQ(course_places(1, 10, 4, true), (Numbers{1, 2, 3, 6, 10}));
  EXPECT_EQ(course_places(3, 3, 4, true), Numbers{3});
  const Numbers seconds = course_places(0.5, 60, 10, false);
  EXPECT_EQ(seconds.front(), 0.5);
  EXPECT_EQ(seconds.back(), 60);
  for (std::size_t i = 1; i < seconds.size(); ++i) EXPECT_GT(seconds[i], seconds[i - 1]);
}

}  // namespace sweep::median_course_test
