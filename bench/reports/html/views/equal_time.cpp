#include "bench/results/views/losses_at_equal_time.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "bench/reports/html/views/views.hpp"
#include "bench/reports/measures/labels.hpp"
#include "bench/results/views/median_course.hpp"

namespace sweep {
namespace {

constexpr int kPlacesPerDecade = 8;

FigureChoice cost_choice(double cost) { return {"cost of an evaluation", cost_text(cost), cost}; }

Figure ranks_at_cost(const CellsSideBySide& comparison, double cost) {
  const MethodRanks ranks = method_ranks(losses_at_equal_time(comparison, cost));
  Figure figure = rank_figure(comparison.methods, ranks);
  figure.title = "Mean rank at equal wall time";
  figure.choices = {cost_choice(cost)};
  figure.says = fmt::format("If an evaluation costs {}: {}", cost_text(cost),
                            verdict_sentence(comparison.methods, ranks));
  figure.caption +=
      " Every method has the wall time of the one that first used up its "
      "evaluations; an evaluation takes its cost and the optimiser's own time, spread "
      "evenly over a cell.";
  return figure;
}

double mean_searcher_seconds(const ComparedProblem& problem, std::size_t method) {
  double total = 0;
  for (const ComparedCells& row : problem.rows) {
    total += searcher_seconds_per_evaluation(*row.of_method[method]);
  }
  return total / static_cast<double>(problem.rows.size());
}

Series timed_series(const CellsSideBySide& comparison, const ComparedProblem& problem,
                    std::size_t m) {
  std::vector<const Descent*> cells;
  double last = 1;
  for (const ComparedCells& row : problem.rows) {
    cells.push_back(&row.of_method[m]->descents->evaluations);
    last = std::max(last, cells.back()->length);
  }
  const std::vector<double> places = course_places(1, last, kPlacesPerDecade, true);
  MedianCourse course = median_course(cells, places);
  return {comparison.methods[m],    places,
          std::move(course.median), std::move(course.lower),
          std::move(course.upper),  mean_searcher_seconds(problem, m)};
}

Figure timed_figure(const CellsSideBySide& comparison, const ComparedProblem& problem) {
  const FigureScale scale = problem.has_optimum ? FigureScale::logarithmic : FigureScale::linear;
  Figure figure{
      "Regret against wall time",
      {"wall time in seconds", FigureScale::logarithmic},
      {problem.has_optimum ? "best loss so far, less the optimum" : "best loss so far", scale},
      {}};
  figure.kind = FigureKind::timed;
  figure.choices = {{"problem", problem.name}};
  figure.caption = fmt::format(
      "{}: median and quartiles of n = {} cells of each method, over the time that its evaluations "
      "take at the cost that the slider says, with the optimiser's own mean time for each.",
      problem.name, problem.rows.size());
  for (std::size_t m = 0; m < comparison.methods.size(); ++m) {
    figure.series.push_back(timed_series(comparison, problem, m));
  }
  return figure;
}

}  // namespace

Sections equal_time_sections(const CellsSideBySide& comparison) {
  if (comparison.problems.empty()) return {};
  Sections sections;
  sections.emplace_back(
      Heading{"time", "what the optimisers' own time changes, by what an evaluation costs", ""});
  if (comparison.methods.size() > 1) {
    for (const double cost : evaluation_costs()) {
      sections.emplace_back(ranks_at_cost(comparison, cost));
    }
  }
  for (const ComparedProblem& problem : comparison.problems) {
    sections.emplace_back(timed_figure(comparison, problem));
  }
  return sections;
}

}  // namespace sweep
