#include "algorithms/wandb/proposal.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "algorithms/wandb/model.hpp"

namespace sweep {
namespace {

constexpr std::size_t kCandidates = 1000;

WandbProposal random_point(const WandbTraining& training, const WandbDraws& draws) {
  std::vector<double> point(training.samples.columns);
  draws.fill_uniform(point);
  return {std::move(point), explanation_without_model(training)};
}

// Candidates with what the model says of them.
struct Scored {
  std::vector<double> rows;
  std::vector<Explanation> explanations;

  // The first of those with the highest expected improvement.
  [[nodiscard]] std::size_t best() const {
    return static_cast<std::size_t>(std::max_element(explanations.begin(), explanations.end(),
                                                     [](auto& a, auto& b) {
                                                       return a.expected_improvement <
                                                              b.expected_improvement;
                                                     }) -
                                    explanations.begin());
  }
};

Scored scored_candidates(const WandbModel& model, std::size_t columns, const WandbDraws& draws) {
  Scored scored{std::vector<double>(kCandidates * columns), {}};
  draws.fill_uniform(scored.rows);
  for (const Prediction& prediction : model.gp.posterior.predict(scored.rows)) {
    scored.explanations.push_back(model.explain(prediction));
  }
  return scored;
}

std::string fallback_of(const WandbGp& gp, const Scored& scored) {
  const auto is_wild = [](const Explanation& e) { return !std::isfinite(e.expected_improvement); };
  if (std::any_of(scored.explanations.begin(), scored.explanations.end(), is_wild)) {
    return "random: the model's numbers are not finite";
  }
  return gp.scale.is_at_bound() ? kAtBound : "";
}

}  // namespace

WandbProposal wandb_proposal(const WandbTraining& training, const WandbDraws& draws) {
  const std::optional<WandbModel> model = fit_wandb_model(training, draws);
  if (!model) return random_point(training, draws);
  const std::size_t columns = training.samples.columns;
  Scored scored = scored_candidates(*model, columns, draws);
  std::string fallback = fallback_of(model->gp, scored);
  const std::size_t chosen = fallback.empty() ? scored.best() : draws.index(kCandidates - 1);
  const auto row = row_of(scored.rows, columns, chosen);
  WandbProposal proposal{{row.begin(), row.end()}, std::move(scored.explanations[chosen])};
  if (!fallback.empty()) proposal.explanation.chosen_by = "chance";
  proposal.explanation.fallback = std::move(fallback);
  return proposal;
}

}  // namespace sweep
