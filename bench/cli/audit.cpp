#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "algorithms/config/early_stopping.hpp"
#include "algorithms/text/error.hpp"
#include "bench/cli/verbs.hpp"
#include "bench/experiment/numbers.hpp"
#include "bench/reports/text_table.hpp"
#include "bench/sweep/audit.hpp"
#include "bench/sweep/run_warnings.hpp"
#include "bench/terminal/flags.hpp"
#include "bench/terminal/input.hpp"
#include "bench/terminal/iteration_flag.hpp"
#include "bench/terminal/output.hpp"
#include "bench/terminal/screen.hpp"

namespace sweep {
namespace {

constexpr std::size_t kTops[] = {1, 3};

struct AuditFlags {
  std::string runs;
  std::string schedulers;
  std::string config;
  std::string metric;
  std::string goal;
  std::string workers;
  std::string iteration = "reports";
  bool json = false;
};

Metric metric_of(const AuditFlags& flags, const std::optional<SweepConfig>& config) {
  Metric metric;
  if (config && config->metric) metric = *config->metric;
  if (!flags.metric.empty()) metric = Metric{flags.metric, false, {}, Impute::worst, {}};
  if (metric.name.empty()) throw SpecError("audit needs --metric NAME, or --config with a metric");
  if (flags.goal.empty()) return metric;
  if (flags.goal != "minimize" && flags.goal != "maximize") {
    throw SpecError(fmt::format("--goal {}: expected minimize or maximize", flags.goal));
  }
  metric.maximise = flags.goal == "maximize";
  return metric;
}

History read_history(const AuditFlags& flags, const Metric& metric) {
  const Iteration iteration = parse_iteration(flags.iteration);
  const std::vector<Run> runs = read_runs_file(flags.runs);
  if (runs.empty()) throw SpecError(fmt::format("{}: has no runs", input_name(flags.runs)));
  const std::string missing =
      metric_warning(runs, metric, MetricPlaces::history, Behaviour::corrected);
  History history = history_of(runs, metric, iteration);
  if (history.runs.empty()) {
    throw SpecError(missing.empty() ? "no run has reported anything yet" : missing);
  }
  if (!missing.empty()) print_warning(missing);
  const std::string odd_steps = step_warning(runs, iteration);
  if (!odd_steps.empty()) print_warning(odd_steps);
  return history;
}

void warn_of_length(const SweepConfig& config, const History& history) {
  const auto length = pruner_length(config);
  if (!length || *length == history.max_step) return;
  print_warning(
      fmt::format("max_resource {}: the longest run, {} steps, is taken for a full trial instead",
                  *length, history.max_step));
}

// All side by side if nothing is said. More of them than runs have nothing to do.
std::size_t workers_of(const AuditFlags& flags, const History& history) {
  const std::size_t runs = history.runs.size();
  if (flags.workers.empty()) return runs;
  return std::min<std::size_t>(runs, parse_count("--workers", flags.workers, 1, kMostWorkers));
}

Value to_value(const Audit& audit, const History& history, const Metric& metric) {
  List stops;
  for (std::size_t i = 0; i < audit.runs.size(); ++i) {
    const ReplayedRun& run = audit.runs[i];
    if (!run.stopped) continue;
    const Reason reason = metric.maximise ? negated(run.reason) : run.reason;
    stops.push_back(
        Map{{"run", history.names[i]}, {"step", run.steps}, {"reason", to_text(reason)}});
  }
  Map row{{"scheduler", to_text(audit.scheduler)},
          {"steps", audit.steps()},
          {"saved", history.steps - audit.steps()},
          {"saved_percent", percent_saved(audit, history)},
          {"stopped", audit.stopped()}};
  for (const std::size_t k : kTops) {
    const std::vector<std::string> names = winners_stopped(audit, history, k);
    row.push_back({fmt::format("top_{}_stopped", k), List(names.begin(), names.end())});
  }
  row.push_back({"stops", stops});
  return row;
}

std::string audits_text(const std::vector<Audit>& audits, const History& history) {
  TextTable table(
      {"scheduler", "best stopped", "of best 3 stopped", "stopped", "steps", "saved", "%"}, 3);
  for (const Audit& audit : audits) {
    std::vector<std::string> row{to_text(audit.scheduler)};
    for (const std::size_t k : kTops) {
      const std::vector<std::string> names = winners_stopped(audit, history, k);
      row.push_back(names.empty() ? "-" : fmt::format("{}", fmt::join(names, ", ")));
    }
    row.push_back(fmt::format("{}", audit.stopped()));
    row.push_back(fmt::format("{}", audit.steps()));
    row.push_back(fmt::format("{}", history.steps - audit.steps()));
    row.push_back(fmt::format("{:.1f}", percent_saved(audit, history)));
    table.add(std::move(row));
  }
  return table.to_text(output_columns()) + fmt::format("\n{} runs, {} steps; the longest has {}\n",
                                                       history.runs.size(), history.steps,
                                                       history.max_step);
}

std::optional<SweepConfig> read_config(const AuditFlags& flags) {
  if (flags.config.empty()) return std::nullopt;
  SweepConfig config =
      read_sweep_file(flags.config, {"", Behaviour::corrected, false, SweepUse::stop_runs});
  for (const Diagnostic& warning : config.warnings) {
    print_warning(to_text(input_name(flags.config), warning));
  }
  return config;
}

ExitCode audit(const AuditFlags& flags) {
  check_standard_input({flags.runs, flags.config});
  const std::optional<SweepConfig> config = read_config(flags);
  const Metric metric = metric_of(flags, config);
  const History history = read_history(flags, metric);
  if (config) warn_of_length(*config, history);
  const std::size_t workers = workers_of(flags, history);
  const auto asked_for =
      flags.schedulers.empty() ? std::vector<std::string>() : split_list(flags.schedulers);
  std::vector<Audit> audits;
  for (NamedOptions& named : schedulers_to_audit(asked_for, config)) {
    for (const std::string& warning : scheduler_warnings(named, history)) print_warning(warning);
    audits.push_back(audit_history(std::move(named), history, workers));
  }
  if (!flags.json) {
    print_text(audits_text(audits, history));
    return kDone;
  }
  List rows;
  for (const Audit& done : audits) rows.push_back(to_value(done, history, metric));
  print_json(Map{{"runs", static_cast<std::int64_t>(history.runs.size())},
                 {"steps", history.steps},
                 {"max_step", history.max_step},
                 {"schedulers", rows}});
  return kDone;
}

}  // namespace

Action add_audit(Flags& flags) {
  const auto given = std::make_shared<AuditFlags>();
  flags.required("RUNS", given->runs,
                 "runs that are over, as W&B exports them (JSON); - for stdin");
  flags.optional("--scheduler", given->schedulers,
                 "schedulers with options: asha?eta=4,median; all at their defaults if none");
  flags.optional("--config", given->config,
                 "sweep file: its metric, and how it stops runs early beside --scheduler");
  flags.optional("--metric", given->metric, "the metric's name, instead of the sweep file's");
  flags.optional("--goal", given->goal, "minimize (the default) or maximize");
  flags.optional(
      "--workers", given->workers,
      "how many runs go side by side (default all); median and percentile, which compare "
      "with runs that are complete, need few");
  add_iteration_flag(flags, given->iteration);
  flags.toggle("--json", given->json, "print JSON, with each run that is stopped and why");
  flags.examples(
      "Replays the runs, a step of each worker's in turn, under every scheduler: how many steps\n"
      "it would have saved, and which of the best finished runs, by their last value, it would "
      "have\n"
      "stopped. The longest run is a full trial; what is paused for good counts as stopped. "
      "Losses\n"
      "are negated where options mean them, if the metric is maximised.\n"
      "Example:\n"
      "  sweep-bench audit runs.json --metric loss --scheduler 'asha?eta=4,percentile'");
  return [given] { return audit(*given); };
}

}  // namespace sweep
