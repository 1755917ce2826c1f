#include "bench/sweep/posterior.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <utility>

#include "algorithms/config/configuration.hpp"
#include "algorithms/text/error.hpp"
#include "algorithms/wandb/model.hpp"
#include "algorithms/wandb/runs.hpp"
#include "bench/sweep/run_warnings.hpp"
#include "bench/sweep/running_sweep.hpp"
#include "bench/sweep/suggestion.hpp"

namespace sweep {

namespace {

// A run as it should be, in the middle of the space.
std::string example_run(const SweepConfig& config) {
  std::vector<double> point;
  for (const Parameter& parameter : *config.space) {
    point.push_back(quantile(parameter.distribution, 0.5));
  }
  return to_json(Map{{"name", "a"},
                     {"state", "finished"},
                     {"config", to_configuration(*config.space, point)},
                     {"summary", Map{{config.metric->name, 0.5}}}});
}

// What the model lacks, why these runs are not it, and what to write.
std::string too_few(const SweepConfig& config, const std::vector<Run>& runs,
                    std::span<const std::string> ignored) {
  const auto ended = std::count_if(runs.begin(), runs.end(),
                                   [](const Run& run) { return is_terminal(run.state); });
  std::string why = fmt::format("{} of {} runs have ended", ended, runs.size());
  const std::string missing =
      metric_warning(runs, *config.metric, MetricPlaces::history_and_summary, Behaviour::corrected);
  for (const std::string& said : {missing, ignored_warning(ignored, runs.size())}) {
    if (!said.empty()) why += "; " + said;
  }
  return fmt::format(
      "expected at least two runs that have ended, one of them with {}; {}; write "
      "{} for each",
      config.metric->name, why, example_run(config));
}

}  // namespace

ModelView reference_model(const SweepConfig& config, const std::vector<Run>& runs,
                          const Settings& settings, std::uint32_t seed,
                          std::optional<double> length_scale) {
  const WandbTraining training =
      training_of(wandb_runs(config, runs), impute_rules(*config.metric, settings));
  return wandb_model_view(training, numpy_draws(seed), length_scale);
}

SearcherModel searcher_model(const SweepConfig& config, const std::vector<Run>& runs,
                             const Settings& settings, const std::string& runs_name) {
  Tuner tuner = tuner_of(config, settings, Stream(0));
  const std::vector<std::string> ignored = adopt_runs(runs, config, tuner);
  std::optional<ModelView> model = tuner.model();
  if (!model || model->targets.size() < 2) {
    throw SpecError(fmt::format("{}: {}", runs_name, too_few(config, runs, ignored)));
  }
  SearcherModel answer{*std::move(model), {}};
  if (!ignored.empty()) answer.warnings.push_back(ignored_warning(ignored, runs.size()));
  return answer;
}

std::vector<double> reference_row(const Point& point, const SearchSpace& space) {
  return wandb_row(run_at(space, point), space);
}

std::vector<double> unit_row(const Point& point, const SearchSpace& space) {
  std::vector<double> row;
  for (std::size_t i = 0; i < space.size(); ++i) {
    const Distribution& distribution = space[i].distribution;
    if (kind(distribution) != Kind::constant) row.push_back(to_unit(distribution, point.values[i]));
  }
  return row;
}

}  // namespace sweep
