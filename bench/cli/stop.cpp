#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>

#include "algorithms/config/early_stopping.hpp"
#include "algorithms/text/error.hpp"
#include "bench/cli/verbs.hpp"
#include "bench/experiment/behaviour.hpp"
#include "bench/reports/text_table.hpp"
#include "bench/sweep/early_stop.hpp"
#include "bench/sweep/run_warnings.hpp"
#include "bench/terminal/flags.hpp"
#include "bench/terminal/input.hpp"
#include "bench/terminal/iteration_flag.hpp"
#include "bench/terminal/output.hpp"
#include "bench/terminal/screen.hpp"

namespace sweep {
namespace {

// Bands from min_iter go on to 10^47 or so; nobody reports as much.
constexpr double kLargestBandShown = 1e6;

struct StopFlags {
  std::string file;
  std::string runs;
  std::string iteration = "reports";
  bool explain = false;
  bool wandb_compat = false;
  bool json = false;
};

SweepConfig read_stopping_sweep(const StopFlags& flags) {
  const ReadOptions options{"", behaviour_of(flags.wandb_compat), false, SweepUse::stop_runs};
  SweepConfig config = read_sweep_file(flags.file, options);
  const std::string name = input_name(flags.file);
  if (!config.stop_errors.empty()) throw ConfigError(name, config.stop_errors);
  if (!config.metric) throw SpecError(fmt::format("{}: stop needs a metric section", name));
  for (const Diagnostic& warning : config.warnings) print_warning(to_text(name, warning));
  return config;
}

Counting counting_of(const StopFlags& flags) {
  const Iteration iteration = parse_iteration(flags.iteration);
  if (flags.wandb_compat && iteration != Iteration::report) {
    throw SpecError("--iteration _step: W&B's engine counts reports; leave --wandb-compat out");
  }
  return {behaviour_of(flags.wandb_compat), iteration};
}

NamedOptions scheduler_of(const StopFlags& flags, const SweepConfig& config) {
  if (auto scheduler = early_stopping(config)) return *std::move(scheduler);
  throw SpecError(fmt::format(
      "{}: says nothing of stopping; expected early_terminate, or scheduler.settings.pruner",
      input_name(flags.file)));
}

void warn_of_histories(const StopAnswer& answer, const NamedOptions& scheduler,
                       const Metric& metric, const std::vector<Run>& runs, Counting counting) {
  for (const std::string& warning :
       {metric_warning(runs, metric, MetricPlaces::history, counting.behaviour),
        unseen_warning(answer, scheduler, metric, runs, counting),
        step_warning(runs, counting.iteration)}) {
    if (!warning.empty()) print_warning(warning);
  }
}

std::size_t bands_shown(const StopAnswer& answer) {
  std::size_t shown = 0;
  while (shown < answer.bands.size() && answer.bands[shown] <= kLargestBandShown) ++shown;
  return shown;
}

// Bands that a run has reached, and the next one.
std::size_t bands_to_read(const StopAnswer& answer) {
  const auto is_reached = [](double threshold) { return std::isfinite(threshold); };
  const auto last = std::find_if(answer.thresholds.rbegin(), answer.thresholds.rend(), is_reached);
  const auto reached = static_cast<std::size_t>(answer.thresholds.rend() - last);
  return std::min(reached + 1, bands_shown(answer));
}

// One line for a verdict, in the metric's units.
std::string line_of(const RunVerdict& verdict, const Metric& metric) {
  const Reason reason = metric.maximise ? negated(verdict.reason) : verdict.reason;
  const std::string text = to_text(reason);
  if (!text.empty()) return text;
  return fmt::format("nothing against it after {} step{}", reason.step,
                     reason.step == 1 ? "" : "s");
}

Value to_value(const StopAnswer& answer, const std::vector<Run>& runs, const Metric& metric,
               bool explain) {
  List stop;
  List bands;
  List thresholds;
  Map reasons;
  for (const RunVerdict& verdict : answer.verdicts) {
    const std::string label = label_of(runs, verdict.run);
    if (verdict.stops) stop.emplace_back(label);
    if (verdict.stops || explain) reasons.push_back({label, line_of(verdict, metric)});
  }
  for (std::size_t i = 0; i < bands_shown(answer); ++i) {
    bands.emplace_back(static_cast<std::int64_t>(answer.bands[i]));
    thresholds.emplace_back(answer.thresholds[i]);
  }
  return Map{{"stop", stop},
             {"bands", bands},
             {"n_bands", static_cast<std::int64_t>(answer.bands.size())},
             {"thresholds", thresholds},
             {"reasons", reasons}};
}

std::string bands_text(const StopAnswer& answer, const Metric& metric) {
  if (answer.bands.empty()) return "";
  TextTable table({"band", "step", "threshold"}, 0);
  const std::size_t shown = bands_to_read(answer);
  for (std::size_t i = 0; i < shown; ++i) {
    const double threshold = answer.thresholds[i];
    table.add({fmt::format("{}", i + 1), fmt::format("{:.0f}", answer.bands[i]),
               fmt::format("{}", metric.maximise ? 0.0 - threshold : threshold)});
  }
  const std::size_t hidden = answer.bands.size() - shown;
  const std::string more =
      hidden > 0 ? fmt::format("and {} bands that no run has reached\n", hidden) : "";
  return table.to_text(output_columns()) + more + "\n";
}

std::string to_text(const StopAnswer& answer, const std::vector<Run>& runs, const Metric& metric,
                    bool explain) {
  TextTable table({"run", "decision", "reason"}, 3);
  std::size_t stops = 0;
  std::size_t rows = 0;
  for (const RunVerdict& verdict : answer.verdicts) {
    stops += verdict.stops ? 1 : 0;
    if (!verdict.stops && !explain) continue;
    ++rows;
    table.add(
        {label_of(runs, verdict.run), verdict.stops ? "stop" : "keep", line_of(verdict, metric)});
  }
  return (explain ? bands_text(answer, metric) : "") +
         (rows > 0 ? table.to_text(output_columns()) + "\n" : "") +
         fmt::format("{} of {} running runs to stop\n", stops, answer.verdicts.size());
}

ExitCode stop(const StopFlags& flags) {
  check_standard_input({flags.file, flags.runs});
  const SweepConfig config = read_stopping_sweep(flags);
  const std::vector<Run> runs = read_runs_file(flags.runs);
  const Metric& metric = *config.metric;
  const Counting counting = counting_of(flags);
  const NamedOptions scheduler = scheduler_of(flags, config);
  const StopAnswer answer = config.early_terminate
                                ? stop_by_bands(config, runs, counting)
                                : stop_by_scheduler(scheduler, metric, runs, counting.iteration);
  warn_of_histories(answer, scheduler, metric, runs, counting);
  if (flags.json) {
    print_json(to_value(answer, runs, metric, flags.explain));
  } else {
    print_text(to_text(answer, runs, metric, flags.explain));
  }
  return kDone;
}

}  // namespace

Action add_stop(Flags& flags) {
  const auto given = std::make_shared<StopFlags>();
  flags.required("FILE", given->file,
                 "sweep file (YAML or JSON) with early_terminate, or with a pruner in "
                 "scheduler.settings; - for stdin");
  flags.required("--runs", given->runs, "runs so far, as W&B exports them (JSON); - for stdin");
  add_iteration_flag(flags, given->iteration);
  flags.toggle("--explain", given->explain, "bands and thresholds, and why the others are kept");
  flags.toggle("--wandb-compat", given->wandb_compat, "as W&B's engine answers, quirks included");
  flags.toggle("--json", given->json,
               "print JSON; thresholds of a metric that is maximised are negated");
  flags.examples("Example:\n  sweep-bench stop sweep.yaml --runs runs.json --explain");
  return [given] { return stop(*given); };
}

}  // namespace sweep
