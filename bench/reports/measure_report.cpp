#include "bench/reports/measure_report.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cstdint>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "algorithms/text/error.hpp"
#include "bench/reports/measures/labels.hpp"
#include "bench/results/data_sets.hpp"
#include "bench/results/default_axis.hpp"

namespace sweep {
namespace {

using Names = std::vector<std::string>;
using Measures = std::span<const MeasureRow* const>;

[[noreturn]] void refuse_nothing(const DataSets& sets) {
  Names why;
  const auto add = [&](const Names& objectives, const char* reason, const char* way_out) {
    if (objectives.empty()) return;
    why.push_back(fmt::format("{} of {}{}", reason, fmt::join(objectives, ", "), way_out));
  };
  add(sets.unknown, "losses are noisy", ": run with --record trials");
  add(sets.without_steps, "steps are not known", ": the store is of an older layout");
  add(sets.undescribed, "the store knows no more than the name", "");
  throw SpecError(fmt::format("nothing to report: {}", fmt::join(why, "; ")));
}

Note left_out_note(const char* key, const Names& objectives, const char* why) {
  Note note{"", key, List(objectives.begin(), objectives.end())};
  if (objectives.empty()) return note;
  note.text = fmt::format("{} objective{} left out, {}: {}", objectives.size(),
                          objectives.size() == 1 ? "" : "s", why, fmt::join(objectives, ", "));
  return note;
}

Value build_value(const std::string& name, const Provenance& source) {
  return Map{{"name", name},
             {"build", source.build_id},
             {"cpu", source.cpu},
             {"compiler", source.compiler},
             {"version", source.version}};
}

Note builds_note(std::span<const MethodBuilds> methods) {
  Names lines;
  Map builds;
  for (const MethodBuilds& method : methods) {
    lines.push_back(fmt::format("{} comes from {} builds, which are kept apart: {}", method.method,
                                method.names.size(), fmt::join(method.names, ", ")));
    List sources;
    for (std::size_t i = 0; i < method.names.size(); ++i) {
      sources.push_back(build_value(method.names[i], method.sources[i]));
    }
    builds.push_back({method.method, std::move(sources)});
  }
  return {fmt::format("{}", fmt::join(lines, "\n")), "builds", std::move(builds)};
}

// Who counts in something else than evaluations is told so, and why.
Note axis_note(const AxisChoice& axis) {
  Note note{"", "axis", std::string(to_text(axis.axis))};
  if (axis.axis == Axis::evaluations) return note;
  note.text = fmt::format("counted in {}", unit_name(axis.axis));
  if (!axis.reason.empty()) {
    note.text +=
        fmt::format(": {}; --axis evaluations counts each trial as a whole one", axis.reason);
  }
  return note;
}

// "1 distinct outcome of 20: grid on branin, 2-D"
std::string variance_line(const DataSet& set) {
  const std::size_t distinct = set.descents.size();
  return fmt::format("no variance: {} distinct outcome{} of {}: {} on {}, {}-D", distinct,
                     distinct == 1 ? "" : "s", distinct + set.repeats, set.title(), set.function,
                     set.dimension);
}

// Cells whose outcomes do not vary, which count as one.
Note variance_note(std::span<const DataSet> sets) {
  Names lines;
  List rows;
  for (const DataSet& set : sets) {
    if (set.repeats == 0) continue;
    lines.push_back(variance_line(set));
    rows.push_back(Map{{"method", set.title()},
                       {"function", set.function},
                       {"dimension", set.dimension},
                       {"distinct", static_cast<std::int64_t>(set.descents.size())},
                       {"cells", static_cast<std::int64_t>(set.descents.size() + set.repeats)}});
  }
  return {fmt::format("{}", fmt::join(lines, "\n")), "no_variance", std::move(rows)};
}

void add_measure(const MeasureRow& measure, const MeasureOptions& options,
                 std::span<const DataSet> sets, Sections& sections) {
  sections.emplace_back(Heading{std::string(measure.name), std::string(measure.meaning),
                                std::string(measure.source)});
  Sections said = measure.sections(sets, options);
  std::move(said.begin(), said.end(), std::back_inserter(sections));
}

void add_notes(const DataSets& sets, const CellSet& cells, Sections& sections) {
  sections.emplace_back(variance_note(sets.all));
  sections.emplace_back(
      left_out_note("left_out_noisy", sets.unknown,
                    "whose losses are noisy and need a run with --record trials"));
  sections.emplace_back(left_out_note("left_out_without_steps", sets.without_steps,
                                      "whose steps a store of an older layout does not know"));
  sections.emplace_back(left_out_note("left_out_undescribed", sets.undescribed,
                                      "which the store does not describe and this program does "
                                      "not know"));
  sections.emplace_back(builds_note(cells.builds));
}

void refuse_vain_expense(const MeasureOptions& options, std::span<const DataSet> sets) {
  if (!options.targets.expensive || !sets_with(TargetKind::budgets, sets).empty()) return;
  throw SpecError(
      "--expensive: expected functions of bbob in 2, 3, 5, 10, 20 or 40 dimensions, whose virtual "
      "best is known");
}

}  // namespace

Sections measure_report(Measures measures, const MeasureOptions& options, const CellSet& cells) {
  const AxisChoice axis = options.axis ? AxisChoice{*options.axis} : default_axis(cells);
  const DataSets sets = data_sets_of(cells, axis.axis, options.targets);
  if (sets.all.empty()) refuse_nothing(sets);
  refuse_vain_expense(options, sets.all);
  Sections sections = {axis_note(axis)};
  for (const MeasureRow* measure : measures) add_measure(*measure, options, sets.all, sections);
  add_notes(sets, cells, sections);
  return sections;
}

}  // namespace sweep
