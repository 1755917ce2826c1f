#include "bench/reports/plot/braille_canvas.hpp"

#include <gtest/gtest.h>

namespace sweep::braille_canvas_test {

TEST(BrailleCanvas, HasEightDotsInACharacter) {
  struct Case {
    int x;
    int y;
    const char* text;
  };
  for (const Case& dot : {Case{0, 3, "⠁"}, Case{0, 2, "⠂"}, Case{0, 1, "⠄"}, Case{0, 0, "⡀"},
                          Case{1, 3, "⠈"}, Case{1, 2, "⠐"}, Case{1, 1, "⠠"}, Case{1, 0, "⢀"}}) {
    BrailleCanvas canvas(1, 1);
    canvas.dot(dot.x, dot.y, 0);
    EXPECT_EQ(canvas.text(0, 0), dot.text) << dot.x << " " << dot.y;
  }
}

TEST(BrailleCanvas, CountsFromTheLeftAndFromBelow) {
  BrailleCanvas canvas(3, 2);
  canvas.dot(5, 7, 4);
  EXPECT_EQ(canvas.text(2, 0), "⠈");
  EXPECT_EQ(canvas.owner(2, 0), 4U);
  EXPECT_EQ(canvas.text(2, 1), "");
  EXPECT_FALSE(canvas.owner(2, 1).has_value());
}

TEST(BrailleCanvas, DropsWhatIsOutside) {
  BrailleCanvas canvas(1, 1);
  for (const auto& [x, y] : {std::pair{-1, 0}, {0, -1}, {2, 0}, {0, 4}}) {
    canvas.dot(x, y, 0);
    canvas.letter(x, y, 'A', 0);
  }
  EXPECT_EQ(canvas.text(0, 0), "");
}

TEST(BrailleCanvas, KeepsTheFirstLetterAboveDots) {
  BrailleCanvas canvas(1, 1);
  canvas.letter(0, 0, 'A', 0);
  canvas.letter(1, 1, 'B', 1);
  EXPECT_EQ(canvas.text(0, 0), "A");
  EXPECT_EQ(canvas.owner(0, 0), 0U);
}

}  // namespace sweep::braille_canvas_test
