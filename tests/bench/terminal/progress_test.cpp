#include "bench/terminal/progress.hpp"

#include <gtest/gtest.h>

#include "algorithms/text/error.hpp"

namespace sweep::progress_test {

TEST(ProgressLine, CountsTrialsOfCellsUnderWay) {
  ProgressLine line(ProgressKind::plain);
  ASSERT_NE(line.watch({{0, 1, 2, 3}, 2, 2, 1}), nullptr);
  line.begin(4);
  EXPECT_EQ(line.text(0), "0 of 4 cells, 0 trials, 0 s so far");
  line.begun(0);
  line.advanced(0, 37, 0.01);
  EXPECT_EQ(line.text(0), "0 of 4 cells, 37 trials, 0 s so far");
  line.advanced(0, 13, 1);
  line.ended(0);
  line.cell_ended();
  EXPECT_EQ(line.text(0),
            "1 of 4 cells, 50 trials, 0 s so far");  // nothing is known of the other method
}

TEST(ProgressLine, GoesByCellsWhereItCannotLookIntoThem) {
  ProgressLine line(ProgressKind::plain);
  line.begin(4);
  line.cell_ended();
  EXPECT_EQ(line.text(10), "1 of 4 cells, 10 s so far, 30 s left");
}

TEST(ProgressLine, LooksAtNothingIfItIsNotShown) {
  ProgressLine line(ProgressKind::none);
  EXPECT_EQ(line.watch({{0}, 1, 1, 1}), nullptr);
}

TEST(ProgressKind, IsOneOfThreeWords) {
  EXPECT_EQ(progress_kind("auto"), ProgressKind::line);
  EXPECT_EQ(progress_kind("plain"), ProgressKind::plain);
  EXPECT_EQ(progress_kind("none"), ProgressKind::none);
  EXPECT_THROW(progress_kind("dots"), SpecError);
}

}  // namespace sweep::progress_test
