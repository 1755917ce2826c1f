#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "bench/reports/html/views/views.hpp"
#include "bench/results/views/median_course.hpp"

namespace sweep {
namespace {

constexpr int kPlacesPerDecade = 12;

/// The descents of a problem along an axis, by method; empty if one is not known.
std::vector<std::vector<const Descent*>> descents_by_method(const ComparedProblem& problem,
                                                            std::size_t methods, Axis axis) {
  std::vector<std::vector<const Descent*>> all(methods);
  for (const ComparedCells& row : problem.rows) {
    for (std::size_t m = 0; m < methods; ++m) {
      const Descent* descent = descent_along(*row.of_method[m], axis);
      if (descent == nullptr) return {};
      all[m].push_back(descent);
    }
  }
  return all;
}

// Places from the first success of any cell to the end of the longest.
std::vector<double> places_of(const std::vector<std::vector<const Descent*>>& all, Axis axis) {
  double first = std::numeric_limits<double>::infinity();
  double last = 0;
  for (const std::vector<const Descent*>& cells : all) {
    for (const Descent* cell : cells) {
      if (!cell->drops.empty()) first = std::min(first, cell->drops.front().at);
      last = std::max(last, cell->length);
    }
  }
  if (!(first > 0) || first > last) return {};
  return course_places(first, last, kPlacesPerDecade, axis != Axis::time);
}

Series course_of(const std::string& method, const std::vector<const Descent*>& cells,
                 const std::vector<double>& places) {
  MedianCourse course = median_course(cells, places);
  return {method, places, std::move(course.median), std::move(course.lower),
          std::move(course.upper)};
}

FigureAxis loss_axis(const ComparedProblem& problem) {
  if (!problem.has_optimum) return {"best loss so far", FigureScale::linear};
  return {"best loss so far, less the optimum", FigureScale::logarithmic};
}

std::optional<Figure> convergence_figure(const CellsSideBySide& comparison,
                                         const ComparedProblem& problem, Axis axis) {
  const auto all = descents_by_method(problem, comparison.methods.size(), axis);
  if (all.empty()) return std::nullopt;
  const std::vector<double> places = places_of(all, axis);
  if (places.empty()) return std::nullopt;
  Figure figure{"Convergence",
                {std::string(unit_name(axis)), FigureScale::logarithmic},
                loss_axis(problem),
                {}};
  figure.choices = {{"problem", problem.name}, {"over", std::string(unit_name(axis))}};
  figure.caption = fmt::format(
      "{}: each line is the median of n = {} cells of a method, the band lies between their "
      "quartiles. Lower is better.",
      problem.name, problem.rows.size());
  for (std::size_t m = 0; m < all.size(); ++m) {
    figure.series.push_back(course_of(comparison.methods[m], all[m], places));
  }
  return figure;
}

}  // namespace

Sections convergence_sections(const CellsSideBySide& comparison) {
  Sections sections;
  sections.emplace_back(Heading{"convergence", "how the best loss came down", ""});
  std::vector<Axis> axes = {Axis::evaluations, Axis::steps, Axis::time};
  // The axis of the verdict is what a reader sees first.
  std::stable_partition(axes.begin(), axes.end(),
                        [&](Axis axis) { return axis == comparison.axis; });
  for (const ComparedProblem& problem : comparison.problems) {
    for (const Axis axis : axes) {
      if (auto figure = convergence_figure(comparison, problem, axis)) {
        sections.emplace_back(*std::move(figure));
      }
    }
  }
  return sections.size() == 1 ? Sections{} : sections;
}

}  // namespace sweep
