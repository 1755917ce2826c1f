#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <memory>

#include "algorithms/config/configuration.hpp"
#include "algorithms/search/catalog.hpp"
#include "algorithms/search/wandb_bayes.hpp"
#include "algorithms/search/wandb_random.hpp"
#include "bench/cli/numbers.hpp"
#include "bench/cli/output.hpp"
#include "bench/cli/space_flags.hpp"
#include "bench/cli/suggestion.hpp"
#include "bench/cli/sweep_state.hpp"
#include "bench/cli/verbs.hpp"
#include "bench/run/method.hpp"

namespace sweep {
namespace {

constexpr std::uint64_t kMostSuggestions = 100'000;

struct NextFlags {
  std::string file;
  std::string runs;
  std::string n = "1";
  std::string seed = "1";
  std::vector<std::string> settings;
  bool wandb_compat = false;
  bool json = false;
};

Settings settings_of(const NextFlags& flags, const std::string& method) {
  const Settings settings = parse_settings(flags.settings);
  check_settings(settings, {method});
  return parse_method(method, settings).settings;
}

bool has_constants_only(const SearchSpace& space) {
  return std::all_of(space.begin(), space.end(), [](const Parameter& parameter) {
    return std::holds_alternative<Constant>(parameter.distribution);
  });
}

std::vector<Suggestion> ask(Searcher searcher, const std::vector<Run>& runs, const Stream& trials,
                            std::uint64_t n) {
  std::vector<Suggestion> suggestions;
  while (suggestions.size() < n) {
    const TrialId id = runs.size() + suggestions.size();
    std::optional<Point> point = searcher.ask(id, trials.child(id));
    if (!point) break;
    const Explanation* why = searcher.explain();
    suggestions.push_back(
        {*std::move(point), why ? std::optional(*why) : std::optional<Explanation>()});
  }
  return suggestions;
}

std::vector<Suggestion> without_reasons(std::vector<Point> points) {
  std::vector<Suggestion> suggestions;
  suggestions.reserve(points.size());
  for (Point& point : points) suggestions.push_back({std::move(point), std::nullopt});
  return suggestions;
}

// The sweep file's rules, where no --set says otherwise.
ImputeRules impute_rules(const Metric& metric, const Settings& settings) {
  const auto options = parse_options<WandbBayes::Options>(settings, "bayes");
  ImputeRules rules{metric.impute, metric.impute_while_running};
  if (settings.contains("impute")) rules.failed = options.impute;
  if (settings.contains("impute_while_running")) rules.running = options.impute_while_running;
  return rules;
}

// As the reference draws from the same seed; nothing if there is no such way for the method.
std::optional<std::vector<Suggestion>> as_reference(const NextFlags& flags,
                                                    const SweepConfig& config,
                                                    const std::vector<Run>& runs,
                                                    const Settings& settings, std::uint64_t n) {
  if (config.method == "random") {
    const std::uint64_t seed = parse_count("--seed", flags.seed, 0, kLargestSeed);
    return without_reasons(wandb_random_points(*config.space, seed, n));
  }
  if (config.method != "bayes") return std::nullopt;
  constexpr std::uint32_t kLargestNumpySeed = 0xffffffff;
  const std::uint64_t seed = parse_count("--seed", flags.seed, 0, kLargestNumpySeed);
  return wandb_bayes_suggestions(config, runs, impute_rules(*config.metric, settings),
                                 static_cast<std::uint32_t>(seed), n);
}

std::vector<Suggestion> suggestions(const NextFlags& flags, const SweepConfig& config,
                                    const std::vector<Run>& runs) {
  const std::uint64_t n = parse_count("-n", flags.n, 1, kMostSuggestions);
  const Settings settings = settings_of(flags, config.method);
  if (flags.wandb_compat) {
    if (auto drawn = as_reference(flags, config, runs, settings, n)) return *std::move(drawn);
  }
  const std::uint64_t seed = parse_count("--seed", flags.seed, 0, kLargestSeed);
  Searcher searcher = make_searcher(config.method, {*config.space, std::nullopt}, settings);
  // The reference holds any earlier run against a grid of constants, whatever it contains.
  if (flags.wandb_compat && config.method == "grid" && has_constants_only(*config.space)) {
    return runs.empty() ? ask(searcher, runs, Stream(seed), 1) : std::vector<Suggestion>();
  }
  replay(runs, config, searcher);
  const std::string end = flags.wandb_compat ? "" : end_of_sweep(config, runs);
  if (!end.empty()) {
    print_warning(end + ": the sweep is over");
    return {};
  }
  std::uint64_t room = n;
  if (config.run_cap && !flags.wandb_compat) room = std::min(n, *config.run_cap - runs.size());
  return ask(searcher, runs, Stream(seed).child("next").child(config.method), room);
}

int next(const NextFlags& flags) {
  const SweepConfig config = read_running_sweep(flags.file, behaviour_of(flags.wandb_compat));
  const std::vector<Run> runs =
      flags.runs.empty() ? std::vector<Run>() : read_runs_file(flags.runs);
  const std::vector<Suggestion> proposed = suggestions(flags, config, runs);
  List answers;
  for (const Suggestion& suggestion : proposed) {
    answers.push_back(
        Map{{"config", to_configuration(*config.space, suggestion.point.values)},
            {"search_info", search_info(suggestion, config, behaviour_of(flags.wandb_compat))}});
  }
  const bool is_over = proposed.size() < parse_count("-n", flags.n, 1, kMostSuggestions);
  if (is_over) answers.push_back(Value());
  if (flags.json) {
    print_json(Map{{"runs", answers}});
    return 0;
  }
  for (const Suggestion& suggestion : proposed) {
    print_json(to_configuration(*config.space, suggestion.point.values));
    if (suggestion.explanation && !suggestion.explanation->fallback.empty()) {
      print_warning(suggestion.explanation->fallback);
    }
  }
  if (is_over) fmt::print(stderr, "nothing is left to try\n");
  return 0;
}

}  // namespace

Action add_next(CLI::App& app) {
  const auto flags = std::make_shared<NextFlags>();
  app.add_option("FILE", flags->file, "sweep file (YAML or JSON); - for standard input")
      ->required();
  app.add_option("--runs", flags->runs, "runs so far, as W&B exports them (JSON); - for stdin");
  app.add_option("-n", flags->n, "how many configurations (default 1)");
  app.add_option("--seed", flags->seed, "names the random numbers (default 1)");
  app.add_option("--set", flags->settings, "an option of the searcher: grid.levels=10; repeat")
      ->allow_extra_args(false);
  app.add_flag("--wandb-compat", flags->wandb_compat, "as W&B's engine answers, quirks included");
  app.add_flag("--json", flags->json, "print JSON; null once nothing is left to try");
  app.footer("Example:\n  sweep-bench next sweep.yaml --runs runs.json -n 4 --json");
  return [flags] { return next(*flags); };
}

}  // namespace sweep
