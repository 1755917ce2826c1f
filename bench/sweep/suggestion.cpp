#include "bench/sweep/suggestion.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "algorithms/config/configuration.hpp"
#include "algorithms/search/wandb_bayes.hpp"
#include "algorithms/text/error.hpp"
#include "algorithms/wandb/model.hpp"
#include "algorithms/wandb/runs.hpp"

namespace sweep {
namespace {

bool has_nan(const std::vector<double>& rows) {
  return std::any_of(rows.begin(), rows.end(), [](double x) { return std::isnan(x); });
}

/// A list; as W&B one text, empty or with a line break before each warning. W&B does not warn of
/// points that are random because one run is not enough to learn from.
Value warnings_of(const Explanation& why, Behaviour behaviour) {
  if (behaviour == Behaviour::as_wandb) {
    const bool is_quiet = why.fallback.empty() || why.fallback == kTooFewRuns;
    return is_quiet ? "" : "\n" + why.fallback;
  }
  return why.fallback.empty() ? List{} : List{why.fallback};
}

}  // namespace

Run run_at(const SearchSpace& space, const Point& point) {
  Run run;
  run.config = std::get<Map>(to_configuration(space, point.values).data);
  return run;
}

Map search_info(const Suggestion& suggestion, const SweepConfig& config, Behaviour behaviour) {
  if (!suggestion.explanation) return {};
  const Explanation& why = *suggestion.explanation;
  const bool is_negated = config.metric && config.metric->maximise;
  const double sign = is_negated && behaviour == Behaviour::corrected ? -1 : 1;
  Map info{{"success_probability", why.probability_of_improvement},
           {"predicted_value", sign * why.predicted_loss},
           {"predicted_value_std_dev", why.predicted_sd},
           {"expected_improvement", why.expected_improvement},
           {"warnings", warnings_of(why, behaviour)}};
  if (behaviour == Behaviour::corrected) {
    info.push_back({"chosen_by", std::string(why.chosen_by)});
  }
  return info;
}

ImputeRules impute_rules(const Metric& metric, const Settings& settings) {
  const auto options = parse_options<WandbBayes::Options>(settings, "bayes");
  ImputeRules rules{metric.impute, metric.impute_while_running};
  if (settings.contains("impute")) rules.failed = options.impute;
  if (settings.contains("impute_while_running")) rules.running = options.impute_while_running;
  return rules;
}

WandbRuns wandb_runs(const SweepConfig& config, const std::vector<Run>& runs) {
  WandbRuns known{wandb_columns(*config.space), {}, {}};
  for (const Run& run : runs) {
    known.add(wandb_row(run, *config.space), wandb_outcome(run, *config.metric));
  }
  return known;
}

std::vector<Suggestion> wandb_bayes_suggestions(const SweepConfig& config,
                                                const std::vector<Run>& runs,
                                                const ImputeRules& rules, std::uint32_t seed,
                                                std::uint64_t n) {
  const SearchSpace& space = *config.space;
  WandbRuns known = wandb_runs(config, runs);
  const WandbDraws draws = numpy_draws(seed);
  std::vector<Suggestion> suggestions;
  for (std::uint64_t i = 0; i < n; ++i) {
    const WandbTraining training = training_of(known, rules);
    WandbProposal proposal = wandb_proposal(training, draws);
    // Quirk 22: with a model, that is with a deviation, the reference stops at such a row.
    if (has_nan(training.running_rows) && !std::isnan(proposal.explanation.predicted_sd)) {
      throw SpecError("a run that has no result yet has a value outside its parameter's range");
    }
    Point point = wandb_point(space, proposal.coordinates);
    known.add(wandb_row(run_at(space, point), space), {});
    suggestions.push_back({std::move(point), std::move(proposal.explanation)});
  }
  return suggestions;
}

}  // namespace sweep
