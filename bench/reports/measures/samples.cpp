#include "bench/reports/measures/samples.hpp"

#include "bench/results/measures/expected_runtime.hpp"
#include "bench/results/measures/run_length_pool.hpp"
#include "bench/results/measures/simulated_restarts.hpp"
#include "bench/results/measures/targets.hpp"

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
  return pooled_run_lengths(set.descents, run_length_targets(), set.dimension, restarts);
}

std::vector<double> erts(const DataSet& set, const std::vector<double>& targets) {
  std::vector<double> all;
  all.reserve(targets.size());
  for (const double target : targets) {
    all.push_back(expected_runtime(run_lengths(set.descents, target)));
  }
  return all;
}

}  // namespace sweep
