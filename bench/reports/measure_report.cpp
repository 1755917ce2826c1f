#include "bench/reports/measure_report.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sweep {
namespace {

std::string note(const std::vector<std::string>& objectives, std::string_view why) {
  if (objectives.empty()) return "";
  return fmt::format("\n{} objective{} left out, {}: {}\n", objectives.size(),
                     objectives.size() == 1 ? "" : "s", why, fmt::join(objectives, ", "));
}

std::string left_out_notes(const MeasureReport& report) {
  return note(report.left_out, "whose optimum is not known") +
         note(report.noisy, "whose losses are noisy and need a run with --record trials");
}

List to_list(const std::vector<std::string>& texts) { return {texts.begin(), texts.end()}; }

}  // namespace

std::string to_text(const MeasureReport& report, std::span<const DataSet> sets) {
  std::string text;
  for (const MeasureRow* measure : report.measures) {
    text += fmt::format("{}{}: {}\n{}", text.empty() ? "" : "\n", measure->name, measure->meaning,
                        to_text(measure->table(sets, report.options)));
  }
  return text + left_out_notes(report);
}

std::string to_markdown(const MeasureReport& report, std::span<const DataSet> sets) {
  std::string text;
  for (const MeasureRow* measure : report.measures) {
    text += fmt::format("{}## {}\n\n{} ({})\n\n{}", text.empty() ? "" : "\n", measure->name,
                        measure->meaning, measure->source,
                        to_markdown(measure->table(sets, report.options)));
  }
  return text + left_out_notes(report);
}

Map to_map(const MeasureReport& report, std::span<const DataSet> sets) {
  Map measures;
  for (const MeasureRow* measure : report.measures) {
    measures.push_back({std::string(measure->name), to_list(measure->table(sets, report.options))});
  }
  return {{"measures", measures},
          {"left_out", to_list(report.left_out)},
          {"left_out_noisy", to_list(report.noisy)}};
}

}  // namespace sweep
