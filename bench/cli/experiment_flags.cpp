#include "bench/cli/experiment_flags.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <set>

#include "algorithms/search/catalog.hpp"
#include "algorithms/space/error.hpp"
#include "algorithms/space/named_options.hpp"
#include "bench/cli/build_info.hpp"
#include "bench/cli/numbers.hpp"
#include "bench/cli/output.hpp"
#include "bench/run/method.hpp"
#include "objectives/catalog.hpp"
#include "objectives/spec.hpp"
#include "objectives/tutorial.hpp"

namespace sweep {
namespace {

constexpr std::uint64_t kDefaultTrials = 25;
constexpr std::uint64_t kMostTrials = 1'000'000'000'000;
constexpr std::uint64_t kMostThreads = 1024;
constexpr const char* kDefaultSeeds = "20";
constexpr const char* kDefaultMethod = "random";

std::vector<std::string> methods_of(const ExperimentFlags& flags, const GivenSpace& given) {
  std::vector<std::string> methods;
  for (const std::string& list : flags.methods) {
    for (const std::string& method : split_list(list)) {
      methods.push_back(to_text(parse_named_options(method, "method")));
    }
  }
  if (!methods.empty()) return methods;
  return {given.method.empty() ? kDefaultMethod : given.method};
}

std::vector<std::string> named_objectives(const ExperimentFlags& flags, const GivenSpace& given) {
  std::vector<std::string> objectives;
  for (const std::string& list : flags.objectives) {
    for (std::string& name : split_objectives(list)) objectives.push_back(std::move(name));
  }
  if (!objectives.empty()) return objectives;
  if (given.space && !(given.space->find("x") && given.space->find("y"))) {
    throw SpecError(
        "a space is given but no objective: say what to minimise, as in "
        "--objective 'lr**2 + dropout'");
  }
  return {std::string(Tutorial::kText)};
}

// A metric to maximise is negated where it enters: lower is better everywhere.
std::string negated(const std::string& objective) {
  NamedOptions spec = parse_objective(objective);
  spec.name = fmt::format("-({})", spec.name);
  return to_text(spec);
}

std::vector<std::string> objectives_of(const ExperimentFlags& flags, const GivenSpace& given) {
  std::vector<std::string> objectives;
  for (const std::string& name : named_objectives(flags, given)) {
    objectives.push_back(canonical_objective(given.maximise ? negated(name) : name));
  }
  return objectives;
}

std::uint64_t trials_of(const ExperimentFlags& flags, const GivenSpace& given) {
  const bool has_cap = given.run_cap && !flags.space.wandb_compat;  // W&B's engine enforces none
  if (flags.trials.empty()) return has_cap ? *given.run_cap : kDefaultTrials;
  const std::uint64_t trials = parse_count("--trials", flags.trials, 1, kMostTrials);
  if (!has_cap || *given.run_cap >= trials) return trials;
  print_warning(fmt::format("run_cap of the sweep file limits the trials to {}", *given.run_cap));
  return *given.run_cap;
}

// A searcher's setting may stand in a file that a flag has taken the searcher out of.
void drop_idle_settings(Experiment& experiment) {
  std::set<std::string> used;
  for (const std::string& method : experiment.methods)
    used.insert(parse_method(method, {}).searcher);
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

}  // namespace

void add_experiment_flags(CLI::App& app, ExperimentFlags& flags) {
  app.add_option("FILE", flags.file, "experiment file (YAML): the same names; flags win over it");
  app.add_option("--method", flags.methods, "searchers with options: random,grid?levels=5")
      ->allow_extra_args(false);
  app.add_option("--objective", flags.objectives,
                 "names with options (ackley?dim=5), or expressions over the parameters")
      ->allow_extra_args(false);
  add_space_flags(app, flags.space);
  app.add_option("--trials", flags.trials, "budget of each cell (default 25, or the run_cap)");
  app.add_option("--seeds", flags.seeds, "a count (20), a range (3..7), or a list (default 20)");
  app.add_option("--threads", flags.threads, "default: all cores; no effect on the result");
  app.add_option("--set", flags.settings, "an option of a searcher: grid.levels=10; repeat")
      ->allow_extra_args(false);
  app.add_option("--record", flags.record, "what to keep: best (default), trials or steps");
}

Experiment to_experiment(const ExperimentFlags& flags) {
  const GivenSpace given = read_space(flags.space);
  Experiment experiment;
  experiment.methods = methods_of(flags, given);
  experiment.objectives = objectives_of(flags, given);
  experiment.seeds = parse_seeds(flags.seeds.empty() ? kDefaultSeeds : flags.seeds);
  experiment.trials = trials_of(flags, given);
  experiment.settings = parse_settings(flags.settings);
  experiment.space = given.space;
  experiment.space_text = given.text;
  experiment.behaviour = behaviour_of(flags.space);
  drop_idle_settings(experiment);
  if (!flags.record.empty()) experiment.record = record_level(flags.record);
  return experiment;
}

int threads_of(const ExperimentFlags& flags) {
  if (flags.threads.empty()) return available_threads();
  return static_cast<int>(parse_count("--threads", flags.threads, 1, kMostThreads));
}

}  // namespace sweep
