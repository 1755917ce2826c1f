#include "bench/reports/measure_report.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "algorithms/text/error.hpp"
#include "bench/results/data_sets.hpp"

namespace sweep {
namespace {

using Names = std::vector<std::string>;
using Measures = std::span<const MeasureRow* const>;

// The measures that have something to say where no optimum is known.
Names measures_of_losses(Measures measures) {
  Names names;
  for (const MeasureRow* measure : measures) {
    if (!measure->needs_optimum) names.emplace_back(measure->name);
  }
  return names;
}

/// The objectives that a report says nothing of, or not all that was asked.
struct LeftOut {
  Names without_optimum;
  Names unknown;  // losses without noise
  Names undescribed;
};

// Each objective for one reason only.
LeftOut left_out_of(Measures measures, const DataSets& sets) {
  LeftOut left_out;
  const bool all_take_losses = measures_of_losses(measures).size() == measures.size();
  if (!all_take_losses) left_out.without_optimum = sets.without_optimum;
  left_out.undescribed = sets.undescribed;
  const Names& others = left_out.without_optimum;
  for (const std::string& objective : sets.unknown) {
    const bool is_there = std::find(others.begin(), others.end(), objective) != others.end();
    if (!is_there) left_out.unknown.push_back(objective);
  }
  return left_out;
}

[[noreturn]] void refuse_nothing(const LeftOut& left_out) {
  Names why;
  const auto add = [&](const Names& objectives, const char* reason, const char* way_out) {
    if (objectives.empty()) return;
    why.push_back(fmt::format("{} of {}{}", reason, fmt::join(objectives, ", "), way_out));
  };
  add(left_out.without_optimum, "the optimum is not known", "");
  add(left_out.unknown, "losses are noisy", ": run with --record trials");
  add(left_out.undescribed, "the store knows no more than the name", "");
  throw SpecError(fmt::format("nothing to report: {}", fmt::join(why, "; ")));
}

Note left_out_note(const char* key, const Names& objectives, const std::string& but,
                   const char* why) {
  Note note{"", key, List(objectives.begin(), objectives.end())};
  if (objectives.empty()) return note;
  note.text = fmt::format("{} objective{} left out{}, {}: {}", objectives.size(),
                          objectives.size() == 1 ? "" : "s", but, why, fmt::join(objectives, ", "));
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

void add_measure(const MeasureRow& measure, const MeasureOptions& options, const DataSets& sets,
                 Sections& sections) {
  sections.emplace_back(Heading{std::string(measure.name), std::string(measure.meaning),
                                std::string(measure.source)});
  const auto taken = measure.needs_optimum ? sets.precisions() : std::span(sets.all);
  if (taken.empty()) {
    sections.emplace_back(Prose{"no objective has a known optimum"});
    return;
  }
  Sections said = measure.sections(taken, options);
  std::move(said.begin(), said.end(), std::back_inserter(sections));
}

void add_notes(Measures measures, const LeftOut& left_out, const CellSet& cells,
               Sections& sections) {
  const Names others = measures_of_losses(measures);
  const std::string but =
      others.empty() ? "" : fmt::format(" of all but {}", fmt::join(others, ", "));
  sections.emplace_back(
      left_out_note("left_out", left_out.without_optimum, but, "whose optimum is not known"));
  sections.emplace_back(
      left_out_note("left_out_noisy", left_out.unknown, "",
                    "whose losses are noisy and need a run with --record trials"));
  sections.emplace_back(left_out_note("left_out_undescribed", left_out.undescribed, "",
                                      "which the store does not describe and this program does "
                                      "not know"));
  sections.emplace_back(builds_note(cells.builds));
}

}  // namespace

Sections measure_report(Measures measures, const MeasureOptions& options, const CellSet& cells) {
  const DataSets sets = data_sets_of(cells);
  const LeftOut left_out = left_out_of(measures, sets);
  const bool takes_losses = !measures_of_losses(measures).empty();
  if (sets.with_optimum == 0 && (sets.all.empty() || !takes_losses)) refuse_nothing(left_out);
  Sections sections;
  for (const MeasureRow* measure : measures) add_measure(*measure, options, sets, sections);
  add_notes(measures, left_out, cells, sections);
  return sections;
}

}  // namespace sweep
