#include "algorithms/text/option_kinds.hpp"

#include <gtest/gtest.h>

namespace sweep::option_kinds_test {

TEST(Seed, IsAWholeNumberBelowTwoToThe63) {
  EXPECT_EQ(Seed::read("0").value().value, 0u);
  EXPECT_EQ(Seed::read("9223372036854775807").value().text(), "9223372036854775807");
  for (const char* wrong : {"9223372036854775808", "-1", "1.0", "", "sine", " 1"}) {
    EXPECT_FALSE(Seed::read(wrong).has_value()) << wrong;
  }
}

TEST(Path, StaysAsItIsWritten) {
  EXPECT_EQ(Path::read("../a b/010").value().text(), "../a b/010");
  EXPECT_EQ(Path::canonical("010"), "010");
}

}  // namespace sweep::option_kinds_test
