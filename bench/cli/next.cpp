#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "algorithms/config/configuration.hpp"
#include "algorithms/config/run_list.hpp"
#include "algorithms/config/sweep_config.hpp"
#include "algorithms/search/catalog.hpp"
#include "algorithms/search/wandb_random.hpp"
#include "algorithms/space/error.hpp"
#include "bench/cli/numbers.hpp"
#include "bench/cli/output.hpp"
#include "bench/cli/verbs.hpp"
#include "bench/run/method.hpp"

namespace sweep {
namespace {

constexpr std::uint64_t kMostSuggestions = 1'000'000;

struct NextFlags {
  std::string file;
  std::string runs;
  std::string n = "1";
  std::string seed = "1";
  std::vector<std::string> settings;
  bool wandb_compat = false;
  bool json = false;
};

SweepConfig read_config(const NextFlags& flags) {
  const auto behaviour = flags.wandb_compat ? Behaviour::as_wandb : Behaviour::corrected;
  SweepConfig config = read_sweep_file(flags.file, {"", behaviour, false});
  if (!config.next_errors.empty()) throw ConfigError(flags.file, config.next_errors);
  if (!config.space) throw SpecError(fmt::format("{}: has no parameters", flags.file));
  for (const Diagnostic& warning : config.warnings) print_warning(to_text(flags.file, warning));
  return config;
}

Trial trial_of(const Run& run, TrialId id, Point point, const SweepConfig& config) {
  Trial trial{id, std::move(point), TrialState::running, {}};
  if (config.metric) {
    const double sign = config.metric->maximise ? -1 : 1;
    for (const double value : valid_history(run, config.metric->name)) {
      trial.curve.push_back({static_cast<int>(trial.curve.size()) + 1, sign * value});
    }
  }
  if (is_terminal(run.state)) {
    const bool has_result = run.state == RunState::finished && !trial.curve.empty();
    trial.state = has_result ? TrialState::completed : TrialState::failed;
  }
  return trial;
}

// Brings the runs so far to the searcher.
void replay(const std::vector<Run>& runs, const SweepConfig& config, Searcher& searcher) {
  std::size_t ignored = 0;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    std::optional<Point> point = from_configuration(*config.space, runs[i].config);
    if (!point) {
      ++ignored;
      continue;
    }
    const Trial trial = trial_of(runs[i], i, *std::move(point), config);
    if (trial.state == TrialState::running) {
      searcher.observe(trial);
    } else {
      searcher.tell(trial);
    }
  }
  if (ignored > 0) {
    print_warning(fmt::format("{} of {} runs are no points of this space and are ignored", ignored,
                              runs.size()));
  }
}

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

std::vector<Point> ask(Searcher searcher, const std::vector<Run>& runs, const Stream& trials,
                       std::uint64_t n) {
  std::vector<Point> points;
  while (points.size() < n) {
    const TrialId id = runs.size() + points.size();
    std::optional<Point> point = searcher.ask(id, trials.child(id));
    if (!point) break;
    points.push_back(*std::move(point));
  }
  return points;
}

// Why the sweep is over whatever the searcher says; "" if it goes on. W&B's engine never asks.
std::string end_of_sweep(const SweepConfig& config, const std::vector<Run>& runs) {
  if (config.run_cap && runs.size() >= *config.run_cap) {
    return fmt::format("run_cap {} is reached", *config.run_cap);
  }
  if (!config.metric || !config.metric->target) return "";
  const Metric& metric = *config.metric;
  const bool reached = std::any_of(runs.begin(), runs.end(), [&](const Run& run) {
    const auto best = best_value(run, metric.name, metric.maximise);
    return best && (metric.maximise ? *best >= *metric.target : *best <= *metric.target);
  });
  return reached ? fmt::format("a run has reached the target {}", *metric.target) : "";
}

std::vector<Point> suggestions(const NextFlags& flags, const SweepConfig& config,
                               const std::vector<Run>& runs) {
  const std::uint64_t n = parse_count("-n", flags.n, 1, kMostSuggestions);
  const std::uint64_t seed = parse_count("--seed", flags.seed, 0, kLargestSeed);
  const Settings settings = settings_of(flags, config.method);
  if (flags.wandb_compat && config.method == "random") {
    return wandb_random_points(*config.space, seed, n);
  }
  Searcher searcher = make_searcher(config.method, {*config.space, std::nullopt}, settings);
  // The reference holds any earlier run against a grid of constants, whatever it contains.
  if (flags.wandb_compat && config.method == "grid" && has_constants_only(*config.space)) {
    return runs.empty() ? ask(searcher, runs, Stream(seed), 1) : std::vector<Point>();
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
  const SweepConfig config = read_config(flags);
  const std::vector<Run> runs =
      flags.runs.empty() ? std::vector<Run>() : read_runs_file(flags.runs);
  const std::vector<Point> points = suggestions(flags, config, runs);
  List answers;
  for (const Point& point : points) {
    answers.push_back(
        Map{{"config", to_configuration(*config.space, point.values)}, {"search_info", Map{}}});
  }
  const bool is_over = points.size() < parse_count("-n", flags.n, 1, kMostSuggestions);
  if (is_over) answers.push_back(Value());
  if (flags.json) {
    print_json(Map{{"runs", answers}});
    return 0;
  }
  for (const Point& point : points) print_json(to_configuration(*config.space, point.values));
  if (is_over) print_text("nothing is left to try\n");
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
