#include "bench/reports/html/page.hpp"

#include <gtest/gtest.h>

#include "bench/reports/html/embedded_page.hpp"
#include "bench/reports/html/views/views.hpp"
#include "tests/bench/results/views/compared.hpp"

namespace sweep::page_test {

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

CellSet two_methods() {
  std::vector<KeyedCell> cells;
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    const auto loss = static_cast<double>(seed);
    cells.push_back(compared_cell("random", "o", seed, {{{1, 9}, {3, loss + 1}}, 6}));
    cells.push_back(compared_cell("tpe", "o", seed, {{{1, 9}, {2, loss}}, 6}));
  }
  return compared_set(std::move(cells), "o");
}

TEST(HtmlPage, IsOneFileWithAllThatItNeeds) {
  const Sections sections = {Prose{"said"}};
  const std::string page = html_page("a & <b>", sections);
  EXPECT_TRUE(contains(page, "<title>a &amp; &lt;b></title>"));
  EXPECT_TRUE(contains(page, embedded_page().echarts));
  EXPECT_TRUE(contains(page, embedded_page().script));
  EXPECT_TRUE(contains(page, "Apache License"));
  for (const char* request : {"src=", "stylesheet", "http:", "https:", "@import", "url("}) {
    EXPECT_FALSE(contains(embedded_page().frame, request)) << request;
    EXPECT_FALSE(contains(embedded_page().style, request)) << request;
  }
  for (const char* place :
       {"@title@", "@style@", "@licences@", "@data@", "@echarts@", "@script@"}) {
    EXPECT_FALSE(contains(page, place)) << place;
  }
}

TEST(HtmlPage, LeavesDataThatLooksLikeAPlaceAsItIs) {
  const Sections sections = {Prose{"@echarts@ @script@ @data@"}};
  EXPECT_TRUE(contains(html_page("@style@", sections), "\"@echarts@ @script@ @data@\""));
  EXPECT_TRUE(contains(html_page("@style@", sections), "<title>@style@</title>"));
}

// The bar is 1.2 MB without data.
TEST(HtmlPage, SaysThatARunGoesOn) {
  const std::string page = html_page("a", {}, {"under way: 1 of <2> cells", 7});
  EXPECT_TRUE(contains(page, "<p id=\"news\" data-seconds=\"7\">under way: 1 of &lt;2> cells</p>"));
  EXPECT_FALSE(contains(html_page("a", {}), "id=\"news\""));
}

TEST(HtmlPage, KnowsItsTitle) {
  EXPECT_TRUE(is_page_titled("a & <b>", html_page("a & <b>", {})));
  EXPECT_FALSE(is_page_titled("a", html_page("ab", {})));
  EXPECT_FALSE(is_page_titled("a", "a"));
}

TEST(HtmlPage, IsSmall) { EXPECT_LT(html_page("", {}).size(), 1'200'000U); }

TEST(PageSections, BeginWithTheVerdictInASentenceAndAPicture) {
  const CellSet cells = two_methods();
  const Sections sections = page_sections(cells, {}, {Heading{"ert", "", ""}});
  EXPECT_EQ(std::get<Heading>(sections.at(0)).name, "verdict");
  EXPECT_EQ(std::get<Prose>(sections.at(1)).text,
            "tpe is best: mean rank 1.00 of 2 [1.00, 1.00] over 8 matched cells. It surely beats "
            "random (p ≤ 0.0078).");
  EXPECT_EQ(std::get<Figure>(sections.at(3)).kind, FigureKind::intervals);
  EXPECT_EQ(std::get<Heading>(sections.back()).name, "ert");
}

TEST(Verdict, SaysThatNothingIsSureWhereNothingIs) {
  const MethodRanks ranks =
      method_ranks(std::vector<std::vector<LossRow>>{{{1, 2}, {2, 1}, {1, 3}}});
  const std::string sentence = verdict_sentence({"a", "b"}, ranks);
  EXPECT_TRUE(contains(sentence, "No method is surely best: a leads with mean rank 1.33 of 2"))
      << sentence;
}

TEST(Overview, OfOneMethodComparesNothing) {
  const CellSet cells = compared_set({compared_cell("tpe", "o", 1, {{{1, 9}}, 6})}, "o");
  const Sections sections = overview_sections(compared_cells(cells), 1);
  ASSERT_EQ(sections.size(), 2U);
  EXPECT_EQ(std::get<Prose>(sections[1]).text,
            "One method, nothing to compare: tpe on 1 problem, 1 cells.");
}

TEST(EqualTimeView, HasAVerdictForEachCost) {
  const CellSet cells = two_methods();
  std::size_t verdicts = 0;
  for (const Section& section : equal_time_sections(compared_cells(cells))) {
    const auto* const figure = std::get_if<Figure>(&section);
    if (figure == nullptr || figure->kind != FigureKind::intervals) continue;
    ++verdicts;
    EXPECT_GT(figure->choices.at(0).amount, 0);
    EXPECT_TRUE(contains(figure->says, "If an evaluation costs "));
  }
  EXPECT_EQ(verdicts, 20U);
}

TEST(ConvergenceView, HasACurveOfEachMethodOverEachAxis) {
  const CellSet cells = two_methods();
  const Sections sections = convergence_sections(compared_cells(cells));
  ASSERT_EQ(sections.size(), 4U);
  for (const char* axis : {"evaluations", "steps", "virtual seconds"}) {
    bool is_there = false;
    for (std::size_t i = 1; i < sections.size(); ++i) {
      const auto& figure = std::get<Figure>(sections[i]);
      EXPECT_EQ(figure.series.size(), 2U);
      EXPECT_TRUE(contains(figure.caption, "n = 8 cells"));
      is_there = is_there || figure.choices.at(1).value == axis;
    }
    EXPECT_TRUE(is_there) << axis;
  }
}

TEST(TrialView, MarksStoppedTrialsAndCountsWhatWasSaved) {
  TrialSheet table{"o",      4,
                   {"tpe"},  {{"lr", true, {}, {0.1, 0.01}}, {"kind", false, {"a", "b"}, {0, 1}}},
                   {0, 0},   {1, 1},
                   {0, 1},   {4, 1},
                   {0.5, 2}, {1, 2},
                   {},       {}};
  table.courses = {{"tpe", 0, TrialState::completed, {1, 2, 3, 4}, {3, 2, 1, 0.5}},
                   {"tpe", 1, TrialState::stopped, {1}, {2}}};
  table.costs = {{"tpe", 1, 2, 1, 5, 8, 36}};
  const Sections sections = trial_sections(std::span(&table, 1));
  const auto& trials = std::get<Figure>(sections.at(1));
  ASSERT_EQ(trials.series.size(), trials.axes.size());
  EXPECT_EQ(trials.axes.at(1).scale, FigureScale::logarithmic);
  EXPECT_EQ(trials.axes.at(2).names.at(1), "b");
  EXPECT_EQ(trials.series.back().name, "loss");
  const auto& courses = std::get<Figure>(sections.at(sections.size() - 2));
  EXPECT_EQ(courses.series.at(1).name, "stopped");
  const auto& saved = std::get<ReportTable>(sections.back());
  EXPECT_EQ(saved.rows.at(0).at(7).text, "37.5");
}

}  // namespace sweep::page_test
