#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "bench/reports/html/views/views.hpp"

namespace sweep {
namespace {

Shown shown_rank(const std::optional<double>& rank) {
  return rank ? Shown{fmt::format("{:.2f}", *rank), *rank} : shown_missing();
}

// A row counts for every method that shares the lowest loss.
std::size_t first_places(const std::vector<std::vector<LossRow>>& losses, std::size_t method) {
  std::size_t count = 0;
  for (const std::vector<LossRow>& rows : losses) {
    for (const LossRow& row : rows) {
      count += row[method] <= *std::min_element(row.begin(), row.end()) ? 1 : 0;
    }
  }
  return count;
}

ReportTable rank_table(const CellsSideBySide& comparison, const MethodRanks& ranks,
                       const std::vector<std::vector<LossRow>>& losses) {
  ReportTable table{{{"method", "method"},
                     {"mean rank", "mean_rank"},
                     {"lo", "lo"},
                     {"hi", "hi"},
                     {"n", "n"},
                     {"p against the best", "p"},
                     {"lowest loss in", "first_places"},
                     {"of", "rows"}},
                    1,
                    {}};
  for (std::size_t m = 0; m < comparison.methods.size(); ++m) {
    const Estimate& mean = ranks.mean[m];
    table.rows.push_back({shown(comparison.methods[m]), shown_rank(mean.value), shown_rank(mean.lo),
                          shown_rank(mean.hi), shown(ranks.blocks),
                          ranks.p[m] ? shown(*ranks.p[m]) : shown_missing(),
                          shown(first_places(losses, m)), shown(comparison.rows)});
  }
  std::stable_sort(table.rows.begin(), table.rows.end(), [](const auto& a, const auto& b) {
    return *a[1].value.template as<double>() < *b[1].value.template as<double>();
  });
  return table;
}

std::string scope_text(const CellsSideBySide& comparison, const MethodRanks& ranks,
                       std::size_t cells) {
  std::string text = fmt::format(
      "{} methods, {} problem{}, {} cells; losses are compared at equal {}, the most that all "
      "cells "
      "of a problem reached, where methods are matched by objective, instance and seed.",
      comparison.methods.size(), comparison.problems.size(),
      comparison.problems.size() == 1 ? "" : "s", cells, unit_name(comparison.axis));
  if (ranks.rows < comparison.rows) {
    text +=
        fmt::format(" No variance: only {} distinct outcomes of {} rows; equal ones count once.",
                    ranks.rows, comparison.rows);
  }
  if (!ranks.is_over_problems && comparison.problems.size() > 1) {
    text += " These are too few problems to speak of others: the verdict is on these alone.";
  }
  if (comparison.left_out > 0) {
    text += fmt::format(
        " {} cells are left out: some method has no such cell, or the losses are not known.",
        comparison.left_out);
  }
  return text;
}

}  // namespace

Sections overview_sections(const CellsSideBySide& comparison, std::size_t cells) {
  Sections sections;
  sections.emplace_back(Heading{"verdict", "which method is best, and how sure that is", ""});
  if (comparison.problems.empty()) {
    sections.emplace_back(Prose{"Nothing to compare: no row of cells that every method has."});
    return sections;
  }
  const std::size_t methods = comparison.methods.size();
  if (methods == 1) {
    sections.emplace_back(
        Prose{fmt::format("One method, nothing to compare: {} on {} problem{}, "
                          "{} cells.",
                          comparison.methods.front(), comparison.problems.size(),
                          comparison.problems.size() == 1 ? "" : "s", cells)});
    return sections;
  }
  const std::vector<std::vector<LossRow>> losses = final_losses(comparison);
  const MethodRanks ranks = method_ranks(losses);
  sections.emplace_back(Prose{verdict_sentence(comparison.methods, ranks)});
  sections.emplace_back(Prose{scope_text(comparison, ranks, cells)});
  sections.emplace_back(rank_figure(comparison.methods, ranks));
  sections.emplace_back(rank_table(comparison, ranks, losses));
  return sections;
}

}  // namespace sweep
