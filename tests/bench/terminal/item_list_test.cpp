#include "bench/terminal/item_list.hpp"

#include <gtest/gtest.h>

namespace sweep::item_list_test {

std::vector<Item> items() {
  const OptionRow dim{"dim", "2", "a whole number", "number of parameters"};
  const OptionRow noise{"noise", "0", "a number", "added to each loss"};
  return {{"ackley", "a valley of waves", "Ackley 1987", {dim, noise}, "Functions"},
          {"tabular/mlp", "a network", "", {noise}, "Tables"}};
}

TEST(ItemsText, WritesSharedOptionsOnceAndGroupsWithHeadings) {
  const std::vector<OptionRow> shared = {items()[1].options};
  EXPECT_EQ(items_text(items(), shared, "All take:", std::nullopt),
            "Functions:\n"
            "ackley       a valley of waves  [Ackley 1987]\n"
            "               dim: number of parameters; a whole number (default 2)\n"
            "\n"
            "Tables:\n"
            "tabular/mlp  a network\n"
            "\n"
            "All take:\n"
            "    noise: added to each loss; a number (default 0)\n");
}

TEST(ItemsText, FitsTheWidth) {
  const std::vector<Item> one = {items().front()};
  EXPECT_EQ(items_text(one, {}, "", 40),
            "Functions:\n"
            "ackley  a valley of waves  [Ackley 1987]\n"
            "          dim: number of parameters; a\n"
            "            whole number (default 2)\n"
            "          noise: added to each loss; a\n"
            "            number (default 0)\n");
}

TEST(Matching, LooksInNamesSummariesAndGroups) {
  const auto names = [](const std::vector<std::string>& words) {
    std::string text;
    for (const Item& item : matching(items(), words)) text += item.name + ";";
    return text;
  };
  EXPECT_EQ(names({}), "ackley;tabular/mlp;");
  EXPECT_EQ(names({"Tabular"}), "tabular/mlp;");
  EXPECT_EQ(names({"waves", "ack"}), "ackley;");
  EXPECT_EQ(names({"functions"}), "ackley;");
  EXPECT_EQ(names({"waves", "mlp"}), "");
}

}  // namespace sweep::item_list_test
