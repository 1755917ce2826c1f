#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>

#include "bench/reports/html/views/views.hpp"
#include "bench/results/importance/parameter_importance.hpp"

namespace sweep {
namespace {

constexpr const char* kStates[] = {"running", "completed", "stopped", "failed"};

bool are_positive(const std::vector<double>& values) {
  return std::all_of(values.begin(), values.end(), [](double x) { return std::isnan(x) || x > 0; });
}

void add_axis(std::string name, FigureScale scale, std::vector<std::string> names,
              const std::vector<double>& values, Figure& figure) {
  figure.axes.push_back({name, scale, std::move(names)});
  figure.series.push_back({std::move(name), {}, values, {}, {}});
}

// Losses that span decades are told apart in the logarithm only.
FigureScale loss_scale(const std::vector<double>& losses) {
  if (!are_positive(losses)) return FigureScale::linear;
  double lo = INFINITY;
  double hi = 0;
  for (const double loss : losses) {
    if (!std::isfinite(loss)) continue;
    lo = std::min(lo, loss);
    hi = std::max(hi, loss);
  }
  return hi > 30 * lo ? FigureScale::logarithmic : FigureScale::linear;
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
    const bool is_logarithmic = parameter.is_logarithmic && are_positive(parameter.values);
    add_axis(parameter.name, is_logarithmic ? FigureScale::logarithmic : FigureScale::linear,
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

std::vector<Factor> factors_of(const TrialSheet& table) {
  std::vector<Factor> factors;
  for (const TrialColumn& parameter : table.parameters) {
    Factor factor{parameter.name, parameter.values, parameter.categories};
    if (parameter.is_logarithmic) {
      for (double& value : factor.values) value = std::log(value);
    }
    factors.push_back(std::move(factor));
  }
  return factors;
}

// A category has a correlation for each of its levels, and no single one.
double correlation_of(const Factor& factor, const FactorImportance& importance) {
  if (factor.is_category() || importance.correlations.empty()) return std::nan("");
  return importance.correlations.front().value_or(std::nan(""));
}

double own_variance(const ParameterImportance& importance, std::size_t factor) {
  for (const VarianceShare& share : importance.variance) {
    if (share.axes == std::vector<std::size_t>{factor}) return share.share;
  }
  return 0;
}

std::vector<std::size_t> by_importance(const ParameterImportance& importance) {
  std::vector<std::size_t> order(importance.factors.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return importance.factors[a].forest > importance.factors[b].forest;
  });
  return order;
}

// Trials that a forest learns from at most, evenly among all: it takes longer than it is worth
// beyond.
constexpr std::size_t kMostForestTrials = 500;

struct TrialSample {
  std::vector<Factor> factors;
  std::vector<double> losses;
};

std::vector<double> every_kth(const std::vector<double>& values, std::size_t k) {
  std::vector<double> some;
  for (std::size_t i = 0; i < values.size(); i += k) some.push_back(values[i]);
  return some;
}

TrialSample sample_of(std::vector<Factor> factors, const std::vector<double>& losses) {
  const std::size_t k = (losses.size() + kMostForestTrials - 1) / kMostForestTrials;
  for (Factor& factor : factors)
    factor.values = every_kth(factor.values, std::max<std::size_t>(k, 1));
  return {std::move(factors), every_kth(losses, std::max<std::size_t>(k, 1))};
}

Figure importance_figure(const TrialSheet& table, const std::vector<Factor>& factors,
                         const ParameterImportance& importance) {
  Figure figure{"Parameter importance", {"parameter"}, {"share, or correlation"}, {}};
  figure.kind = FigureKind::bars;
  figure.choices = {{"objective", table.objective}};
  figure.caption = fmt::format(
      "{}, n = {} trials with a loss. Importance: a parameter's share in what the splits of a "
      "random "
      "forest of 100 trees take away; it favours parameters of many values. Variance: the share of "
      "the forest's variance over the space that the parameter explains alone. Correlation: the "
      "linear one with the loss (negative: higher values, lower loss); none for a category.",
      table.objective, importance.trials);
  Series shares{"importance", {}, {}, {}, {}};
  Series variance{"variance", {}, {}, {}, {}};
  Series correlation{"correlation", {}, {}, {}, {}};
  for (const std::size_t i : by_importance(importance)) {
    const auto place = static_cast<double>(figure.x.names.size());
    for (Series* series : {&shares, &variance, &correlation}) series->x.push_back(place);
    shares.y.push_back(importance.factors[i].forest);
    variance.y.push_back(own_variance(importance, i));
    correlation.y.push_back(correlation_of(factors[i], importance.factors[i]));
    figure.x.names.push_back(factors[i].name);
  }
  figure.series = {std::move(shares), std::move(variance), std::move(correlation)};
  return figure;
}

void add_importance(std::span<const TrialSheet> tables, Sections& sections) {
  const std::size_t before = sections.size();
  sections.emplace_back(Heading{"importance", "which parameters matter for the loss",
                                "Breiman 2001, doi:10.1023/A:1010933404324"});
  for (const TrialSheet& table : tables) {
    const std::vector<Factor> factors = factors_of(table);
    const TrialSample sample = sample_of(factors, table.loss);
    const Stream stream = Stream{0}.child("importance").child(table.objective);
    const ParameterImportance importance =
        parameter_importance(sample.factors, sample.losses, stream, 1);
    if (importance.trials > 1) {
      sections.emplace_back(importance_figure(table, factors, importance));
    }
  }
  if (sections.size() == before + 1) sections.pop_back();
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

ReportTable saved_table(std::span<const TrialSheet> tables) {
  ReportTable table{{{"objective", "objective"},
                     {"method", "method"},
                     {"cells", "cells"},
                     {"trials", "trials"},
                     {"stopped", "stopped"},
                     {"steps", "steps"},
                     {"without stopping", "full_steps"},
                     {"saved %", "saved_percent"},
                     {"worker hours", "worker_hours"}},
                    2,
                    {}};
  for (const TrialSheet& trials : tables) {
    for (const TrialCosts& costs : trials.costs) {
      const auto full = static_cast<double>(costs.full_steps);
      const double saved = 100 * (1 - static_cast<double>(costs.steps) / std::max(full, 1.0));
      table.rows.push_back({shown(trials.objective),
                            shown(costs.method),
                            shown(costs.cells),
                            shown(static_cast<std::size_t>(costs.trials)),
                            shown(static_cast<std::size_t>(costs.stopped)),
                            shown(static_cast<std::size_t>(costs.steps)),
                            shown(static_cast<std::size_t>(costs.full_steps)),
                            {fmt::format("{:.1f}", saved), saved},
                            shown(costs.worker_seconds / 3600)});
    }
  }
  return table;
}

bool have_stopped(std::span<const TrialSheet> tables) {
  for (const TrialSheet& table : tables) {
    for (const TrialCosts& costs : table.costs) {
      if (costs.stopped > 0) return true;
    }
  }
  return false;
}

void add_courses(std::span<const TrialSheet> tables, Sections& sections) {
  const std::size_t before = sections.size();
  sections.emplace_back(Heading{
      "learning-curves", "how trials learned, where they were stopped, what that saved", ""});
  for (const TrialSheet& table : tables) {
    for (const std::string& method : table.methods) {
      Figure figure = course_figure(table, method);
      if (!figure.series.empty()) sections.emplace_back(std::move(figure));
    }
  }
  if (have_stopped(tables)) sections.emplace_back(saved_table(tables));
  if (sections.size() == before + 1) sections.pop_back();
}

}  // namespace

Sections trial_sections(std::span<const TrialSheet> tables) {
  if (tables.empty()) return {};
  Sections sections;
  sections.emplace_back(Heading{"trials", "every trial: parameters, method and loss", ""});
  for (const TrialSheet& table : tables) sections.emplace_back(parallel_figure(table));
  add_importance(tables, sections);
  add_courses(tables, sections);
  return sections;
}

}  // namespace sweep
