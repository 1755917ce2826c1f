#include "bench/reports/run_answer.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sweep::run_answer_test {

SummaryRow row(const std::string& method, const std::string& objective) {
  SummaryRow row;
  row.method = method;
  row.objective = objective;
  row.best.value = 1;
  return row;
}

const Value& at(const Value& map, const char* key) { return *find(*map.as<Map>(), key); }

TEST(RowsJson, HasARowForAMethodWhoseEveryCellBroke) {
  const std::vector<BrokenCells> broken = {{"bayes", "hpo6", 3, 1, "no memory"},
                                           {"random", "branin", 1, 2, "late"}};
  const List rows = rows_json({row("random", "branin")}, broken);
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(to_json(at(rows[0], "method")), "\"random\"");
  EXPECT_EQ(to_json(at(rows[0], "broken")), R"({"cells": 1, "reason": "late"})");
  EXPECT_EQ(to_json(at(rows[1], "method")), "\"bayes\"");
  EXPECT_EQ(to_json(at(rows[1], "objective")), "\"hpo6\"");
  EXPECT_EQ(to_json(at(rows[1], "cells")), "0");
  EXPECT_EQ(to_json(at(at(rows[1], "best"), "median")), "\"nan\"");
  EXPECT_EQ(to_json(at(rows[1], "broken")), R"({"cells": 3, "reason": "no memory"})");
}

TEST(RowsText, IsOneRowPerMethodIfThereAreTooMany) {
  std::vector<SummaryRow> rows;
  for (int i = 0; i < 61; ++i) rows.push_back(row("random", "f" + std::to_string(i)));
  const std::string text = rows_text(rows, {.store = "a.db"});
  EXPECT_TRUE(text.starts_with("method  objectives")) << text;
  EXPECT_NE(text.find("\n\n61 rows, one for each"), std::string::npos) << text;
  EXPECT_NE(text.find("`report a.db` compares"), std::string::npos) << text;
  EXPECT_TRUE(rows_text(rows, {.all = true}).starts_with("method  objective  cells"));
  rows.pop_back();
  EXPECT_TRUE(rows_text(rows, {}).starts_with("method  objective  cells"));
}

}  // namespace sweep::run_answer_test
