// The early termination of the reference engine: bands, thresholds, and which runs stop.
#include <gtest/gtest.h>

#include <limits>

#include "algorithms/config/run_list.hpp"
#include "algorithms/config/sweep_config.hpp"
#include "algorithms/schedule/stop_runs.hpp"
#include "algorithms/text/error.hpp"
#include "algorithms/wandb/runs.hpp"
#include "tests/golden/compare.hpp"
#include "tests/golden/vectors.hpp"

namespace sweep::hyperband_test {

constexpr double kLargestBandListed = 1e6;

// As the vectors were made: without validation of the file.
SweepConfig config_of(const Value& vector_case) {
  ReadOptions options{"vector.yaml", Behaviour::as_wandb, false};
  options.use = SweepUse::stop_runs;
  SweepConfig config = read_sweep(to_yaml(at(vector_case, "config")), options);
  if (!config.stop_errors.empty()) throw ConfigError("vector.yaml", config.stop_errors);
  return config;
}

std::vector<Run> runs_of(const Value& vector_case) {
  return read_runs(to_json(at(vector_case, "runs")), "runs");
}

StopAnswer answer_to(const Value& vector_case, const std::vector<Run>& runs) {
  const SweepConfig config = config_of(vector_case);
  std::vector<RunCurve> curves;
  for (const Run& run : runs) {
    curves.push_back(
        {run.state == RunState::running, loss_curve(run, *config.metric, Behaviour::as_wandb)});
  }
  return stop_runs(*config.early_terminate, curves, Behaviour::as_wandb);
}

List stopped_names(const StopAnswer& answer, const std::vector<Run>& runs) {
  List names;
  for (const RunVerdict& verdict : answer.verdicts) {
    if (verdict.stops) names.emplace_back(runs[verdict.run].name);
  }
  return names;
}

TEST(HyperbandVectors, AgreeInBandsThresholdsAndStops) {
  const Value vectors = read_vectors("hyperband.json");
  int errors = 0;
  for (const Value& vector_case : as_list(at(vectors, "cases"))) {
    SCOPED_TRACE(as_text(at(vector_case, "id")));
    const auto runs = runs_of(vector_case);
    if (has(vector_case, "error")) {
      ++errors;
      EXPECT_THROW(answer_to(vector_case, runs), SpecError);
      continue;
    }
    StopAnswer answer = answer_to(vector_case, runs);
    EXPECT_EQ(answer.bands.size(),
              static_cast<std::size_t>(as_integer(at(vector_case, "n_bands"))));
    std::erase_if(answer.bands, [](double band) { return band > kLargestBandListed; });
    answer.thresholds.resize(answer.bands.size());
    EXPECT_EQ(answer.bands, as_reals(at(vector_case, "bands")));
    EXPECT_EQ(answer.thresholds, as_reals(at(vector_case, "thresholds")));
    EXPECT_EQ(to_json(stopped_names(answer, runs)), to_json(at(vector_case, "stop")));
  }
  EXPECT_EQ(errors, 1);
  EXPECT_EQ(as_list(at(vectors, "cases")).size(), 347u);
}

}  // namespace sweep::hyperband_test
