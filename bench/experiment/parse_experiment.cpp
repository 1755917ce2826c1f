#include "bench/experiment/parse_experiment.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>

#include "algorithms/config/text_file.hpp"
#include "algorithms/search/catalog.hpp"
#include "algorithms/text/error.hpp"
#include "bench/experiment/error_list.hpp"
#include "bench/experiment/experiment_file.hpp"
#include "bench/experiment/form_hints.hpp"
#include "bench/experiment/given_space.hpp"
#include "bench/experiment/method.hpp"
#include "bench/experiment/numbers.hpp"
#include "bench/experiment/objective_texts.hpp"

namespace sweep {
namespace {

constexpr std::uint64_t kDefaultTrials = 25;
constexpr std::uint64_t kMostThreads = 1024;
constexpr const char* kDefaultSeeds = "20";
constexpr const char* kDefaultMethod = "random";

using Warnings = std::vector<std::string>;

void append(const Warnings& more, Warnings& warnings) {
  warnings.insert(warnings.end(), more.begin(), more.end());
}

std::vector<std::string> methods_of(const ExperimentPatch& said, const GivenSpace& given,
                                    ErrorList& errors, Warnings& warnings) {
  std::vector<std::string> methods;
  for (const GivenText& list : said.methods) {
    errors.attempt(list.mark, [&] {
      check_form(Named::method, list.text);
      for (const std::string& text : split_list(list.text)) {
        methods.push_back(canonical_method(text));
        check_once("method", methods);
        append(old_option_names(text), warnings);
      }
    });
  }
  if (!said.methods.empty()) return methods;
  if (given.method == "custom") {
    throw SpecError("method custom proposes no points; say which to run, as with --method random");
  }
  const std::string searcher = given.method.empty() ? kDefaultMethod : given.method;
  return {given.scheduler.empty() ? searcher : canonical_method(searcher + "+" + given.scheduler)};
}

// The cap is a plain number: with a budget per dimension, the sweep file has to have a space.
std::uint64_t comparable_with_cap(const TrialCount& trials, const GivenSpace& given) {
  if (!trials.per_dimension) return trials.number;
  if (given.space) return trials.on(*given.space);
  throw SpecError(fmt::format("--trials {}: the sweep file has a run_cap; expected a plain number",
                              to_text(trials)));
}

TrialCount trials_of(const ExperimentPatch& said, const GivenSpace& given, Warnings& warnings) {
  // W&B's engine enforces no cap.
  const bool has_cap = given.run_cap && behaviour_of(said) == Behaviour::corrected;
  if (said.trials.text.empty()) return has_cap ? *given.run_cap : kDefaultTrials;
  const TrialCount trials = trial_count(said.trials.text);
  if (!has_cap || *given.run_cap >= comparable_with_cap(trials, given)) return trials;
  warnings.push_back(
      fmt::format("run_cap of the sweep file limits the trials to {}", *given.run_cap));
  return *given.run_cap;
}

// A setting alone, where its place is known.
void check_setting(const GivenText& setting, const ExperimentPatch& said) {
  check_options(parse_settings({setting.text}), behaviour_of(said));
}

Settings settings_of(const ExperimentPatch& said, ErrorList& errors, Warnings& warnings) {
  std::vector<std::string> texts;
  for (const GivenText& setting : said.settings) {
    const bool is_one = errors.attempt(setting.mark, [&] { check_setting(setting, said); });
    if (is_one) texts.push_back(setting.text);
  }
  Settings settings;
  errors.attempt({}, [&] { settings = parse_settings(texts); });
  append(old_option_names(settings), warnings);
  return with_new_option_names(settings);
}

/// Calls `set` with the text of an entry if there is one.
template <class Set>
void take(const GivenText& entry, ErrorList& errors, Set set) {
  if (!entry.text.empty()) errors.attempt(entry.mark, [&] { set(entry.text); });
}

int thread_count(const std::string& text) {
  return static_cast<int>(parse_count("--threads", text, 1, kMostThreads));
}

// A searcher's setting may stand in a file that a flag has taken the searcher out of.
void drop_idle_settings(Experiment& experiment, Warnings& warnings) {
  std::set<std::string_view> idle;
  for (const SearcherRow& row : searcher_catalog()) idle.insert(row.name);
  for (const std::string& method : experiment.methods) {
    idle.erase(parse_method(method, {}).searcher.name);
  }
  std::erase_if(experiment.settings, [&](const auto& setting) {
    const std::string_view name = setting.first;
    const std::string_view owner = name.substr(0, name.find('.'));
    if (!idle.contains(owner)) return false;
    warnings.push_back(
        fmt::format("--set {} has no effect: {} is not among the methods", name, owner));
    return true;
  });
}

bool takes_option(std::string_view searcher, std::string_view option) {
  const SearcherRow* const row = find_searcher(searcher);
  if (!row) return false;
  const std::vector<OptionRow> options = row->options();
  return std::any_of(options.begin(), options.end(),
                     [&](const OptionRow& one) { return one.name == option; });
}

// The sweep file's rules for losses that are missing, where no setting says otherwise, for the
// searchers that have such rules.
void add_imputation(Experiment& experiment, const Settings& imputation) {
  for (const std::string& text : experiment.methods) {
    const Method method = parse_method(text, {});
    const std::string searcher = catalog_name(method, experiment.behaviour);
    for (const auto& [option, value] : imputation) {
      if (!takes_option(searcher, option)) continue;
      experiment.settings.try_emplace(method.searcher.name + "." + option, value);
    }
  }
}

/// What the keys mean, each on its own; what is wrong with them goes to `errors`.
void take_keys(const ExperimentPatch& said, const GivenSpace& given, ParsedExperiment& parsed,
               ErrorList& errors) {
  Experiment& experiment = parsed.experiment;
  errors.attempt(said.seeds.mark, [&] {
    experiment.seeds = parse_seeds(said.seeds.text.empty() ? kDefaultSeeds : said.seeds.text);
    check_once("seed", experiment.seeds);
  });
  errors.attempt(said.trials.mark,
                 [&] { experiment.trials = trials_of(said, given, parsed.warnings); });
  take(said.budget, errors,
       [&](const std::string& text) { experiment.budget = budget_unit(text); });
  take(said.workers, errors, [&](const std::string& text) {
    experiment.workers = parse_count("--workers", text, 1, kMostWorkers);
  });
  experiment.settings = settings_of(said, errors, parsed.warnings);
  take(said.record, errors,
       [&](const std::string& text) { experiment.record = record_level(text); });
  take(said.threads, errors, [&](const std::string& text) { parsed.threads = thread_count(text); });
  parsed.out = said.out.text;
}

// A sweep file's method has the name of W&B's engine, which is not what runs by default.
std::vector<std::string> engine_notes(const ExperimentPatch& said, const GivenSpace& given) {
  const SearcherRow* const row = find_searcher(given.method);
  const bool is_of_file = said.methods.empty() && row && !row->twin.empty();
  if (!is_of_file || behaviour_of(said) == Behaviour::as_wandb) return {};
  return {
      fmt::format("{0} is this program's own engine; W&B's is {1}, which --wandb-compat, too, "
                  "runs for \"method: {0}\"",
                  row->name, row->twin)};
}

/// What was said, taken for what it means.
ParsedExperiment understood(const ExperimentPatch& said) {
  ErrorList errors(said.file_name);
  for (const Diagnostic& misfit : said.misfits) errors.add(misfit);
  ParsedExperiment parsed;
  Experiment& experiment = parsed.experiment;
  GivenSpace given;
  const bool is_known = errors.attempt({}, [&] { given = read_space(said); });
  parsed.warnings = given.warnings;
  experiment.methods = methods_of(said, given, errors, parsed.warnings);
  if (is_known) experiment.objectives = objective_texts(said, given, errors);
  take_keys(said, given, parsed, errors);
  errors.throw_if_any();
  experiment.space = given.space;
  experiment.space_text = given.text;
  experiment.behaviour = behaviour_of(said);
  drop_idle_settings(experiment, parsed.warnings);
  add_imputation(experiment, given.imputation);
  parsed.notes = engine_notes(said, given);
  return parsed;
}

}  // namespace

ParsedExperiment parse_experiment(const std::string& text, const std::string& name,
                                  const ExperimentPatch& patch) {
  return understood(overlaid(read_experiment_file(text, name, patch.wandb_compat), patch));
}

ParsedExperiment read_experiment(const std::string& path, const ExperimentPatch& patch) {
  if (path.empty()) return understood(patch);
  return parse_experiment(read_input(path, TextLimits{}.bytes), input_name(path), patch);
}

}  // namespace sweep
