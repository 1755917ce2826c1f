#include "bench/plan/plan_page.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace sweep::plan_page_test {

PlanRow row_with(const char* searcher, std::uint64_t runs, double loss, double hours) {
  PlanRow row;
  row.choice = {searcher, "none", runs, 1};
  row.loss = {20, loss, loss - 0.1, loss + 0.1};
  row.hours = row.worker_hours = hours;
  return row;
}

PlanVerdict three_choices() {
  PlanVerdict verdict;
  verdict.rows = {row_with("random", 10, 3, 1), row_with("bayes", 10, 2, 2),
                  row_with("random", 20, 2.5, 4)};
  verdict.best = verdict.advised = 1;
  verdict.as_good = {1};
  return verdict;
}

TEST(PlanFigure, HasASeriesForEachMethodAndRingsTheAdvisedChoice) {
  const Figure figure = plan_figure(three_choices());
  EXPECT_EQ(figure.kind, FigureKind::points);
  ASSERT_EQ(figure.series.size(), 3U);
  EXPECT_EQ(figure.series[0].name, "random");
  EXPECT_EQ(figure.series[0].x, (std::vector<double>{1, 4}));
  EXPECT_EQ(figure.series[0].y, (std::vector<double>{3, 2.5}));
  EXPECT_EQ(figure.series[0].lo.front(), 2.9);
  EXPECT_EQ(figure.series[2].name, "advised");
  EXPECT_EQ(figure.series[2].y, std::vector<double>{2});
  EXPECT_EQ(figure.x.label, "worker hours");
  EXPECT_NE(figure.caption.find("n = 20 seeds"), std::string::npos);
  EXPECT_NE(figure.caption.find("bayes, 10 runs on 1 worker"), std::string::npos);
}

TEST(PlanFigure, IsOverThePriceWhereThereIsOne) {
  PlanVerdict verdict = three_choices();
  for (PlanRow& row : verdict.rows) row.price = 10 * row.hours;
  const Figure figure = plan_figure(verdict);
  EXPECT_EQ(figure.x.label, "price");
  EXPECT_EQ(figure.series[0].x, (std::vector<double>{10, 40}));
}

TEST(PlanPage, HasTheSentenceThePictureTheTableAndWarnings) {
  const PlanVerdict verdict = three_choices();
  const PlanAnswer answer = plan_answer(verdict, std::nullopt);
  const Sections sections = plan_page(verdict, answer, {"one", "two"});
  const std::string& first = std::get<Prose>(sections.at(1)).text;
  EXPECT_EQ(first, "Take bayes, 10 runs on 1 worker: loss 2 [1.9, 2.1] after 2 h.");
  EXPECT_EQ(first + " " + std::get<Prose>(sections.at(2)).text, answer.sentence);
  EXPECT_EQ(std::get<Note>(sections.at(3)).text, "one\ntwo");
  EXPECT_EQ(std::get<Figure>(sections.at(4)).title, "Loss against cost");
  const auto& table = std::get<ReportTable>(sections.at(6));
  EXPECT_EQ(table.rows.size(), 3U);
  for (const ReportColumn& column : table.columns) EXPECT_NE(column.heading, "");
  EXPECT_EQ(plan_page(verdict, answer, {}).size(), sections.size() - 1);
}

}  // namespace sweep::plan_page_test
