#include "bench/results/method_builds.hpp"

#include <gtest/gtest.h>

namespace sweep::method_builds_test {

TEST(MethodBuilds, AreNamedForMethodsThatHaveSeveral) {
  const Provenance old_one{"11111111aaaa", "gcc", "A", "1", "", ""};
  const Provenance new_one{"22222222bbbb", "gcc", "A", "2", "", ""};
  BuildsOfMethods builds;
  const std::size_t first = builds.add("tpe", old_one);
  const std::size_t second = builds.add("tpe", new_one);
  EXPECT_EQ(builds.add("grid", new_one), second);
  EXPECT_EQ(builds.name_of("tpe", first), "11111111");
  EXPECT_EQ(builds.name_of("tpe", second), "22222222");
  EXPECT_EQ(builds.name_of("grid", second), "");
  ASSERT_EQ(builds.of_methods_with_several().size(), 1u);
  EXPECT_EQ(builds.of_methods_with_several()[0].method, "tpe");
  EXPECT_EQ(method_title("tpe", "11111111"), "tpe @ 11111111");
  EXPECT_EQ(method_title("grid", ""), "grid");
}

TEST(MethodBuilds, TakeAMethodByItsWholeText) {
  CellResult result;
  result.cell.method = "tpe";
  EXPECT_EQ(method_of(result), "tpe");
  result.method_key = "tpe?candidates=8";
  EXPECT_EQ(method_of(result), "tpe?candidates=8");
}

}  // namespace sweep::method_builds_test
