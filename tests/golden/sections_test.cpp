// One small result as every printer shows it. A change is reviewed as a difference of its files.
#include <gtest/gtest.h>

#include "bench/reports/measure_report.hpp"
#include "bench/reports/section_json.hpp"
#include "bench/reports/section_text.hpp"
#include "tests/support/approved.hpp"

namespace sweep::sections_test {

KeyedCell cell(const char* method, const char* build, std::size_t objective, std::uint64_t seed,
               Descent descent) {
  KeyedCell cell;
  cell.key = {method, objective == 0 ? "branin" : "x**2 + y", seed, build, "", 2, 0};
  cell.key.function = cell.key.objective;
  cell.objective = objective;
  if (objective == 0) cell.optimum = 0.25;
  cell.descents = CellDescents{std::move(descent), std::nullopt, {}};
  return cell;
}

/// Two builds of one method, an objective without an optimum, and one that is left out.
CellSet some_cells() {
  CellSet set;
  set.objectives.resize(3);
  set.objectives[0].name = "branin";
  set.objectives[1].name = "x**2 + y";
  set.objectives[2].name = "noisy|";
  set.cells = {cell("grid", "", 0, 1, {{{1, 40}, {4, 0.5}}, 8}),
               cell("grid", "", 0, 2, {{{2, 4}, {3, 0.0625}, {6, 1e-9}}, 8}),
               cell("grid", "", 1, 1, {{{1, 3}, {5, -2.5}}, 8}),
               cell("tpe?candidates=1", "11111111", 0, 1, {{{1, 2}}, 8}),
               cell("tpe?candidates=1", "22222222", 0, 1, {{}, 8})};
  KeyedCell& noisy = set.cells.emplace_back(cell("tpe?candidates=1", "22222222", 2, 1, {}));
  noisy.key.objective = "noisy|";
  noisy.optimum = 0;
  noisy.descents.reset();
  set.builds = {{"tpe?candidates=1",
                 {"11111111", "22222222"},
                 {{"11111111aa", "GCC 12", "CPU", "1.0", "", ""},
                  {"22222222bb", "GCC 13", "CPU", "1.1", "", ""}}}};
  return set;
}

Sections some_sections() {
  const MeasureRow* const measures[] = {&find_measure("success"), &find_measure("ecdf"),
                                        &find_measure("fixed-budget")};
  return measure_report(measures, {}, some_cells());
}

// One row to a line, and each number a word of its own: reals are compared with a tolerance.
std::string in_lines(const std::string& json) {
  std::string text;
  for (const char c : json) {
    if (c == '{') text += '\n';
    if (c == ',' || c == ']' || c == '}') text += ' ';
    text += c;
    if (c == '[') text += ' ';
  }
  return text + "\n";
}

TEST(Golden, SectionsAsText) { expect_approved("sections/report.txt", to_text(some_sections())); }

TEST(Golden, SectionsAsMarkdown) {
  expect_approved("sections/report.md", to_markdown(some_sections()));
}

TEST(Golden, SectionsAsJson) {
  expect_approved("sections/report.json", in_lines(to_json(to_map(some_sections(), kMeasuresKey))));
}

/// Three methods on eight functions in five dimensions; grid always ends the same.
CellSet cells_to_rank() {
  CellSet set;
  for (int number = 1; number <= 8; ++number) {
    const auto objective = static_cast<std::size_t>(number - 1);
    const std::string name = "f" + std::to_string(number);
    set.objectives.emplace_back().name = name;
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
      const auto scatter = static_cast<double>((seed * 7 + objective * 5) % 11) / 10;
      const double better = number == 3 ? 9 : 1 + scatter;
      for (const auto& [method, end] :
           {std::pair("bayes", better), {"grid", 6.0}, {"random", 5 + 2 * scatter}}) {
        KeyedCell& added = set.cells.emplace_back(cell(method, "", objective, seed, {}));
        added.key.objective = added.key.function = name;
        added.optimum.reset();
        added.descents->evaluations = {{{1, 10}, {static_cast<double>(seed + 2), end}}, 8};
      }
    }
  }
  return set;
}

Sections ranking() {
  const MeasureRow* const measures[] = {&find_measure("ranking")};
  return measure_report(measures, {}, cells_to_rank());
}

TEST(Golden, RankingAsText) { expect_approved("sections/ranking.txt", to_text(ranking(), 100)); }

TEST(Golden, RankingAsMarkdown) {
  expect_approved("sections/ranking.md", to_markdown(ranking()));
}

TEST(Golden, RankingAsJson) {
  expect_approved("sections/ranking.json", in_lines(to_json(to_map(ranking(), kMeasuresKey))));
}

}  // namespace sweep::sections_test
