#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "bench/reports/html/views/views.hpp"
#include "bench/reports/measures/labels.hpp"
#include "bench/reports/measures/timed_methods.hpp"
#include "bench/results/measures/rank_verdict.hpp"
#include "bench/results/views/median_course.hpp"

namespace sweep {
namespace {

constexpr int kCostsPerDecade = 8;

/// What is paid for: a place on the axis.
std::string each_on(Axis axis) { return axis == Axis::steps ? "a step" : "an evaluation"; }

// Costs to look at: 1 us to 1 h, two to a decade.
std::vector<double> page_costs() {
  std::vector<double> costs(20);
  double half_decades = 0;
  for (double& cost : costs) cost = std::pow(10.0, -6 + half_decades++ / 2);
  costs.back() = 3600;
  return costs;
}

std::string quality_text(const Estimate& quality) {
  const std::string value = fmt::format("{:.3f}", quality.value);
  if (!quality.lo || !quality.hi) return value;
  return fmt::format("{} [{:.3f}, {:.3f}]", value, *quality.lo, *quality.hi);
}

// " It surely beats random (p <= 0.01), but may be no better than bayes (p = 0.3)."
std::string rivals_text(const std::vector<std::string>& methods,
                        const EqualTimeStanding& standing) {
  std::vector<std::string> beaten;
  std::vector<std::string> open;
  for (std::size_t m = 0; m < methods.size(); ++m) {
    if (!standing.p[m]) continue;
    const std::string text = fmt::format("{} (p = {:.2g})", methods[m], *standing.p[m]);
    (*standing.p[m] <= kRankLevel ? beaten : open).push_back(text);
  }
  std::string text;
  if (!beaten.empty()) text += fmt::format(" It surely beats {}.", fmt::join(beaten, ", "));
  if (!open.empty()) text += fmt::format(" It may be no better than {}.", fmt::join(open, ", "));
  return text;
}

std::string standing_text(const std::vector<std::string>& methods,
                          const EqualTimeStanding& standing, Axis axis) {
  const Estimate& best = standing.quality[standing.best];
  return fmt::format("If {} costs {}: {} leads with {} of the targets over {} problem{}.{}",
                     each_on(axis), cost_text(standing.cost), methods[standing.best],
                     quality_text(best), best.n, best.n == 1 ? "" : "s",
                     rivals_text(methods, standing));
}

Series quality_row(const std::string& method, const Estimate& quality, double place) {
  Series row{method, {place}, {quality.value}, {}, {}};
  if (quality.lo && quality.hi) {
    row.lo = {*quality.lo};
    row.hi = {*quality.hi};
  }
  return row;
}

Figure standing_figure(const std::vector<std::string>& methods, const EqualTimeStanding& standing,
                       Axis axis, std::size_t costs) {
  Figure figure{"Targets reached at equal wall time",
                {"method"},
                {"share of the targets reached, higher is better"},
                {}};
  figure.kind = FigureKind::intervals;
  figure.choices = {{"cost of " + each_on(axis), cost_text(standing.cost), standing.cost}};
  figure.says = standing_text(methods, standing, axis);
  figure.caption = fmt::format(
      "Dots: the share of the targets that a method reached, mean over n = {} problems; lines: 95 "
      "% "
      "bootstrap intervals over problems. On each problem every method has the wall time of the "
      "one "
      "that first used up its {}; {} takes its cost and the optimiser's own time, spread evenly. "
      "p: "
      "signed-rank tests over problems against the leader, corrected by Holm for all rivals at all "
      "{} costs.",
      standing.quality.front().n, unit_name(axis), each_on(axis), costs);
  for (std::size_t m = 0; m < methods.size(); ++m) {
    figure.series.push_back(quality_row(methods[m], standing.quality[m], static_cast<double>(m)));
  }
  return figure;
}

void add_standings(std::span<const DataSet> sets, Axis axis, Sections& sections) {
  const TimedProblems timed = timed_problems(sets);
  if (timed.problems.empty() || timed.methods.size() < 2) return;
  const std::vector<double> costs = page_costs();
  for (const EqualTimeStanding& standing : standings_over_costs(timed.problems, costs)) {
    sections.emplace_back(standing_figure(timed.methods, standing, axis, costs.size()));
  }
}

Series timed_series(const DataSet& set) {
  std::vector<const Descent*> cells;
  double last = 1;
  for (const Descent& descent : set.descents) {
    cells.push_back(&descent);
    last = std::max(last, descent.length);
  }
  const std::vector<double> places = course_places(1, last, kCostsPerDecade, true);
  MedianCourse course = median_course(cells, places);
  return {set.title(),
          places,
          std::move(course.median),
          std::move(course.lower),
          std::move(course.upper),
          set.own_seconds};
}

std::string problem_title(const DataSet& set) {
  return set.suite.empty() ? set.function : fmt::format("{}, {}-D", set.function, set.dimension);
}

Figure timed_figure(Problem problem) {
  const DataSet& any = problem.front();
  const FigureScale scale = any.has_optimum ? FigureScale::logarithmic : FigureScale::linear;
  Figure figure{
      "Regret against wall time",
      {"wall time in seconds", FigureScale::logarithmic},
      {any.has_optimum ? "best loss so far, less the optimum" : "best loss so far", scale},
      {}};
  figure.kind = FigureKind::timed;
  figure.choices = {{"problem", problem_title(any)}};
  std::vector<std::string> counts;
  for (const DataSet& set : problem) {
    figure.series.push_back(timed_series(set));
    counts.push_back(fmt::format("{}: n = {}", set.title(), set.descents.size() + set.repeats));
  }
  figure.caption = fmt::format(
      "{}: median and quartiles of the cells of each method, over the time that its {} take at the "
      "cost that the slider says, with the optimiser's own mean time for each. {}.",
      problem_title(any), unit_name(any.axis), fmt::join(counts, ", "));
  return figure;
}

}  // namespace

Sections equal_time_view(std::span<const DataSet> sets) {
  if (sets.empty()) return {};
  const Axis axis = sets.front().axis;
  Sections sections;
  sections.emplace_back(Heading{
      "time", fmt::format("what the optimisers' own time changes, by what {} costs", each_on(axis)),
      ""});
  add_standings(sets, axis, sections);
  for (const Problem problem : problems_of(sets)) sections.emplace_back(timed_figure(problem));
  return sections;
}

}  // namespace sweep
