#include "bench/verdict/tolerance.hpp"

#include <gtest/gtest.h>

#include "algorithms/text/error.hpp"

namespace sweep::tolerance_test {

TEST(Tolerance, IsAShareOrADifference) {
  EXPECT_DOUBLE_EQ(parse_tolerance("5%").at(2), 0.1);
  EXPECT_DOUBLE_EQ(parse_tolerance("0.01").at(2), 0.01);
  EXPECT_DOUBLE_EQ(parse_tolerance("0").at(2), 0);
  EXPECT_EQ(to_text(parse_tolerance("2.5 %")), "2.5 %");
  EXPECT_EQ(to_text(parse_tolerance("0.25")), "0.25");
}

TEST(Tolerance, IsRefusedIfItIsNone) {
  for (const char* text : {"", "%", "-1", "five", "nan", "inf", "5%%", "-5%"}) {
    EXPECT_THROW(parse_tolerance(text), SpecError) << text;
  }
}

}  // namespace sweep::tolerance_test
