#include "algorithms/text/wrap.hpp"

#include <gtest/gtest.h>

namespace sweep::wrap_test {

using Lines = std::vector<std::string>;

TEST(WrappedLines, BreakAtBlanks) {
  EXPECT_EQ(wrapped_lines("one two three", 7), (Lines{"one two", "three"}));
  EXPECT_EQ(wrapped_lines("one two three", 6), (Lines{"one", "two", "three"}));
  EXPECT_EQ(wrapped_lines("one  two", 5), (Lines{"one", "two"}));
  EXPECT_EQ(wrapped_lines("one", 3), Lines{"one"});
  EXPECT_EQ(wrapped_lines("", 3), Lines{""});
}

TEST(WrappedLines, BreakNamesBehindTheirMarks) {
  EXPECT_EQ(wrapped_lines("asha?eta=4&form=stopping", 13), (Lines{"asha?eta=4&", "form=stopping"}));
  EXPECT_EQ(wrapped_lines("tabular/digits", 9), (Lines{"tabular/", "digits"}));
}

TEST(WrappedLines, BreakAnywhereIfNothingElseIsLeft) {
  EXPECT_EQ(wrapped_lines("abcdefgh", 3), (Lines{"abc", "def", "gh"}));
  EXPECT_EQ(wrapped_lines("ab", 0), (Lines{"a", "b"}));
}

TEST(WrappedLines, KeepTheBreaksOfTheText) {
  EXPECT_EQ(wrapped_lines("a b\n\nc", 80), (Lines{"a b", "", "c"}));
}

TEST(WrappedLines, CountCharactersNotBytes) {
  EXPECT_EQ(column_count("\u00e9t\u00e9"), 3u);
  EXPECT_EQ(wrapped_lines("\u00e9\u00e9\u00e9\u00e9", 2), (Lines{"\u00e9\u00e9", "\u00e9\u00e9"}));
}

TEST(Wrapped, IndentsAllButTheFirstLine) { EXPECT_EQ(wrapped("one two", 3, 4), "one\n    two"); }

}  // namespace sweep::wrap_test
