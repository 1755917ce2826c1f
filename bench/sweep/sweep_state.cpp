#include "bench/sweep/sweep_state.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "algorithms/config/configuration.hpp"
#include "algorithms/text/error.hpp"
#include "bench/experiment/method.hpp"
#include "bench/terminal/input.hpp"
#include "bench/terminal/output.hpp"

namespace sweep {
namespace {

std::vector<Observation> curve_of(const Run& run, const Metric& metric) {
  std::vector<double> values = valid_history(run, metric.name);
  const auto best = best_value(run, metric.name, metric.maximise);
  if (best && std::find(values.begin(), values.end(), *best) == values.end()) {
    values.push_back(*best);
  }
  std::vector<Observation> curve;
  for (const double value : values) {
    const int step = static_cast<int>(curve.size()) + 1;
    curve.push_back({step, metric.maximise ? -value : value});
  }
  return curve;
}

}  // namespace

SweepConfig read_running_sweep(const std::string& file, Behaviour behaviour) {
  SweepConfig config = read_sweep_file(file, {"", behaviour, false});
  const std::string name = input_name(file);
  if (!config.next_errors.empty()) throw ConfigError(name, config.next_errors);
  if (!config.space) throw SpecError(fmt::format("{}: has no parameters", name));
  for (const Diagnostic& warning : config.warnings) print_warning(to_text(name, warning));
  return config;
}

Settings searcher_settings(const std::vector<std::string>& texts, const std::string& method) {
  const Settings settings = parse_settings(texts);
  check_settings(settings, {method});
  return parse_method(method, settings).searcher.options;
}

Trial trial_of(const Run& run, TrialId id, Point point, const SweepConfig& config) {
  Trial trial{id, std::move(point), TrialState::running, {}};
  if (config.metric) trial.curve = curve_of(run, *config.metric);
  if (!is_terminal(run.state)) return trial;
  trial.state = TrialState::failed;
  if (trial.curve.empty()) return trial;
  if (run.state == RunState::finished) trial.state = TrialState::completed;
  if (run.state == RunState::killed) trial.state = TrialState::stopped;
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
