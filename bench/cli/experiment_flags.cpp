#include "bench/cli/experiment_flags.hpp"

#include <fmt/format.h>

#include <set>

#include "algorithms/search/catalog.hpp"
#include "algorithms/search/wandb_bayes.hpp"
#include "algorithms/text/error.hpp"
#include "algorithms/text/excerpt.hpp"
#include "algorithms/text/named_options.hpp"
#include "algorithms/text/names.hpp"
#include "bench/experiment/error_list.hpp"
#include "bench/experiment/method.hpp"
#include "bench/session/build_info.hpp"
#include "bench/terminal/flags.hpp"
#include "bench/terminal/input.hpp"
#include "bench/terminal/numbers.hpp"
#include "bench/terminal/output.hpp"
#include "objectives/catalog.hpp"
#include "objectives/expand.hpp"
#include "objectives/family.hpp"
#include "objectives/spec.hpp"
#include "objectives/tutorial.hpp"

namespace sweep {
namespace {

constexpr std::uint64_t kDefaultTrials = 25;
constexpr std::uint64_t kMostThreads = 1024;
constexpr const char* kDefaultSeeds = "20";
constexpr const char* kDefaultMethod = "random";

std::vector<std::string> methods_of(const ExperimentFlags& flags, const GivenSpace& given,
                                    ErrorList& errors) {
  std::vector<std::string> methods;
  for (const GivenText& list : flags.methods) {
    errors.attempt(list.mark, [&] {
      for (const std::string& text : split_list(list.text)) {
        methods.push_back(canonical_method(text));
        for (const std::string& warning : old_option_names(text)) print_warning(warning);
      }
    });
  }
  if (!flags.methods.empty()) return methods;
  const std::string searcher = given.method.empty() ? kDefaultMethod : given.method;
  return {given.scheduler.empty() ? searcher : canonical_method(searcher + "+" + given.scheduler)};
}

std::vector<GivenText> named_objectives(const ExperimentFlags& flags, const GivenSpace& given) {
  if (!flags.objectives.empty()) return flags.objectives;
  if (given.space && !(given.space->find("x") && given.space->find("y"))) {
    throw SpecError(
        "a space is given but no objective: say what to minimise, as in "
        "--objective 'lr**2 + dropout'");
  }
  return {{std::string(Tutorial::kText), {}}};
}

// A metric to maximise is negated where it enters: lower is better everywhere.
std::string negated(const std::string& objective) {
  NamedOptions spec = parse_objective(objective);
  spec.name = fmt::format("-({})", spec.name);
  return to_text(spec);
}

// The objective's one text.
std::string text_of(const std::string& objective, const GivenSpace& given) {
  const bool is_expression = given.space.has_value();  // the others have a space of their own
  return canonical_objective(given.maximise && is_expression ? negated(objective) : objective);
}

// Builds one of those that a text stands for; what is wrong with it names both.
void check_objective(const std::string& one, const std::string& text, const GivenSpace& given) {
  try {
    static_cast<void>(make_objective(one, given.space));
  } catch (const SpecError& error) {
    const std::string_view head = std::string_view(text).substr(0, text.find('?'));
    if (one.starts_with(head)) throw;
    throw SpecError(fmt::format("in \"{}\": {}", excerpt(text), error.what()));
  }
}

// Those that a text stands for. As written they are built first: what is wrong with them is found
// there. Thousands of a family would take a while: what is wrong with one is so with all.
void add_objectives(const std::string& text, const GivenSpace& given,
                    std::vector<std::string>& objectives) {
  const std::vector<std::string> all = expand_objective(text, given.space);
  for (const std::string& one : all) {
    const bool is_like_first = &one != &all.front() && family_member(one);
    if (!is_like_first) check_objective(one, text, given);
    objectives.push_back(text_of(one, given));
  }
}

std::vector<std::string> objectives_of(const ExperimentFlags& flags, const GivenSpace& given,
                                       ErrorList& errors) {
  std::vector<std::string> objectives;
  errors.attempt({}, [&] {
    for (const GivenText& list : named_objectives(flags, given)) {
      errors.attempt(list.mark, [&] {
        for (const std::string& text : split_objectives(list.text)) {
          add_objectives(text, given, objectives);
        }
      });
    }
  });
  return objectives;
}

// The cap is a plain number: with a budget per dimension, the sweep file has to have a space.
std::uint64_t comparable_with_cap(const TrialCount& trials, const GivenSpace& given) {
  if (!trials.per_dimension) return trials.number;
  if (given.space) return trials.on(*given.space);
  throw SpecError(fmt::format("--trials {}: the sweep file has a run_cap; expected a plain number",
                              to_text(trials)));
}

TrialCount trials_of(const ExperimentFlags& flags, const GivenSpace& given) {
  // W&B's engine enforces no cap.
  const bool has_cap = given.run_cap && behaviour_of(flags.space) == Behaviour::corrected;
  if (flags.trials.text.empty()) return has_cap ? *given.run_cap : kDefaultTrials;
  const TrialCount trials = trial_count(flags.trials.text);
  if (!has_cap || *given.run_cap >= comparable_with_cap(trials, given)) return trials;
  print_warning(fmt::format("run_cap of the sweep file limits the trials to {}", *given.run_cap));
  return *given.run_cap;
}

std::uint64_t workers_of(const ExperimentFlags& flags) {
  if (flags.workers.text.empty()) return 1;
  return parse_count("--workers", flags.workers.text, 1, kMostWorkers);
}

Settings settings_of(const ExperimentFlags& flags, ErrorList& errors) {
  std::vector<std::string> texts;
  for (const GivenText& setting : flags.settings) {
    const bool is_one =
        errors.attempt(setting.mark, [&] { static_cast<void>(parse_settings({setting.text})); });
    if (is_one) texts.push_back(setting.text);
  }
  Settings settings;
  errors.attempt({}, [&] { settings = parse_settings(texts); });
  for (const std::string& warning : old_option_names(settings)) print_warning(warning);
  return with_new_option_names(settings);
}

// A searcher's setting may stand in a file that a flag has taken the searcher out of.
void drop_idle_settings(Experiment& experiment) {
  std::set<std::string> used;
  for (const std::string& method : experiment.methods) {
    used.insert(parse_method(method, {}).searcher.name);
  }
  for (const SearcherRow& row : searcher_catalog()) {
    if (used.contains(std::string(row.name))) continue;
    std::erase_if(experiment.settings, [&](const auto& setting) {
      const bool is_idle = setting.first.starts_with(std::string(row.name) + ".");
      if (is_idle) {
        print_warning(fmt::format("--set {} has no effect: {} is not among the methods",
                                  setting.first, row.name));
      }
      return is_idle;
    });
  }
}

// The sweep file's rules for losses that are missing, where no setting says otherwise.
void add_imputation(Experiment& experiment, const Settings& imputation) {
  for (const std::string& text : experiment.methods) {
    const Method method = parse_method(text, {});
    if (catalog_name(method, experiment.behaviour) != WandbBayes::kName) continue;
    for (const auto& [option, value] : imputation) {
      experiment.settings.try_emplace(method.searcher.name + "." + option, value);
    }
  }
}

TakeValue append_to(std::vector<GivenText>& list) {
  return [&list](const std::string& text) { list.push_back({text, {}}); };
}

}  // namespace

void add_result_flags(Flags& flags, ExperimentFlags& given) {
  flags.optional("FILE", given.file, "experiment file (YAML): the same names; flags win over it");
  flags.repeated("--method", append_to(given.methods),
                 "searchers with options, and schedulers: random,grid?levels=5,bayes+asha");
  flags.repeated("--objective", append_to(given.objectives),
                 "names with options (ackley?dim=5), slices (bbob/f1-24/d2,5/i1-5), suites "
                 "(suite:classic), patterns (tabular/*), or expressions");
  add_space_flags(flags, given.space);
  flags.optional(
      "--trials", given.trials.text,
      "budget of each cell: a number (default 25, or the run_cap), or 100D for so many per "
      "parameter of the objective, constants aside");
  flags.optional("--budget", given.budget.text,
                 "beside a scheduler it counts trials, or steps: then one that stops early begins "
                 "more of them (default)");
  flags.optional("--workers", given.workers.text, "simulated workers of each cell (default 1)");
  flags.optional("--seeds", given.seeds.text,
                 "a count (20), a range (3..7), or a list (default 20)");
  flags.repeated("--set", append_to(given.settings),
                 "an option of a searcher, a scheduler or the cluster: grid.levels=10; repeat");
}

void add_experiment_flags(Flags& flags, ExperimentFlags& given) {
  add_result_flags(flags, given);
  flags.optional("--threads", given.threads.text, "default: all cores; no effect on the result");
  flags.optional("--record", given.record.text, "what to keep: best (default), trials or steps");
}

Experiment to_experiment(const ExperimentFlags& flags) {
  ErrorList errors(input_name(flags.file));
  for (const Diagnostic& misfit : flags.misfits) errors.add(misfit);
  Experiment experiment;
  GivenSpace given;
  const bool is_known = errors.attempt({}, [&] { given = read_space(flags.space); });
  experiment.methods = methods_of(flags, given, errors);
  if (is_known) experiment.objectives = objectives_of(flags, given, errors);
  errors.attempt(flags.seeds.mark, [&] {
    experiment.seeds = parse_seeds(flags.seeds.text.empty() ? kDefaultSeeds : flags.seeds.text);
  });
  errors.attempt(flags.trials.mark, [&] { experiment.trials = trials_of(flags, given); });
  errors.attempt(flags.budget.mark, [&] {
    if (!flags.budget.text.empty()) experiment.budget = budget_unit(flags.budget.text);
  });
  errors.attempt(flags.workers.mark, [&] { experiment.workers = workers_of(flags); });
  experiment.settings = settings_of(flags, errors);
  errors.attempt(flags.record.mark, [&] {
    if (!flags.record.text.empty()) experiment.record = record_level(flags.record.text);
  });
  errors.attempt(flags.threads.mark, [&] { static_cast<void>(threads_of(flags)); });
  errors.throw_if_any();
  experiment.space = given.space;
  experiment.space_text = given.text;
  experiment.behaviour = behaviour_of(flags.space);
  drop_idle_settings(experiment);
  add_imputation(experiment, given.imputation);
  return experiment;
}

int threads_of(const ExperimentFlags& flags) {
  if (flags.threads.text.empty()) return available_threads();
  return static_cast<int>(parse_count("--threads", flags.threads.text, 1, kMostThreads));
}

}  // namespace sweep
