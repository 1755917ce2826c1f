#include "bench/reports/text_table.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "algorithms/text/text.hpp"
#include "algorithms/text/wrap.hpp"

namespace sweep::text_table_test {

TextTable wide_table() {
  TextTable table({"method", "objective", "cells", "trials", "best", "regret"}, 2, 2);
  table.add({"random", "x**3 + y", "20", "500", "1.00001", "6.5e-06"});
  table.add({"grid", "x**3 + y", "20", "480", "1", "2.8e-06"});
  return table;
}

std::size_t widest(const std::string& text) {
  std::size_t most = 0;
  for (const std::string_view line : split(text, '\n')) most = std::max(most, column_count(line));
  return most;
}

TEST(TextTable, IsAsWideAsItNeedsToBe) {
  EXPECT_EQ(wide_table().to_text(),
            "method  objective  cells  trials     best   regret\n"
            "random  x**3 + y      20     500  1.00001  6.5e-06\n"
            "grid    x**3 + y      20     480        1  2.8e-06\n");
  EXPECT_EQ(wide_table().to_text(50), wide_table().to_text());
}

TEST(TextTable, GoesOnBelowBehindItsKeysAndSaysSo) {
  EXPECT_EQ(wide_table().to_text(49),
            "method  objective  cells  trials     best\n"
            "random  x**3 + y      20     500  1.00001\n"
            "grid    x**3 + y      20     480        1\n"
            "\n"
            "method  objective   regret\n"
            "random  x**3 + y   6.5e-06\n"
            "grid    x**3 + y   2.8e-06\n"
            "\n"
            "(Rows go on below for want of width: COLUMNS=200,\n"
            "a pipe, or --json has them whole.)\n");
}

TEST(TextTable, BreaksTextsBeforeItFolds) {
  TextTable table({"run", "decision", "reason"}, 3);
  table.add({"a", "stop", "band 2: 10 is worse than 8, the best third of all"});
  EXPECT_EQ(table.to_text(42),
            "run  decision  reason\n"
            "a    stop      band 2: 10 is worse than 8,\n"
            "               the best third of all\n");
}

TEST(TextTable, NeverGoesBeyondTheWidth) {
  TextTable table({"method", "objective", "a", "b", "c"}, 2, 2);
  table.add({"bayes?warp_output=false&additive=false+asha?eta=4&form=stopping",
             "curve?of=ackley(dim=3&shift=5)&steps=81&crossing=0.5&noise=0.1", "123456", "7", "8"});
  table.add({std::string(200, 'x'), "", "", "", std::string(90, '1')});
  for (const std::size_t width : {40, 50, 64, 80, 100, 132}) {
    EXPECT_LE(widest(table.to_text(width)), width);
  }
}

TEST(TextTable, BreaksTextsOfAFoldedTable) {
  TextTable table({"name", "values", "first", "last"}, 2);
  table.add({"optimizer", "[adam, sgd, rmsprop, adagrad]", "0.25", "0.125"});
  EXPECT_TRUE(
      table.to_text(42).starts_with("name       values                    first\n"
                                    "optimizer  [adam, sgd, rmsprop,       0.25\n"
                                    "           adagrad]\n"
                                    "\n"
                                    "name        last\n"
                                    "optimizer  0.125\n"))
      << table.to_text(42);
}

TEST(TextTable, LosesNothing) {
  const std::string text = wide_table().to_text(40);
  for (const char* entry : {"cells", "trials", "best", "regret", "1.00001", "2.8e-06", "480"}) {
    EXPECT_NE(text.find(entry), std::string::npos) << entry;
  }
}

TEST(TextTable, CountsCharactersNotBytes) {
  TextTable table({"run", "loss"}, 1);
  table.add({"\u00e9t\u00e9", "1"});
  table.add({"ete", "2"});
  EXPECT_EQ(table.to_text(), "run  loss\n\u00e9t\u00e9     1\nete     2\n");
}

}  // namespace sweep::text_table_test
