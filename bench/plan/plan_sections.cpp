#include "bench/plan/plan_sections.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace sweep {
namespace {

using OfFile = std::optional<std::pair<std::size_t, LossDifference>>;

// "0.085 [0.082, 0.088]"
std::string with_interval(const Estimate& estimate) {
  const std::string value = fmt::format("{:.4g}", estimate.value);
  if (!estimate.lo || !estimate.hi) return value;
  return fmt::format("{} [{:.4g}, {:.4g}]", value, *estimate.lo, *estimate.hi);
}

Value interval_json(const Estimate& estimate) {
  return Map{{"n", static_cast<std::int64_t>(estimate.n)},
             {"median", estimate.value},
             {"lo", estimate.lo ? Value(*estimate.lo) : Value()},
             {"hi", estimate.hi ? Value(*estimate.hi) : Value()}};
}

Value difference_json(const LossDifference& difference) {
  Value json = interval_json(difference.shift);
  std::get<Map>(json.data).push_back({"p", difference.p});
  return json;
}

std::string hours_text(double hours) { return fmt::format("{:.3g} h", hours); }

// "1.4 h, 5.6 h of workers for 14.00"
std::string cost_text(const PlanRow& row) {
  std::string text = hours_text(row.hours);
  if (row.choice.workers > 1) text += fmt::format(" ({} of workers)", hours_text(row.worker_hours));
  return row.price ? text + fmt::format(" for {:.4g}", *row.price) : text;
}

std::string percent(double share) { return fmt::format("{:.0f} %", 100 * share); }

// What is not shown may be there: how much a choice may be worse.
std::string at_most(const Estimate& shift) {
  return shift.hi ? fmt::format("It may be worse by {:.4g} (95 %)", std::max(0.0, *shift.hi))
                  : "By how much it may be worse, so few seeds cannot tell";
}

// What the advised choice is, and how it stands to the best one.
std::string advice(const PlanVerdict& verdict) {
  const PlanRow& advised = verdict.rows[verdict.advised];
  const PlanRow& best = verdict.rows[verdict.best];
  std::string text = fmt::format("Take {}: loss {} after {}.", advised.choice.text(),
                                 with_interval(advised.loss), cost_text(advised));
  const std::size_t all = verdict.rows.size();
  if (verdict.advised == verdict.best) {
    text += fmt::format(" No other of the {} choices has a lower loss", all);
    return text + (verdict.as_good.size() == 1
                       ? ", and all others are worse."
                       : ", and none that is not shown to be worse costs less.");
  }
  return text +
         fmt::format(
             " The lowest loss, {}, is that of {} after {}, but {} seeds do not show the "
             "difference of {}: of the {} choices, {} are not shown to be worse, and this is "
             "the cheapest of them. {}; more --seeds tell more of them apart.",
             with_interval(best.loss), best.choice.text(), cost_text(best), best.loss.n,
             with_interval(advised.behind.shift), all, verdict.as_good.size(),
             at_most(advised.behind.shift));
}

std::string next_text(const PlanVerdict& verdict) {
  if (!verdict.next) return "";
  const PlanRow& next = verdict.rows[*verdict.next];
  return fmt::format(" The next, {}, is worse than the lowest by {}.", next.choice.text(),
                     with_interval(next.behind.shift));
}

std::string file_text(const PlanVerdict& verdict, const OfFile& of_file) {
  if (!of_file) return "";
  if (of_file->first == verdict.advised) return " That is what the file says.";
  const PlanRow& row = verdict.rows[of_file->first];
  const PlanRow& advised = verdict.rows[verdict.advised];
  const double share = row.worker_hours > 0 ? advised.worker_hours / row.worker_hours : 1;
  return fmt::format(
      " What the file says, {}, comes to {}: a difference of {}, and the advised one takes {} of "
      "its workers' hours.",
      row.choice.text(), fmt::format("{} after {}", with_interval(row.loss), cost_text(row)),
      with_interval(of_file->second.shift), percent(share));
}

ReportTable empty_table(bool has_prices) {
  ReportTable table;
  table.columns = {{"method", "method"},   {"early termination", "early_termination"},
                   {"", "mark"},           {"runs", "runs"},
                   {"workers", "workers"}, {"loss", "loss"},
                   {"hours", "hours"},     {"worker hours", "worker_hours"}};
  if (has_prices) table.columns.push_back({"price", "price"});
  table.columns.push_back({"steps saved", "saved"});
  table.columns.push_back({"above the best", "behind"});
  table.text_columns = 3;
  return table;
}

// What stands beside a row: what is advised, has the lowest loss, is as good, is of the file.
Shown mark_of(const PlanVerdict& verdict, std::size_t i, const OfFile& of_file) {
  const bool is_good =
      std::find(verdict.as_good.begin(), verdict.as_good.end(), i) != verdict.as_good.end();
  std::string mark = i == verdict.advised ? "advised" : i == verdict.best ? "lowest" : "";
  if (mark.empty() && is_good) mark = "as good";
  if (of_file && of_file->first == i) mark += mark.empty() ? "file" : ", file";
  return shown(mark);
}

std::vector<Shown> row_of(const PlanRow& row, Shown mark) {
  std::vector<Shown> shown_row = {
      shown(row.choice.searcher),
      shown(row.choice.scheduler),
      std::move(mark),
      shown(static_cast<std::size_t>(row.choice.runs)),
      shown(static_cast<std::size_t>(row.choice.workers)),
      {with_interval(row.loss), interval_json(row.loss)},
      {fmt::format("{:.3g}", row.hours), row.hours},
      {fmt::format("{:.3g}", row.worker_hours), row.worker_hours},
  };
  if (row.price) shown_row.push_back(shown(*row.price));
  shown_row.push_back({percent(row.saved), row.saved});
  shown_row.push_back({with_interval(row.behind.shift), difference_json(row.behind)});
  return shown_row;
}

Value place(std::size_t i) { return static_cast<std::int64_t>(i); }

Value json_of(const PlanVerdict& verdict, const OfFile& of_file) {
  List as_good;
  for (const std::size_t i : verdict.as_good) as_good.push_back(place(i));
  Map map = {{"advised", place(verdict.advised)},
             {"best", place(verdict.best)},
             {"as_good", std::move(as_good)},
             {"file", Value()}};
  if (of_file) {
    map.back().value =
        Map{{"row", place(of_file->first)}, {"above_advised", difference_json(of_file->second)}};
  }
  return map;
}

}  // namespace

PlanAnswer plan_answer(const PlanVerdict& verdict, const OfFile& of_file) {
  PlanAnswer answer;
  answer.sentence = advice(verdict) + next_text(verdict) + file_text(verdict, of_file);
  answer.table = empty_table(verdict.rows.front().price.has_value());
  for (std::size_t i = 0; i < verdict.rows.size(); ++i) {
    answer.table.rows.push_back(row_of(verdict.rows[i], mark_of(verdict, i, of_file)));
  }
  answer.json = json_of(verdict, of_file);
  return answer;
}

PlanAnswer plan_answer(const PlanVerdict& verdict, std::span<const PlannedCells> planned,
                       const std::optional<PlanChoice>& of_file) {
  OfFile row;
  for (std::size_t i = 0; i < planned.size(); ++i) {
    if (!of_file || !(planned[i].choice == *of_file)) continue;
    row = {i, loss_difference(planned[i], planned[verdict.advised])};
  }
  return plan_answer(verdict, row);
}

}  // namespace sweep
