#include "bench/cli/sweep_state.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "algorithms/config/configuration.hpp"
#include "algorithms/space/error.hpp"
#include "bench/cli/input.hpp"
#include "bench/cli/output.hpp"

namespace sweep {

SweepConfig read_running_sweep(const std::string& file, Behaviour behaviour) {
  SweepConfig config = read_sweep_file(file, {"", behaviour, false});
  const std::string name = input_name(file);
  if (!config.next_errors.empty()) throw ConfigError(name, config.next_errors);
  if (!config.space) throw SpecError(fmt::format("{}: has no parameters", name));
  for (const Diagnostic& warning : config.warnings) print_warning(to_text(name, warning));
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

}  // namespace sweep
