#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "bench/reports/measures/labels.hpp"
#include "bench/reports/measures/measures.hpp"
#include "bench/reports/measures/samples.hpp"
#include "bench/results/measures/expected_runtime.hpp"
#include "bench/results/measures/simulated_restarts.hpp"
#include "bench/results/measures/virtual_best.hpp"

namespace sweep {
namespace {

/// A published ERT to compare with.
struct Reference {
  const char* heading;
  const char* key;
  double target;
  Archive archive;
};

constexpr Reference kReferences[] = {
    {"x best at 0.1", "ratio_2009_at_1e-1", 1e-1, Archive::solvers_2009},
    {"x best", "ratio_2009_at_1e-8", 1e-8, Archive::solvers_2009},
    {"x best 2016", "ratio_2016_at_1e-8", 1e-8, Archive::solvers_2009_to_2016},
};

std::optional<double> reference_ert(const DataSet& set, const Reference& reference) {
  if (set.suite != "bbob" || set.axis != Axis::evaluations) return std::nullopt;
  return virtual_best_ert(set.number, set.dimension, reference.target, reference.archive);
}

bool has_references(std::span<const DataSet> sets) {
  return std::any_of(sets.begin(), sets.end(), [](const DataSet& set) {
    return reference_ert(set, kReferences[0]).has_value();
  });
}

// The place says what the target stands for: a precision stands for itself.
Shown shown_ert(const DataSet& set, std::size_t column, Stream stream) {
  const ProblemTargets& targets = set.targets;
  const double target = targets.shown[column];
  const std::vector<RunLength> lengths = run_lengths(set.descents, target, targets.end);
  const double ert = expected_runtime(lengths);
  const double spread = dispersion(
      simulated_run_lengths(lengths, balanced_count(lengths.size(), kLeastSimulated), stream));
  const std::string text = std::isinf(ert) ? "inf"
                                           : fmt::format("{} ({})", short_text(ert / set.unit()),
                                                         short_text(spread / set.unit()));
  Map map = {{"target", target},
             {"ert", ert},
             {"dispersion", spread},
             {"successes", static_cast<std::int64_t>(successes(lengths))}};
  if (targets.kind != TargetKind::precisions) {
    map.push_back({place_key(targets.kind), targets.places[column]});
  }
  return {text, std::move(map)};
}

Shown shown_successes(const DataSet& set) {
  const std::size_t reached =
      successes(run_lengths(set.descents, set.targets.last, set.targets.end));
  return {fmt::format("{}/{}", reached, set.descents.size()), static_cast<std::int64_t>(reached)};
}

Shown shown_ratio(const DataSet& set, const Reference& reference) {
  const auto best = reference_ert(set, reference);
  if (!best || std::isinf(*best)) return shown_missing();
  return shown(expected_runtime(run_lengths(set.descents, reference.target)) / *best);
}

// The heading of how many reached the final target.
std::string last_heading(const ProblemTargets& targets) {
  return targets.kind == TargetKind::precisions
             ? "at " + heading_of(targets.last)
             : "at " + target_heading(targets.kind, targets.places.back());
}

std::span<const Reference> references_for(std::span<const DataSet> sets) {
  const bool are_shown =
      sets.front().targets.kind == TargetKind::precisions && has_references(sets);
  return are_shown ? std::span(kReferences) : std::span<const Reference>();
}

ReportTable empty_table(std::span<const DataSet> sets) {
  const ProblemTargets& targets = sets.front().targets;
  ReportTable table = table_of_sets();
  table.columns.push_back({"runs", "runs"});
  for (const double place : targets.places) {
    table.columns.push_back({target_heading(targets.kind, place), "targets", true});
  }
  table.columns.push_back({last_heading(targets), "successes"});
  for (const Reference& reference : references_for(sets)) {
    table.columns.push_back({reference.heading, reference.key});
  }
  return table;
}

// Of data sets with one kind of targets.
ReportTable table_of(std::span<const DataSet> sets) {
  ReportTable table = empty_table(sets);
  for (const DataSet& set : sets) {
    std::vector<Shown> row = row_of(set);
    row.push_back(shown_runs(set));
    const Stream stream = restart_stream(set).child("dispersion");
    for (std::size_t i = 0; i < set.targets.shown.size(); ++i) {
      row.push_back(shown_ert(set, i, stream));
    }
    row.push_back(shown_successes(set));
    for (const Reference& reference : references_for(sets)) {
      row.push_back(shown_ratio(set, reference));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

Sections ert_sections(std::span<const DataSet> sets, const MeasureOptions&) {
  Sections sections;
  for (const TargetKind kind :
       {TargetKind::precisions, TargetKind::budgets, TargetKind::fractions}) {
    const std::span<const DataSet> same = sets_with(kind, sets);
    if (same.empty()) continue;
    const std::string meaning = meaning_of_targets(kind);
    if (!meaning.empty()) sections.emplace_back(Prose{meaning});
    sections.emplace_back(table_of(same));
  }
  return sections;
}

}  // namespace sweep
