#include "bench/results/views/savings.hpp"

#include <fmt/format.h>

#include "bench/reports/html/views/views.hpp"

namespace sweep {
namespace {

constexpr double kSecondsPerHour = 3600;

std::string percent_text(double share) { return fmt::format("{:.1f} %", 100 * share); }

// "62.5 % [60.1 %, 64.0 %]"
std::string share_text(const Estimate& share) {
  const std::string value = percent_text(share.value);
  if (!share.lo || !share.hi) return value;
  return fmt::format("{} [{}, {}]", value, percent_text(*share.lo), percent_text(*share.hi));
}

// "hyperband on digits saved 62.5 % [60.1 %, 64.0 %] of the steps over n = 20 cells: ..."
std::string saving_sentence(const Savings& one, const std::optional<double>& price_per_hour) {
  const double hours = one.saved_seconds() / kSecondsPerHour;
  std::string text = fmt::format(
      "{} on {} saved {} of the steps over n = {} cells: {} steps, {:.4g} h of workers", one.method,
      one.problem, share_text(one.share), one.cells, one.saved_steps(), hours);
  if (price_per_hour) {
    text += fmt::format(", {:.4g} at {:g} an hour", hours * *price_per_hour, *price_per_hour);
  }
  return text + ".";
}

ReportTable empty_table(bool has_price) {
  ReportTable table{{{"problem", "problem"},
                     {"method", "method"},
                     {"n", "cells"},
                     {"trials", "trials"},
                     {"stopped", "stopped"},
                     {"steps", "steps"},
                     {"without stopping", "full_steps"},
                     {"steps saved", "saved"},
                     {"worker hours", "worker_hours"},
                     {"hours saved", "hours_saved"}},
                    2,
                    {}};
  if (has_price) {
    table.columns.push_back({"price", "price"});
    table.columns.push_back({"price saved", "price_saved"});
  }
  return table;
}

std::vector<Shown> row_of_savings(const Savings& one, const std::optional<double>& price) {
  const double hours = one.worker_seconds / kSecondsPerHour;
  const double saved = one.saved_seconds() / kSecondsPerHour;
  std::vector<Shown> row = {shown(one.problem),
                            shown(one.method),
                            shown(one.cells),
                            shown(static_cast<std::size_t>(one.trials)),
                            shown(static_cast<std::size_t>(one.stopped)),
                            shown(static_cast<std::size_t>(one.steps)),
                            shown(static_cast<std::size_t>(one.full_steps)),
                            {share_text(one.share), one.share.value},
                            shown(hours),
                            shown(saved)};
  if (price) {
    row.push_back(shown(hours * *price));
    row.push_back(shown(saved * *price));
  }
  return row;
}

}  // namespace

Sections savings_sections(const CellSet& cells, const std::optional<double>& price_per_hour) {
  const std::vector<Savings> all = savings_of(cells);
  if (all.empty()) return {};
  Sections sections;
  sections.emplace_back(Heading{"savings", "what stopping trials early saved", ""});
  ReportTable table = empty_table(price_per_hour.has_value());
  for (const Savings& one : all) {
    if (one.stopped > 0) sections.emplace_back(Prose{saving_sentence(one, price_per_hour)});
    table.rows.push_back(row_of_savings(one, price_per_hour));
  }
  sections.emplace_back(std::move(table));
  sections.emplace_back(Note{
      "Steps saved: the median over cells of the share of steps that the same trials would "
      "have taken more, with a 95 % interval. Hours are simulated ones that workers were busy; "
      "those saved are the saved steps at the mean time of a step.",
      "",
      {}});
  return sections;
}

}  // namespace sweep
