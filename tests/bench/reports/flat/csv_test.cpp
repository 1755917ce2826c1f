#include "bench/reports/flat/csv.hpp"

#include <gtest/gtest.h>

namespace sweep::csv_test {

TEST(Csv, QuotesWhatAReaderCouldMisunderstand) {
  EXPECT_EQ(csv_text("a b"), "a b");
  EXPECT_EQ(csv_text("a,\"b\"\r"), "\"a,\"\"b\"\"\r\"");
  EXPECT_EQ(csv_text(""), "\"\"");
}

TEST(Csv, KnowsWhatASpreadsheetTakesForAFormula) {
  for (const char* text : {"=1+1", "+1", "-x**2", "@sum(a)", "\ta", "\ra"}) {
    EXPECT_TRUE(looks_like_formula(text)) << text;
    EXPECT_NE(safe_csv_text(text).find(std::string("'") + text), std::string::npos) << text;
  }
  for (const char* text : {"", "x**2 - 1", "a=1", "'=1", "1"}) {
    EXPECT_FALSE(looks_like_formula(text)) << text;
    EXPECT_EQ(safe_csv_text(text), csv_text(text));
  }
}

}  // namespace sweep::csv_test
