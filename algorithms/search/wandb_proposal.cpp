#include "algorithms/search/wandb_proposal.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <span>
#include <utility>

#include "algorithms/model/improvement.hpp"
#include "algorithms/model/wandb_gp.hpp"

namespace sweep {
namespace {

constexpr std::size_t kCandidates = 1000;
constexpr std::size_t kMostSamples = 100;

std::span<const double> row_of(const std::vector<double>& rows, std::size_t columns,
                               std::size_t i) {
  return std::span(rows).subspan(i * columns, columns);
}

bool has_nan(std::span<const double> row) {
  return std::any_of(row.begin(), row.end(), [](double x) { return std::isnan(x); });
}

void append(std::vector<double>& rows, std::span<const double> row) {
  rows.insert(rows.end(), row.begin(), row.end());
}

Samples usable(const Samples& samples) {
  Samples kept{samples.columns, {}, {}};
  for (std::size_t i = 0; i < samples.targets.size(); ++i) {
    const auto row = row_of(samples.rows, samples.columns, i);
    if (has_nan(row) || std::isnan(samples.targets[i])) continue;
    append(kept.rows, row);
    kept.targets.push_back(samples.targets[i]);
  }
  return kept;
}

std::vector<double> usable_rows(const std::vector<double>& rows, std::size_t columns) {
  std::vector<double> kept;
  for (std::size_t i = 0; i * columns < rows.size(); ++i) {
    const auto row = row_of(rows, columns, i);
    if (!has_nan(row)) append(kept, row);
  }
  return kept;
}

Samples drawn(const Samples& samples, const WandbDraws& draws) {
  Samples some{samples.columns, {}, {}};
  for (std::size_t i = 0; i < kMostSamples; ++i) {
    const std::size_t chosen = draws.index(samples.targets.size());
    append(some.rows, row_of(samples.rows, samples.columns, chosen));
    some.targets.push_back(samples.targets[chosen]);
  }
  return some;
}

WandbProposal random_point(const Samples& samples, bool has_runs, const WandbDraws& draws) {
  constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
  std::vector<double> point(samples.columns);
  draws.fill_uniform(point);
  const double predicted = samples.targets.empty() ? 0 : samples.targets.front();
  const char* reason = has_runs ? "random: fewer than two runs can be learnt from"
                                : "random: no run has valid samples of the metric";
  return {std::move(point), {predicted, kNaN, kNaN, 1, reason}};
}

// Candidates with what the model says of them.
struct Scored {
  std::vector<double> rows;
  std::vector<Prediction> predictions;  // standard units
  std::vector<Improvement> improvements;

  // The first of those with the highest expected improvement.
  [[nodiscard]] std::size_t best() const {
    return static_cast<std::size_t>(
        std::max_element(improvements.begin(), improvements.end(),
                         [](auto& a, auto& b) { return a.expected < b.expected; }) -
        improvements.begin());
  }
};

Scored scored_candidates(const WandbGp& gp, double least, std::size_t columns,
                         const WandbDraws& draws) {
  Scored scored{std::vector<double>(kCandidates * columns), {}, {}};
  draws.fill_uniform(scored.rows);
  scored.predictions = gp.posterior.predict(scored.rows);
  const double best = gp.units.to_standard(least);
  for (const Prediction& prediction : scored.predictions) {
    scored.improvements.push_back(wandb_improvement(best, prediction));
  }
  return scored;
}

std::string fallback_of(const WandbGp& gp, const Scored& scored) {
  const auto is_wild = [](const Improvement& i) { return !std::isfinite(i.expected); };
  if (std::any_of(scored.improvements.begin(), scored.improvements.end(), is_wild)) {
    return "random: the model's numbers are not finite";
  }
  return gp.scale.is_at_bound() ? "random: the length scale is at a bound" : "";
}

}  // namespace

void WandbRuns::add(const std::vector<double>& row, const Outcome& outcome) {
  rows.insert(rows.end(), row.begin(), row.end());
  outcomes.push_back(outcome);
}

WandbTraining training_of(const WandbRuns& runs, const ImputeRules& rules) {
  WandbTraining training{{runs.columns, {}, {}}, {}};
  const std::vector<std::optional<double>> targets = imputed_targets(runs.outcomes, rules);
  for (std::size_t i = 0; i < targets.size(); ++i) {
    append(targets[i] ? training.samples.rows : training.running_rows,
           row_of(runs.rows, runs.columns, i));
    if (targets[i]) training.samples.targets.push_back(*targets[i]);
  }
  return training;
}

WandbProposal wandb_proposal(const WandbTraining& training, const WandbDraws& draws) {
  const std::size_t columns = training.samples.columns;
  const Samples samples = usable(training.samples);
  if (samples.targets.size() < 2) {
    return random_point(samples, !training.samples.targets.empty(), draws);
  }
  const double least = *std::min_element(samples.targets.begin(), samples.targets.end());
  const bool is_many = samples.targets.size() > kMostSamples;
  const WandbGp gp = fit_wandb_gp(is_many ? drawn(samples, draws) : samples,
                                  usable_rows(training.running_rows, columns));
  const Scored scored = scored_candidates(gp, least, columns, draws);
  const std::string fallback = fallback_of(gp, scored);
  const std::size_t chosen = fallback.empty() ? scored.best() : draws.index(kCandidates - 1);
  const auto row = row_of(scored.rows, columns, chosen);
  const Prediction& prediction = scored.predictions[chosen];
  return {
      {row.begin(), row.end()},
      {gp.units.from_standard(prediction.mean), gp.units.scale * prediction.sd,
       scored.improvements[chosen].expected, scored.improvements[chosen].probability, fallback}};
}

}  // namespace sweep
