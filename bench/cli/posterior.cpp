#include <fmt/format.h>
#include <fmt/ranges.h>

#include <memory>
#include <optional>

#include "algorithms/text/error.hpp"
#include "bench/cli/verbs.hpp"
#include "bench/experiment/behaviour.hpp"
#include "bench/experiment/method.hpp"
#include "bench/experiment/numbers.hpp"
#include "bench/experiment/points.hpp"
#include "bench/reports/text_table.hpp"
#include "bench/sweep/posterior.hpp"
#include "bench/sweep/run_warnings.hpp"
#include "bench/sweep/running_sweep.hpp"
#include "bench/terminal/flags.hpp"
#include "bench/terminal/input.hpp"
#include "bench/terminal/output.hpp"
#include "bench/terminal/screen.hpp"

namespace sweep {
namespace {

struct PosteriorFlags {
  std::string file;
  std::string runs;
  std::string at;
  std::string length_scale;
  std::string seed = "1";
  std::vector<std::string> settings;
  bool wandb_compat = false;
  bool json = false;
};

std::optional<double> length_scale_of(const PosteriorFlags& flags) {
  if (flags.length_scale.empty()) return std::nullopt;
  if (!flags.wandb_compat) {
    throw SpecError("--length-scale: only W&B's model has one for all columns; add --wandb-compat");
  }
  const double length = parse_real("--length-scale", flags.length_scale);
  if (length >= 1e-5 && length <= 1e5) return length;
  throw SpecError(
      fmt::format("--length-scale {}: expected a number from 1e-5 to 1e5", flags.length_scale));
}

SweepConfig read_bayes_sweep(const PosteriorFlags& flags) {
  RunningSweep sweep = read_running_sweep(flags.file, behaviour_of(flags.wandb_compat));
  for (const std::string& warning : sweep.warnings) print_warning(warning);
  if (sweep.config.method == "bayes") return std::move(sweep.config);
  throw SpecError(fmt::format("{}: method {} has no model; expected a bayes sweep",
                              input_name(flags.file), sweep.config.method));
}

ModelView model_of(const PosteriorFlags& flags, const SweepConfig& config,
                   const std::vector<Run>& runs) {
  const std::optional<double> length_scale = length_scale_of(flags);
  const Settings settings = searcher_settings(flags.settings, config.method);
  for (const std::string& warning : old_option_names(parse_settings(flags.settings))) {
    print_warning(warning);
  }
  if (flags.wandb_compat) {
    const std::string missing = metric_warning(
        runs, *config.metric, MetricPlaces::history_and_summary, Behaviour::as_wandb);
    if (!missing.empty()) print_warning(missing);
    return reference_model(config, runs, settings, parse_numpy_seed(flags.seed), length_scale);
  }
  SearcherModel own = searcher_model(config, runs, settings, input_name(flags.runs));
  for (const std::string& warning : own.warnings) print_warning(warning);
  return std::move(own.model);
}

List to_list(const std::vector<double>& numbers) { return {numbers.begin(), numbers.end()}; }

List to_list(const std::vector<std::vector<double>>& rows) {
  List list;
  for (const auto& row : rows) list.push_back(to_list(row));
  return list;
}

List columns_of(const SearchSpace& space) {
  List names;
  for (const Parameter& parameter : space) {
    if (kind(parameter.distribution) != Kind::constant) names.push_back(parameter.name);
  }
  return names;
}

// Expected losses in the units of the metric.
std::vector<Explanation> explanations(const ModelView& model, const SweepConfig& config,
                                      const std::vector<std::vector<double>>& rows) {
  std::vector<Explanation> said;
  for (const auto& row : rows) {
    said.push_back(model.at(row));
    if (config.metric->maximise) said.back().predicted_loss *= -1;
  }
  return said;
}

Value to_value(const ModelView& model, const SearchSpace& space,
               const std::vector<Explanation>& said) {
  List points;
  for (const Explanation& point : said) {
    points.push_back(Map{{"mean", point.predicted_loss},
                         {"sd", point.predicted_sd},
                         {"ei", point.expected_improvement},
                         {"pi", point.probability_of_improvement}});
  }
  return Map{{"columns", columns_of(space)},
             {"rows", to_list(model.rows)},
             {"running_rows", to_list(model.running_rows)},
             {"targets", to_list(model.targets)},
             {"length_scales", to_list(model.length_scales)},
             {"noise", model.noise},
             {"jitter", model.jitter},
             {"log_marginal_likelihood", model.log_likelihood},
             {"points", points}};
}

std::string model_text(const ModelView& model, const SweepConfig& config,
                       const std::vector<Explanation>& said) {
  TextTable table({"point", config.metric->name, "deviation", "EI", "PI"}, 0);
  for (const Explanation& point : said) {
    table.add({fmt::format("{}", &point - said.data() + 1),
               fmt::format("{:.6g}", point.predicted_loss),
               fmt::format("{:.6g}", point.predicted_sd),
               fmt::format("{:.6g}", point.expected_improvement),
               fmt::format("{:.6g}", point.probability_of_improvement)});
  }
  return fmt::format(
      "{}\n{} rows, {} running; log marginal likelihood {:.6g}; noise {:.6g}, jitter {:.6g}; "
      "length scales {:.6g}\n",
      table.to_text(output_columns()), model.rows.size(), model.running_rows.size(),
      model.log_likelihood, model.noise, model.jitter, fmt::join(model.length_scales, ", "));
}

ExitCode posterior(const PosteriorFlags& flags) {
  check_standard_input({flags.file, flags.runs, flags.at});
  const SweepConfig config = read_bayes_sweep(flags);
  const SearchSpace& space = *config.space;
  const std::vector<Run> runs = read_runs_file(flags.runs);
  const auto rows = read_unit_rows(read_json_argument(flags.at), space, [&](const Point& point) {
    return flags.wandb_compat ? reference_row(point, space) : unit_row(point, space);
  });
  const ModelView model = model_of(flags, config, runs);
  const std::vector<Explanation> said = explanations(model, config, rows);
  if (!model.fallback.empty()) print_warning("next proposes points at " + model.fallback);
  if (flags.json) {
    print_json(to_value(model, space, said));
  } else {
    print_text(model_text(model, config, said));
  }
  return kDone;
}

}  // namespace

Action add_posterior(Flags& flags) {
  const auto given = std::make_shared<PosteriorFlags>();
  flags.required("FILE", given->file, "sweep file of method bayes (YAML or JSON); - for stdin");
  flags.required("--runs", given->runs, "runs so far, as W&B exports them (JSON); - for stdin");
  flags.required(
      "--at", given->at,
      "points as JSON: in place, in a file, or - for the standard input; rows of the "
      "unit cube, a coordinate for each parameter that is no constant, or configurations");
  flags.optional("--length-scale", given->length_scale,
                 "instead of the fitted one, with --wandb-compat");
  flags.optional(
      "--seed", given->seed,
      "with --wandb-compat, names the draw of 100 runs where there are more (default 1)");
  flags.repeated("--set", given->settings,
                 "an option of the searcher: bayes.additive=false; repeat");
  flags.toggle("--wandb-compat", given->wandb_compat, "the model of W&B's engine");
  flags.toggle("--json", given->json, "print JSON, with what the model learnt from");
  flags.examples(
      "mean and deviation are in the metric's units, EI in those of the model's targets.\n"
      "Example:\n"
      "  sweep-bench posterior sweep.yaml --runs runs.json --at '[[0.1, 0.5], {\"x\":3}]'");
  return [given] { return posterior(*given); };
}

}  // namespace sweep
