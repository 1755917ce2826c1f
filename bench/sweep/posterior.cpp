#include "bench/sweep/posterior.hpp"

#include <fmt/format.h>

#include <utility>

#include "algorithms/text/error.hpp"
#include "algorithms/wandb/model.hpp"
#include "algorithms/wandb/runs.hpp"
#include "bench/sweep/running_sweep.hpp"
#include "bench/sweep/suggestion.hpp"

namespace sweep {

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
  const std::size_t ignored = adopt_runs(runs, config, tuner);
  std::optional<ModelView> model = tuner.model();
  if (!model || model->targets.size() < 2) {
    const std::string said = ignored > 0 ? "; " + ignored_text(ignored, runs.size()) : "";
    throw SpecError(
        fmt::format("{}: expected at least two runs that have ended, one of them with {}{}",
                    runs_name, config.metric->name, said));
  }
  SearcherModel answer{*std::move(model), {}};
  if (ignored > 0) answer.warnings.push_back(ignored_text(ignored, runs.size()));
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
