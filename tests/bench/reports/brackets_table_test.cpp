#include "bench/reports/brackets_table.hpp"

#include <gtest/gtest.h>

namespace sweep::brackets_table_test {

TEST(BracketsTable, CountsStepsSinceTheRungBefore) {
  const std::string table = brackets_table({{{9, 1}, {3, 3}, {1, 9}}, {{5, 9}}}, 9);
  EXPECT_NE(table.find("9 x 1, 3 x 3, 1 x 9"), std::string::npos) << table;
  EXPECT_NE(table.find(" 2.3"), std::string::npos) << table;  // 9 + 3 * 2 + 1 * 6 = 21 steps of 9
  EXPECT_NE(table.find(" 5.0"), std::string::npos) << table;
  EXPECT_NE(table.find(" 7.3"), std::string::npos) << table;
}

}  // namespace sweep::brackets_table_test
