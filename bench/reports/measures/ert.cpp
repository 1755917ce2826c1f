#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "bench/reports/measures/labels.hpp"
#include "bench/reports/measures/measures.hpp"
#include "bench/reports/measures/samples.hpp"
#include "bench/results/measures/expected_runtime.hpp"
#include "bench/results/measures/simulated_restarts.hpp"
#include "bench/results/measures/targets.hpp"
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
  if (set.suite != "bbob") return std::nullopt;
  return virtual_best_ert(set.number, set.dimension, reference.target, reference.archive);
}

bool has_references(std::span<const DataSet> sets) {
  return std::any_of(sets.begin(), sets.end(), [](const DataSet& set) {
    return reference_ert(set, kReferences[0]).has_value();
  });
}

Shown shown_ert(const DataSet& set, double target, Stream stream) {
  const std::vector<RunLength> lengths = run_lengths(set.descents, target);
  const double ert = expected_runtime(lengths);
  const double spread = dispersion(
      simulated_run_lengths(lengths, balanced_count(lengths.size(), kLeastSimulated), stream));
  const std::string text = std::isinf(ert) ? "inf"
                                           : fmt::format("{} ({})", short_text(ert / set.dimension),
                                                         short_text(spread / set.dimension));
  return {text, Map{{"target", target},
                    {"ert", ert},
                    {"dispersion", spread},
                    {"successes", static_cast<std::int64_t>(successes(lengths))}}};
}

Shown shown_successes(const DataSet& set) {
  const std::size_t reached = successes(run_lengths(set.descents, kFinalTarget));
  return {fmt::format("{}/{}", reached, set.descents.size()), static_cast<std::int64_t>(reached)};
}

Shown shown_ratio(const DataSet& set, const Reference& reference) {
  const auto best = reference_ert(set, reference);
  if (!best) return shown_missing();
  return shown(expected_runtime(run_lengths(set.descents, reference.target)) / *best);
}

}  // namespace

Sections ert_sections(std::span<const DataSet> sets, const MeasureOptions&) {
  ReportTable table = table_of_sets();
  const bool shows_references = has_references(sets);
  table.columns.push_back({"runs", "runs"});
  for (const double target : table_targets()) {
    table.columns.push_back({heading_of(target), "targets", true});
  }
  table.columns.push_back({"at 1e-8", "successes"});
  for (const Reference& reference : kReferences) {
    if (shows_references) table.columns.push_back({reference.heading, reference.key});
  }
  for (const DataSet& set : sets) {
    std::vector<Shown> row = row_of(set);
    row.push_back(shown(set.descents.size()));
    const Stream stream = restart_stream(set).child("dispersion");
    for (const double target : table_targets()) {
      row.push_back(shown_ert(set, target, stream));
    }
    row.push_back(shown_successes(set));
    for (const Reference& reference : kReferences) {
      if (shows_references) row.push_back(shown_ratio(set, reference));
    }
    table.rows.push_back(std::move(row));
  }
  return {std::move(table)};
}

}  // namespace sweep
