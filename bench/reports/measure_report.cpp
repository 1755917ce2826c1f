#include "bench/reports/measure_report.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sweep {
namespace {

std::string left_out_note(const MeasureReport& report) {
  if (report.left_out.empty()) return "";
  return fmt::format("\n{} left out, whose optimum is not known: {}\n",
                     report.left_out.size() == 1
                         ? "1 objective"
                         : fmt::format("{} objectives", report.left_out.size()),
                     fmt::join(report.left_out, ", "));
}

}  // namespace

std::string to_text(const MeasureReport& report, std::span<const DataSet> sets) {
  std::string text;
  for (const MeasureRow* measure : report.measures) {
    text += fmt::format("{}{}: {}\n{}", text.empty() ? "" : "\n", measure->name, measure->meaning,
                        to_text(measure->table(sets, report.options)));
  }
  return text + left_out_note(report);
}

std::string to_markdown(const MeasureReport& report, std::span<const DataSet> sets) {
  std::string text;
  for (const MeasureRow* measure : report.measures) {
    text += fmt::format("{}## {}\n\n{} ({})\n\n{}", text.empty() ? "" : "\n", measure->name,
                        measure->meaning, measure->source,
                        to_markdown(measure->table(sets, report.options)));
  }
  return text + left_out_note(report);
}

Map to_map(const MeasureReport& report, std::span<const DataSet> sets) {
  Map measures;
  for (const MeasureRow* measure : report.measures) {
    measures.push_back({std::string(measure->name), to_list(measure->table(sets, report.options))});
  }
  List left_out;
  for (const std::string& objective : report.left_out) left_out.emplace_back(objective);
  return {{"measures", measures}, {"left_out", left_out}};
}

}  // namespace sweep
