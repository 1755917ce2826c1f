#include "bench/reports/section_text.hpp"

#include <gtest/gtest.h>

namespace sweep::section_text_test {

TEST(SectionText, RepeatsTheDimensionAndSaysOnceThatTablesAreFolded) {
  ReportTable table;
  table.columns = {{"function", "function"},
                   {"method", "method"},
                   {"D", "dimension"},
                   {"first target", ""},
                   {"second target", ""}};
  table.text_columns = 2;
  table.rows = {
      {shown("bbob/f1"), shown("random"), shown(std::size_t{2}), shown("1.5"), shown("inf")}};
  const Sections sections = {table, Prose{"between"}, table};
  const std::string text = to_text(sections, 40);
  const std::string block =
      "function  method  D  first target\n"
      "bbob/f1   random  2           1.5\n"
      "\n"
      "function  method  D  second target\n"
      "bbob/f1   random  2            inf\n";
  EXPECT_EQ(text, block + "\nbetween\n" + block +
                      "\n(Rows go on below for want of width:\nCOLUMNS=200, a pipe, or --json has "
                      "them\nwhole.)\n");
  EXPECT_EQ(to_text(sections).find("(Rows"), std::string::npos);
}

}  // namespace sweep::section_text_test
