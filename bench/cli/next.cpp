#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <memory>

#include "algorithms/config/configuration.hpp"
#include "algorithms/search/catalog.hpp"
#include "algorithms/wandb/random.hpp"
#include "bench/cli/verbs.hpp"
#include "bench/experiment/behaviour.hpp"
#include "bench/experiment/numbers.hpp"
#include "bench/sweep/suggestion.hpp"
#include "bench/sweep/sweep_state.hpp"
#include "bench/terminal/flags.hpp"
#include "bench/terminal/input.hpp"
#include "bench/terminal/output.hpp"

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

// A line for each reason, not for each point.
void print_fallbacks(const std::vector<Suggestion>& suggestions) {
  std::map<std::string, std::size_t> reasons;
  for (const Suggestion& suggestion : suggestions) {
    if (!suggestion.explanation || suggestion.explanation->fallback.empty()) continue;
    ++reasons[suggestion.explanation->fallback];
  }
  for (const auto& [reason, count] : reasons) {
    const bool is_all = count == suggestions.size();
    print_warning(is_all ? reason
                         : fmt::format("{} of {} points: {}", count, suggestions.size(), reason));
  }
}

std::vector<Suggestion> without_reasons(std::vector<Point> points) {
  std::vector<Suggestion> suggestions;
  suggestions.reserve(points.size());
  for (Point& point : points) suggestions.push_back({std::move(point), std::nullopt});
  return suggestions;
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
  return wandb_bayes_suggestions(config, runs, impute_rules(*config.metric, settings),
                                 parse_numpy_seed(flags.seed), n);
}

std::vector<Suggestion> suggestions(const NextFlags& flags, const SweepConfig& config,
                                    const std::vector<Run>& runs) {
  const std::uint64_t n = parse_count("-n", flags.n, 1, kMostSuggestions);
  const Settings settings = searcher_settings(flags.settings, config.method);
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

ExitCode next(const NextFlags& flags) {
  check_standard_input({flags.file, flags.runs});
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
    return kDone;
  }
  for (const Suggestion& suggestion : proposed) {
    print_json(to_configuration(*config.space, suggestion.point.values));
  }
  print_fallbacks(proposed);
  if (is_over) fmt::print(stderr, "nothing is left to try\n");
  return kDone;
}

}  // namespace

Action add_next(Flags& flags) {
  const auto given = std::make_shared<NextFlags>();
  flags.required("FILE", given->file, "sweep file (YAML or JSON); - for standard input");
  flags.optional("--runs", given->runs, "runs so far, as W&B exports them (JSON); - for stdin");
  flags.optional("-n", given->n, "how many configurations (default 1)");
  flags.optional("--seed", given->seed, "names the random numbers (default 1)");
  flags.repeated("--set", given->settings, "an option of the searcher: grid.levels=10; repeat");
  flags.toggle("--wandb-compat", given->wandb_compat, "as W&B's engine answers, quirks included");
  flags.toggle("--json", given->json, "print JSON; null once nothing is left to try");
  flags.examples("Example:\n  sweep-bench next sweep.yaml --runs runs.json -n 4 --json");
  return [given] { return next(*given); };
}

}  // namespace sweep
