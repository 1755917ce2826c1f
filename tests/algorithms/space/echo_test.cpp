#include "algorithms/space/echo.hpp"

#include <gtest/gtest.h>

namespace sweep::echo_test {

TEST(Echo, EscapesWhatATerminalWouldMisunderstand) {
  struct Row {
    const char* name;
    std::string text;
    const char* escaped;
  };
  const Row rows[] = {
      {"plain", "x\\y \"z\"", "x\\y \"z\""},
      {"letters of others", "Tušar, λ, 中, 😀", "Tušar, λ, 中, 😀"},
      {"controls", std::string("a\x1b[2J\n\t\0", 8), "a\\x1b[2J\\x0a\\x09\\x00"},
      {"a control of two bytes", "\xc2\x9b", "\\xc2\\x9b"},
      {"no UTF-8", "a\xff\x80z", "a\\xff\\x80z"},
      {"a cut character", "\xe4\xb8", "\\xe4\\xb8"},
      {"too long a form", "\xe0\x80\xaf", "\\xe0\\x80\\xaf"},
      {"half of a pair", "\xed\xa0\x80", "\\xed\\xa0\\x80"},
  };
  for (const Row& row : rows) EXPECT_EQ(escaped(row.text), row.escaped) << row.name;
}

TEST(Echo, CutsLongTextsBetweenCharacters) {
  EXPECT_EQ(echoed(std::string(200, 'x')), std::string(200, 'x'));
  EXPECT_EQ(echoed(std::string(201, 'x')), std::string(200, 'x') + "...");
  EXPECT_EQ(echoed(std::string(199, 'x') + "λλ"), std::string(199, 'x') + "...");
}

}  // namespace sweep::echo_test
