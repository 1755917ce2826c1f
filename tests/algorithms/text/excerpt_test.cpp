#include "algorithms/text/excerpt.hpp"

#include <gtest/gtest.h>

namespace sweep::excerpt_test {

TEST(Excerpt, IsAShortTextAsItIs) {
  for (const std::string& text : {std::string(), std::string("lr**2"), std::string(200, 'a')}) {
    EXPECT_EQ(excerpt(text), text);
  }
  EXPECT_EQ(excerpt("a\r\nb"), "a  b");
}

TEST(Excerpt, CutsALongTextBetweenItsLetters) {
  EXPECT_EQ(excerpt(std::string(201, 'a')), std::string(200, 'a') + "...");
  EXPECT_EQ(excerpt(std::string(199, 'a') + "\u00e9\u00e9"), std::string(199, 'a') + "...");
}

}  // namespace sweep::excerpt_test
