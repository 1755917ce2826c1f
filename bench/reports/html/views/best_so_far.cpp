#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "bench/reports/html/views/views.hpp"
#include "bench/reports/loss_scale.hpp"
#include "bench/results/views/median_course.hpp"
#include "bench/results/views/trial_descents.hpp"

namespace sweep {
namespace {

constexpr int kTrialsPerDecade = 40;

Series course_of_cells(const std::string& method, const std::vector<Descent>& cells) {
  std::vector<const Descent*> all;
  double last = 1;
  for (const Descent& cell : cells) {
    all.push_back(&cell);
    last = std::max(last, cell.length);
  }
  const std::vector<double> places = course_places(1, last, kTrialsPerDecade, true);
  MedianCourse course = median_course(all, places);
  return {method, places, std::move(course.median), std::move(course.lower),
          std::move(course.upper)};
}

std::vector<double> all_losses(const std::vector<Series>& series) {
  std::vector<double> losses;
  for (const Series& one : series) losses.insert(losses.end(), one.y.begin(), one.y.end());
  return losses;
}

Figure best_figure(const TrialSheet& sheet) {
  Figure figure{"Best so far", {"trials", FigureScale::linear}, {"best loss so far"}, {}};
  figure.choices = {{"objective", sheet.objective}};
  const std::vector<std::vector<Descent>> descents = trial_descents(sheet);
  std::vector<std::string> counts;
  for (std::size_t m = 0; m < sheet.methods.size(); ++m) {
    if (descents[m].empty()) continue;
    figure.series.push_back(course_of_cells(sheet.methods[m], descents[m]));
    counts.push_back(fmt::format("{}: n = {}", sheet.methods[m], descents[m].size()));
  }
  figure.y.scale = loss_scale(all_losses(figure.series));
  figure.caption = fmt::format(
      "{}: the lowest loss as observed among the trials that came to their ends, after so many "
      "trials have ended: median of a method's cells, band between their quartiles. {} cells.",
      sheet.objective, fmt::join(counts, ", "));
  return figure;
}

}  // namespace

Sections best_so_far_sections(std::span<const TrialSheet> sheets) {
  Sections sections;
  sections.emplace_back(
      Heading{"best so far", "how the lowest loss that was seen fell, trial by trial", ""});
  for (const TrialSheet& sheet : sheets) {
    Figure figure = best_figure(sheet);
    if (!figure.series.empty()) sections.emplace_back(std::move(figure));
  }
  return sections.size() == 1 ? Sections{} : sections;
}

}  // namespace sweep
