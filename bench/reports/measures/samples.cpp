#include "bench/reports/measures/samples.hpp"

#include "bench/results/measures/expected_runtime.hpp"
#include "bench/results/measures/run_length_pool.hpp"
#include "bench/results/measures/simulated_restarts.hpp"

namespace sweep {

Stream restart_stream(const DataSet& set) {
  return Stream(0)
      .child("simulated restarts")
      .child(set.method)
      .child(set.function)
      .child(static_cast<std::uint64_t>(set.dimension));
}

void add_restart_note(const MeasureOptions& options, const char* text, Sections& sections) {
  if (options.restarts) sections.emplace_back(Note{text, "", {}});
}

std::vector<double> run_length_sample(const DataSet& set, const MeasureOptions& options) {
  std::optional<Restarts> restarts;
  if (options.restarts) {
    restarts = Restarts{balanced_count(set.descents.size(), kLeastSimulated), restart_stream(set)};
  }
  return pooled_run_lengths(set.descents, set.targets.all, set.unit(), restarts, set.targets.end);
}

std::vector<double> erts(const DataSet& set) {
  std::vector<double> all;
  all.reserve(set.targets.all.size());
  for (const double target : set.targets.all) {
    all.push_back(expected_runtime(run_lengths(set.descents, target, set.targets.end)));
  }
  return all;
}

std::vector<double> virtual_best_sample(const DataSet& set, Archive archive) {
  std::vector<double> sample;
  const bool is_as_published = set.suite == "bbob" && set.axis == Axis::evaluations &&
                               set.targets.kind != TargetKind::fractions;
  if (!is_as_published) return sample;
  for (const double target : set.targets.all) {
    const auto ert = virtual_best_ert(set.number, set.dimension, target, archive);
    if (!ert) return {};
    sample.push_back(*ert / set.unit());
  }
  return sample;
}

}  // namespace sweep
