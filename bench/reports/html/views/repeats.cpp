#include <fmt/format.h>

#include <algorithm>

#include "bench/reports/html/views/views.hpp"
#include "bench/results/views/repeated_trials.hpp"

namespace sweep {
namespace {

std::uint64_t total(std::span<const RepeatedTrials> all, std::uint64_t RepeatedTrials::*count) {
  std::uint64_t sum = 0;
  for (const RepeatedTrials& one : all) sum += one.*count;
  return sum;
}

Series share_row(const RepeatedTrials& one, double place) {
  Series row{one.method, {place}, {one.share.value}, {}, {}};
  if (one.share.lo && one.share.hi) {
    row.lo = {*one.share.lo};
    row.hi = {*one.share.hi};
  }
  return row;
}

// Neighbours are of one problem.
Figure repeats_figure(std::span<const RepeatedTrials> of_problem) {
  const RepeatedTrials& any = of_problem.front();
  Figure figure{"Repeated trials", {"method"}, {"share of a cell's trials"}, {}};
  figure.kind = FigureKind::intervals;
  figure.choices = {{"problem", any.problem}};
  std::size_t cells = 0;
  for (const RepeatedTrials& one : of_problem) {
    cells = std::max(cells, one.share.n);
    figure.series.push_back(share_row(one, static_cast<double>(figure.series.size())));
  }
  figure.caption = fmt::format(
      "{}: dots are the share of the trials that repeat a point which the same cell tried before, "
      "mean over n = {} cells; lines are 95 % bootstrap intervals over cells.",
      any.problem, cells);
  return figure;
}

ReportTable repeats_table(std::span<const RepeatedTrials> all) {
  ReportTable table{{{"problem", "problem"},
                     {"method", "method"},
                     {"n", "cells"},
                     {"trials", "trials"},
                     {"repeats", "repeats"},
                     {"share", "share"},
                     {"lo", "lo"},
                     {"hi", "hi"}},
                    2,
                    {}};
  const auto end_of = [](const std::optional<double>& x) {
    return x ? shown(*x) : shown_missing();
  };
  for (const RepeatedTrials& one : all) {
    table.rows.push_back({shown(one.problem), shown(one.method), shown(one.share.n),
                          shown(static_cast<std::size_t>(one.trials)),
                          shown(static_cast<std::size_t>(one.repeats)), shown(one.share.value),
                          end_of(one.share.lo), end_of(one.share.hi)});
  }
  return table;
}

}  // namespace

Sections repeats_sections(const CellSet& cells) {
  const std::vector<RepeatedTrials> all = repeated_trials(cells);
  if (all.empty()) return {};
  Sections sections;
  sections.emplace_back(
      Heading{"duplicates", "trials that repeat a point which the same cell tried before", ""});
  if (total(all, &RepeatedTrials::repeats) == 0) {
    sections.emplace_back(Prose{fmt::format("None of n = {} trials repeats an earlier one.",
                                            total(all, &RepeatedTrials::trials))});
    return sections;
  }
  for (auto first = all.begin(), last = first; first != all.end(); first = last) {
    last = std::find_if(first, all.end(),
                        [&](const RepeatedTrials& one) { return one.problem != first->problem; });
    sections.emplace_back(repeats_figure({first, last}));
  }
  sections.emplace_back(repeats_table(all));
  return sections;
}

}  // namespace sweep
