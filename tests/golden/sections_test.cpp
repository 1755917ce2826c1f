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

}  // namespace sweep::sections_test
