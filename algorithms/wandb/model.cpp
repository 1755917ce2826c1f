#include "algorithms/wandb/model.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "algorithms/model/gp/improvement.hpp"
#include "algorithms/space/real_limits.hpp"

namespace sweep {
namespace {

constexpr std::size_t kMostSamples = 100;

Samples drawn(const Samples& samples, const WandbDraws& draws) {
  Samples some{samples.columns, {}, {}};
  for (std::size_t i = 0; i < kMostSamples; ++i) {
    const std::size_t chosen = draws.index(samples.targets.size());
    append_row(some.rows, row_of(samples.rows, samples.columns, chosen));
    some.targets.push_back(samples.targets[chosen]);
  }
  return some;
}

std::vector<std::vector<double>> rows_of(std::span<const double> rows, std::size_t columns) {
  std::vector<std::vector<double>> separate;
  for (std::size_t i = 0; i * columns < rows.size(); ++i) {
    const auto row = row_of(rows, columns, i);
    separate.emplace_back(row.begin(), row.end());
  }
  return separate;
}

}  // namespace

Explanation WandbModel::explain(const Prediction& prediction) const {
  const WandbImprovement improvement = wandb_improvement(gp.units.to_standard(least), prediction);
  return {gp.units.from_standard(prediction.mean), gp.units.scale * prediction.sd,
          improvement.expected, improvement.probability, ""};
}

std::optional<WandbModel> fit_wandb_model(const WandbTraining& training, const WandbDraws& draws,
                                          std::optional<double> length_scale) {
  Samples samples = usable_samples(training.samples);
  if (samples.targets.size() < 2) return std::nullopt;
  const double least = *std::min_element(samples.targets.begin(), samples.targets.end());
  if (samples.targets.size() > kMostSamples) samples = drawn(samples, draws);
  const std::size_t columns = samples.columns;
  return WandbModel{
      fit_wandb_gp(std::move(samples), usable_rows(training.running_rows, columns), length_scale),
      least};
}

Explanation explanation_without_model(const WandbTraining& training) {
  const std::vector<double> targets = usable_samples(training.samples).targets;
  const char* reason = training.samples.targets.empty()
                           ? "random: no run has valid samples of the metric"
                           : kTooFewRuns;
  return {targets.empty() ? 0 : targets.front(), kNaN, kNaN, 1, reason, "chance"};
}

ModelView wandb_model_view(const WandbTraining& training, const WandbDraws& draws,
                           std::optional<double> length_scale) {
  const Samples& samples = training.samples;
  ModelView view{rows_of(samples.rows, samples.columns),
                 rows_of(training.running_rows, samples.columns),
                 samples.targets,
                 {},
                 MaternLikelihood::kNugget,
                 0,
                 kNaN,
                 "",
                 {}};
  std::optional<WandbModel> model = fit_wandb_model(training, draws, length_scale);
  if (!model) {
    const Explanation said = explanation_without_model(training);
    view.fallback = said.fallback;
    view.at = [said](std::span<const double>) { return said; };
    return view;
  }
  if (!length_scale && model->gp.scale.is_at_bound()) view.fallback = kAtBound;
  view.length_scales = {length_scale.value_or(std::exp(model->gp.scale.theta))};
  view.log_likelihood = model->gp.scale.log_likelihood;
  view.at = [known = *std::move(model)](std::span<const double> row) {
    return known.explain(known.gp.posterior.at(row));
  };
  return view;
}

}  // namespace sweep
