#include "bench/reports/html/page.hpp"

#include <gtest/gtest.h>

#include "bench/reports/html/embedded_page.hpp"
#include "bench/reports/html/views/views.hpp"
#include "bench/reports/measures/catalog.hpp"
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
  EXPECT_EQ(
      std::get<Prose>(sections.at(1)).text,
      "tpe leads with mean rank 1.00 of 2 over 1 problem, too few to speak of others. On this "
      "one it may be no better than random (p = 0.48).");
  EXPECT_EQ(std::get<Figure>(sections.at(3)).kind, FigureKind::intervals);
  EXPECT_EQ(std::get<Heading>(sections.back()).name, "ert");
}

/// "tpe" is better than "random" on each of 8 problems.
std::vector<DataSet> eight_problems() {
  std::vector<DataSet> sets;
  for (int number = 1; number <= 8; ++number) {
    for (const char* method : {"random", "tpe"}) {
      DataSet set;
      set.method = method;
      set.function = "f" + std::to_string(number);
      set.has_optimum = false;
      const double loss = number + (set.method == "tpe" ? 0 : 9);
      set.descents = {{{{1, loss}}, 10}};
      sets.push_back(std::move(set));
    }
  }
  return sets;
}

TEST(Page, HasTheVerdictAndTheRanksOfTheMeasure) {
  const RankedMethods ranked = ranked_methods(eight_problems());
  const Sections page = overview_sections(ranked, 16);
  const Sections measure = find_measure("ranking").sections(eight_problems(), {});
  const auto& note = std::get<Note>(measure.at(1));
  EXPECT_EQ(std::get<Prose>(page.at(1)).text, note.text);
  EXPECT_TRUE(contains(note.text, "tpe is best: mean rank 1.00 of 2"));
  const auto& figure = std::get<Figure>(page.at(3));
  EXPECT_EQ(figure.series.at(0).name, "tpe");
  EXPECT_EQ(figure.series.at(0).y.at(0), 1);
  EXPECT_EQ(figure.series.back().name, "critical difference");
  EXPECT_EQ(figure.says,
            "Nemenyi's test, the signed-rank test and the Bayesian comparison disagree on no two "
            "methods.");
}

TEST(Page, SaysWhichProblemsAreLeftOut) {
  std::vector<DataSet> sets = eight_problems();
  sets.pop_back();
  const Sections page = overview_sections(ranked_methods(sets), 15);
  EXPECT_TRUE(contains(std::get<Prose>(page.at(2)).text,
                       "1 problem left out: not every method has cells there."));
  sets = {eight_problems().front(), eight_problems().back()};
  EXPECT_TRUE(contains(std::get<Prose>(overview_sections(ranked_methods(sets), 2).at(1)).text,
                       "Nothing to compare"));
}

TEST(Page, HasTheRankingOnceAndAlongTheAxisThatIsAskedFor) {
  const CellSet cells = two_methods();
  PageOptions options;
  options.measures.axis = Axis::steps;
  std::size_t rankings = 0;
  for (const Section& section : page_sections(cells, {}, {}, options)) {
    const auto* const heading = std::get_if<Heading>(&section);
    rankings += heading != nullptr && heading->name == kPageRanking ? 1 : 0;
    const auto* const figure = std::get_if<Figure>(&section);
    if (figure == nullptr || figure->title != "Targets reached at equal wall time") continue;
    EXPECT_EQ(figure->choices.at(0).name, "cost of a step");
  }
  EXPECT_EQ(rankings, 1U);
}

TEST(Page, CountsStepsBesideVirtualTimeWhereTrialsWereStopped) {
  CellSet cells = two_methods();
  for (KeyedCell& cell : cells.cells) cell.use.stopped = 1;
  PageOptions options;
  options.measures.axis = Axis::time;
  bool is_there = false;
  for (const Section& section : page_sections(cells, {}, {}, options)) {
    const auto* const figure = std::get_if<Figure>(&section);
    if (figure == nullptr || figure->title != "Targets reached at equal wall time") continue;
    EXPECT_EQ(figure->choices.at(0).name, "cost of a step");
    is_there = true;
  }
  EXPECT_TRUE(is_there);
}

TEST(Overview, OfOneMethodComparesNothing) {
  std::vector<DataSet> sets = {eight_problems().back()};
  const Sections sections = overview_sections(ranked_methods(sets), 1);
  ASSERT_EQ(sections.size(), 2U);
  EXPECT_EQ(std::get<Prose>(sections[1]).text,
            "One method, nothing to compare: tpe on 1 problem, 1 cell.");
}

TEST(EqualTimeView, HasAVerdictForEachCost) {
  std::vector<DataSet> sets = eight_problems();
  for (DataSet& set : sets) set.targets.all = {9.5};
  std::size_t verdicts = 0;
  for (const Section& section : equal_time_view(sets)) {
    const auto* const figure = std::get_if<Figure>(&section);
    if (figure == nullptr || figure->kind != FigureKind::intervals) continue;
    ++verdicts;
    EXPECT_GT(figure->choices.at(0).amount, 0);
    EXPECT_TRUE(contains(figure->says, "If an evaluation costs "));
    EXPECT_TRUE(contains(figure->says, "tpe leads with 1.000"));
    EXPECT_TRUE(contains(figure->caption, "corrected by Holm for all rivals at all 20 costs"));
  }
  EXPECT_EQ(verdicts, 20U);
}

TEST(ConvergenceView, HasACurveOfEachMethodOverEachAxis) {
  const CellSet cells = two_methods();
  const Sections sections = convergence_sections(compared_cells(cells, Axis::evaluations));
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

TrialSheet two_trials() {
  TrialSheet table;
  table.objective = "o";
  table.max_step = 4;
  table.methods = {"tpe"};
  table.parameters = {{"lr", true, {}, {0.1, 0.01}}, {"kind", false, {"a", "b"}, {0, 1}}};
  table.method = {0, 0};
  table.seed = {1, 1};
  table.trial = {0, 1};
  table.steps = {4, 1};
  table.loss = {0.5, 2};
  table.state = {1, 2};
  table.courses = {{"tpe", 0, TrialState::completed, {1, 2, 3, 4}, {3, 2, 1, 0.5}},
                   {"tpe", 1, TrialState::stopped, {1}, {2}}};
  return table;
}

TEST(TrialView, HasAnAxisForEachParameter) {
  const TrialSheet table = two_trials();
  const Sections sections = trial_sections(std::span(&table, 1));
  const auto& trials = std::get<Figure>(sections.at(1));
  ASSERT_EQ(trials.series.size(), trials.axes.size());
  EXPECT_EQ(trials.axes.at(1).scale, FigureScale::logarithmic);
  EXPECT_EQ(trials.axes.at(2).names.at(1), "b");
  EXPECT_EQ(trials.series.back().name, "loss");
}

TEST(LearningCurveView, MarksStoppedTrials) {
  const TrialSheet table = two_trials();
  const Sections sections = learning_curve_sections(std::span(&table, 1));
  EXPECT_EQ(std::get<Figure>(sections.at(1)).series.at(1).name, "stopped");
}

TEST(BestSoFarView, IsTheLowestLossOfTrialsThatEnded) {
  const TrialSheet table = two_trials();
  const Sections sections = best_so_far_sections(std::span(&table, 1));
  const auto& figure = std::get<Figure>(sections.at(1));
  EXPECT_EQ(figure.series.at(0).x, (std::vector<double>{1, 2}));
  EXPECT_EQ(figure.series.at(0).y, (std::vector<double>{0.5, 0.5}));
  EXPECT_TRUE(contains(figure.caption, "tpe: n = 1 cells"));
}

/// Cells of three trials, a loss that goes by the place in the cell, and a parameter that it goes
/// by; every third row has the same value of it.
TrialSheet many_cells_of_three() {
  TrialSheet table;
  table.objective = "o";
  table.parameters = {{"x", false, {}, {}}, {"other", false, {}, {}}};
  for (int i = 0; i < 1200; ++i) {
    table.parameters[0].values.push_back(i % 3);
    table.parameters[1].values.push_back((i / 3) % 7);
    table.loss.push_back(2.0 * (i % 3) + 1e-3 * ((i / 3) % 7));
  }
  return table;
}

TEST(ImportanceView, DrawsItsSampleAtRandomAndSaysSo) {
  const TrialSheet table = many_cells_of_three();
  const Sections sections = importance_sections(std::span(&table, 1));
  const auto& figure = std::get<Figure>(sections.at(1));
  EXPECT_TRUE(contains(figure.caption,
                       "o, n = 500 trials with a loss, of 500 drawn at random from all 1200."))
      << figure.caption;
  EXPECT_EQ(figure.x.names.at(0), "x");
  EXPECT_GT(figure.series.at(0).y.at(0), 0.99);
}

TEST(ImportanceView, DrawsTheSameTrialsEachTime) {
  const TrialSheet table = many_cells_of_three();
  const Sections first = importance_sections(std::span(&table, 1));
  const Sections second = importance_sections(std::span(&table, 1));
  EXPECT_EQ(std::get<Figure>(first.at(1)).series.at(1).y,
            std::get<Figure>(second.at(1)).series.at(1).y);
}

TEST(RepeatsView, CountsPerMethodOrSaysThatThereAreNone) {
  CellSet cells = two_methods();
  for (KeyedCell& cell : cells.cells) cell.duplicates = 0;
  EXPECT_EQ(std::get<Prose>(repeats_sections(cells).at(1)).text,
            "None of n = 96 trials repeats an earlier one.");
  cells.cells[0].duplicates = 3;
  const Sections sections = repeats_sections(cells);
  const auto& figure = std::get<Figure>(sections.at(1));
  EXPECT_EQ(figure.series.at(0).y.at(0), 3.0 / 6 / 8);
  EXPECT_EQ(std::get<ReportTable>(sections.back()).rows.at(0).at(4).text, "3");
}

TEST(SavingsView, SaysWhatWasSavedInStepsHoursAndMoney) {
  CellSet cells = two_methods();
  EXPECT_TRUE(savings_sections(cells, 2.5).empty());
  for (KeyedCell& cell : cells.cells) {
    cell.use.steps = 60;
    cell.use.full_steps = 100;
    cell.use.worker_seconds = 5400;
    cell.use.stopped = cell.key.method == "tpe" ? 4 : 0;
  }
  const Sections sections = savings_sections(cells, 2.5);
  EXPECT_EQ(std::get<Prose>(sections.at(1)).text,
            "tpe on o saved 40.0 % [40.0 %, 40.0 %] of the steps over n = 8 cells: 320 steps, 8 h "
            "of workers, 20 at 2.5 an hour.");
  const auto& table = std::get<ReportTable>(sections.at(2));
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows.at(1).at(9).text, "8");
  EXPECT_EQ(table.rows.at(1).at(10).text, "30");
  EXPECT_EQ(table.rows.at(1).at(11).text, "20");
  EXPECT_EQ(std::get<ReportTable>(savings_sections(cells, {}).at(2)).columns.size(), 10U);
}

}  // namespace sweep::page_test
