#include <fmt/format.h>

#include <iterator>

#include "bench/reports/html/views/views.hpp"
#include "bench/reports/loss_scale.hpp"

namespace sweep {
namespace {

constexpr const char* kStates[] = {"running", "completed", "stopped", "failed"};

void add_axis(std::string name, FigureScale scale, std::vector<std::string> names,
              const std::vector<double>& values, Figure& figure) {
  figure.axes.push_back({name, scale, std::move(names)});
  figure.series.push_back({std::move(name), {}, values, {}, {}});
}

Figure parallel_figure(const TrialSheet& table) {
  Figure figure{"Trials", {"parameter"}, {"value"}, {}};
  figure.kind = FigureKind::parallel;
  figure.choices = {{"objective", table.objective}};
  figure.caption = fmt::format(
      "{}: each line is one of n = {} trials of {} methods, through its parameters to its loss; "
      "narrow an axis to follow the trials within.{}",
      table.objective, table.loss.size(), table.methods.size(),
      table.left_out == 0
          ? ""
          : fmt::format(" {} trials of higher seeds are left out.", table.left_out));
  add_axis("method", FigureScale::linear, table.methods, table.method, figure);
  for (const TrialColumn& parameter : table.parameters) {
    add_axis(parameter.name,
             parameter.is_logarithmic ? FigureScale::logarithmic : FigureScale::linear,
             parameter.categories, parameter.values, figure);
  }
  add_axis("seed", FigureScale::linear, {}, table.seed, figure);
  add_axis("trial", FigureScale::linear, {}, table.trial, figure);
  if (table.max_step > 1) add_axis("steps", FigureScale::linear, {}, table.steps, figure);
  add_axis("state", FigureScale::linear, {std::begin(kStates), std::end(kStates)}, table.state,
           figure);
  add_axis("loss", loss_scale(table.loss), {}, table.loss, figure);
  return figure;
}

Figure course_figure(const TrialSheet& table, const std::string& method) {
  Figure figure{"Learning curves", {"step", FigureScale::linear}, {"loss"}, {}};
  figure.kind = FigureKind::courses;
  figure.choices = {{"objective", table.objective}, {"method", method}};
  std::vector<double> losses;
  for (const TrialCourse& course : table.courses) {
    if (course.method != method) continue;
    const char* const state = kStates[static_cast<std::size_t>(course.state)];
    losses.insert(losses.end(), course.losses.begin(), course.losses.end());
    figure.series.push_back({state, course.steps, course.losses, {}, {}});
  }
  figure.y.scale = loss_scale(losses);
  figure.caption = fmt::format(
      "{} on {}: the loss of each of n = {} trials of the lowest seed after each step. A cross "
      "marks "
      "where a scheduler stopped one; stopped ones are dashed.",
      method, table.objective, figure.series.size());
  return figure;
}

}  // namespace

Sections trial_sections(std::span<const TrialSheet> tables) {
  if (tables.empty()) return {};
  Sections sections;
  sections.emplace_back(Heading{"trials", "every trial: parameters, method and loss", ""});
  for (const TrialSheet& table : tables) sections.emplace_back(parallel_figure(table));
  return sections;
}

Sections learning_curve_sections(std::span<const TrialSheet> tables) {
  Sections sections;
  sections.emplace_back(
      Heading{"learning-curves", "how trials learned, and where they were stopped", ""});
  for (const TrialSheet& table : tables) {
    for (const std::string& method : table.methods) {
      Figure figure = course_figure(table, method);
      if (!figure.series.empty()) sections.emplace_back(std::move(figure));
    }
  }
  return sections.size() == 1 ? Sections{} : sections;
}

}  // namespace sweep
