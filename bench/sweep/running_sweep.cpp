#include "bench/sweep/running_sweep.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

#include "algorithms/config/point_reader.hpp"
#include "algorithms/config/text_file.hpp"
#include "algorithms/schedule/none.hpp"
#include "algorithms/search/catalog.hpp"
#include "algorithms/text/error.hpp"
#include "algorithms/wandb/trial.hpp"
#include "bench/experiment/method.hpp"
#include "bench/sweep/run_warnings.hpp"

namespace sweep {

RunningSweep read_running_sweep(const std::string& file, Behaviour behaviour) {
  RunningSweep sweep{read_sweep_file(file, {"", behaviour, false, SweepUse::next_run}), {}};
  const SweepConfig& config = sweep.config;
  const std::string name = input_name(file);
  if (!config.next_errors.empty()) throw ConfigError(name, config.next_errors);
  if (config.method == "custom") {
    throw SpecError(
        fmt::format("{}: method: custom proposes no runs; expected grid, random, bayes", name));
  }
  if (!config.space) throw SpecError(fmt::format("{}: has no parameters", name));
  for (const Diagnostic& warning : config.warnings) {
    sweep.warnings.push_back(to_text(name, warning));
  }
  return sweep;
}

Settings searcher_settings(const std::vector<std::string>& texts, const std::string& method) {
  const Settings settings = parse_settings(texts);
  check_settings(settings, {method});
  return parse_method(method, settings).searcher.options;
}

Tuner tuner_of(const SweepConfig& config, const Settings& settings, const Stream& trials) {
  constexpr std::uint64_t kNoEnd = std::numeric_limits<std::uint64_t>::max();
  return Tuner({make_searcher(config.method, {*config.space, std::nullopt}, settings),
                NoScheduler({1}, {}), Budget(BudgetUnit::trials, kNoEnd, 1), trials});
}

std::vector<std::string> adopt_runs(const std::vector<Run>& runs, const SweepConfig& config,
                                    Tuner& tuner) {
  const PointReader reader(*config.space);
  std::vector<std::string> ignored;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    std::optional<Point> point = reader.point(runs[i].config);
    if (point) {
      tuner.adopt(trial_with_summary(runs[i], i, *std::move(point), config.metric));
    } else {
      ignored.push_back(label_of(runs, i) + ": " + reader.obstacle(runs[i].config));
    }
  }
  tuner.begin_at(runs.size());
  return ignored;
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
