#include "bench/plan/plan_page.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "bench/reports/loss_scale.hpp"

namespace sweep {
namespace {

double cost_of(const PlanRow& row) { return row.price.value_or(row.worker_hours); }

// A loss that no run reached has no place in a picture.
void add_point(const PlanRow& row, Series& series) {
  series.x.push_back(cost_of(row));
  series.y.push_back(row.loss.value);
  series.lo.push_back(row.loss.lo.value_or(std::nan("")));
  series.hi.push_back(row.loss.hi.value_or(std::nan("")));
}

Series& series_of(const std::string& method, std::vector<Series>& all) {
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const Series& series) { return series.name == method; });
  return found != all.end() ? *found : all.emplace_back(Series{method, {}, {}, {}, {}});
}

std::vector<double> losses_of(const PlanVerdict& verdict) {
  std::vector<double> losses;
  for (const PlanRow& row : verdict.rows) losses.push_back(row.loss.value);
  return losses;
}

// What to do stands alone, why below it: together they are too long to begin a page.
void add_sentences(const std::string& text, Sections& sections) {
  const std::size_t end = text.find(". ");
  if (end == std::string::npos) {
    sections.emplace_back(Prose{text});
    return;
  }
  sections.emplace_back(Prose{text.substr(0, end + 1)});
  sections.emplace_back(Prose{text.substr(end + 2)});
}

// A column without a heading, as a terminal shows it, says nothing to who hears a page.
ReportTable named_columns(ReportTable table) {
  for (ReportColumn& column : table.columns) {
    if (column.heading.empty()) column.heading = "standing";
  }
  return table;
}

}  // namespace

Figure plan_figure(const PlanVerdict& verdict) {
  const PlanRow& advised = verdict.rows[verdict.advised];
  Figure figure{"Loss against cost",
                {advised.price ? "price" : "worker hours", FigureScale::logarithmic},
                {"loss of the best run, lower is better", loss_scale(losses_of(verdict))},
                {}};
  figure.kind = FigureKind::points;
  for (const PlanRow& row : verdict.rows) {
    add_point(row, series_of(row.choice.method(), figure.series));
  }
  add_point(advised, figure.series.emplace_back(Series{"advised", {}, {}, {}, {}}));
  figure.caption = fmt::format(
      "Each symbol is one of {} choices: a method with a number of runs on a number of workers. "
      "Its "
      "height is the median loss of n = {} seeds, the line a 95 % interval; farther right costs "
      "more. The ring is the choice that is advised: {}.",
      verdict.rows.size(), advised.loss.n, advised.choice.text());
  return figure;
}

Sections plan_page(const PlanVerdict& verdict, const PlanAnswer& answer,
                   const std::vector<std::string>& warnings) {
  Sections sections;
  sections.emplace_back(Heading{"plan", "which sweep to run", ""});
  add_sentences(answer.sentence, sections);
  if (!warnings.empty()) {
    sections.emplace_back(Note{fmt::format("{}", fmt::join(warnings, "\n")), "warnings", {}});
  }
  sections.emplace_back(plan_figure(verdict));
  sections.emplace_back(Heading{"choices", "every choice: loss, hours and what they cost", ""});
  sections.emplace_back(named_columns(answer.table));
  return sections;
}

}  // namespace sweep
