#include "bench/experiment/prepared.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "algorithms/schedule/catalog.hpp"
#include "algorithms/search/catalog.hpp"
#include "algorithms/text/error.hpp"
#include "bench/experiment/method.hpp"
#include "objectives/catalog.hpp"

namespace sweep {
namespace {

constexpr std::uint64_t kMostRecordedBytes = std::uint64_t{1} << 30;  // of one cell, in memory

std::map<std::string, std::size_t> places(const std::vector<std::string>& names) {
  std::map<std::string, std::size_t> by_name;
  for (const std::string& name : names) by_name.emplace(name, by_name.size());
  return by_name;
}

// What is kept of a cell waits in memory until the cell ends.
void check_recorded_size(const Experiment& experiment, const std::string& name,
                         const Objective& objective, std::uint64_t trials) {
  if (experiment.record == RecordLevel::best) return;
  const std::uint64_t rows = experiment.record == RecordLevel::steps
                                 ? static_cast<std::uint64_t>(objective.max_step())
                                 : 1;
  const std::uint64_t bytes_of_trial = rows * (objective.space().size() + 3) * sizeof(double);
  const std::uint64_t most = kMostRecordedBytes / bytes_of_trial;
  if (trials <= most) return;
  throw SpecError(
      fmt::format("record = {} keeps at most {} trials of a cell of {} (1 GiB); {} are asked for",
                  to_text(experiment.record), most, name, trials));
}

// Per dimension, what is allowed as a number may be too much.
std::uint64_t trials_on(const Objective& objective, const TrialCount& trials,
                        const std::string& name) {
  const std::uint64_t dimensions = TrialCount(1, true).on(objective.space());
  if (!trials.per_dimension || trials.number <= kMostTrials / dimensions) {
    return trials.on(objective.space());
  }
  throw SpecError(fmt::format("trials = {}: at most {}D are allowed on {}, of {} dimensions",
                              to_text(trials), kMostTrials / dimensions, name, dimensions));
}

// Two texts of one method would be told apart nowhere but in the random numbers.
void check_methods_differ(const Experiment& experiment) {
  std::map<std::string, std::string> texts;
  for (const std::string& text : experiment.methods) {
    const std::string key = method_key(text, experiment.settings, experiment.behaviour);
    const auto [known, is_new] = texts.emplace(key, text);
    if (is_new) continue;
    throw SpecError(
        fmt::format("methods {} and {} are the same here: {}", known->second, text, key));
  }
}

}  // namespace

PreparedExperiment::PreparedExperiment(Experiment experiment, const std::atomic<bool>& stop)
    : experiment_(std::move(experiment)),
      cells_(sweep::cells(experiment_)),
      method_places_(places(experiment_.methods)),
      objective_places_(places(experiment_.objectives)) {
  for (const std::uint64_t seed : experiment_.seeds) {
    seed_places_.emplace_back(seed, seed_places_.size());
  }
  std::sort(seed_places_.begin(), seed_places_.end());
  check_settings(experiment_.settings, experiment_.methods);
  check_methods_differ(experiment_);
  cluster_ = parse_options<ClusterOptions>(
      settings_of_owner(experiment_.settings, ClusterOptions::kName), ClusterOptions::kName);
  for (const std::string& name : experiment_.objectives) {
    if (stop) return;
    prepare_objective(name);
  }
}

void PreparedExperiment::prepare_objective(const std::string& name) {
  const Objective objective = make_objective(name, experiment_.space);
  check_recorded_size(experiment_, name, objective, trials_on(objective, experiment_.trials, name));
  const std::optional<Optimum> optimum = objective.optimum();
  objectives_.emplace(name, objective);
  optima_.emplace(name, optimum ? std::optional(optimum->value) : std::nullopt);
  for (const std::string& text : experiment_.methods) {
    methods_.emplace(std::pair(text, name), prepare_method(text, objective));
  }
}

PreparedMethod PreparedExperiment::prepare_method(const std::string& text,
                                                  const Objective& objective) const {
  const Method method = parse_method(text, experiment_.settings);
  const bool is_scheduled = method.scheduler.name != "none";
  // Counts as many as can begin: with a budget of steps, all may be stopped after their first one.
  const bool counts_steps = is_scheduled && experiment_.budget == BudgetUnit::steps;
  const std::uint64_t steps = static_cast<std::uint64_t>(objective.max_step());
  const std::uint64_t trials = experiment_.trials.on(objective.space());
  const SearchTask search{objective.space(), trials * (counts_steps ? steps : 1),
                          experiment_.workers};
  const std::string name = catalog_name(method, experiment_.behaviour);
  PreparedMethod prepared{method_key(text, experiment_.settings, experiment_.behaviour),
                          to_text(parse_method(text, {}).searcher),
                          searcher_factory(name, search, method.searcher.options), std::nullopt};
  if (is_scheduled) {
    prepared.scheduler =
        make_scheduler(method.scheduler.name, {objective.max_step()}, method.scheduler.options);
  }
  return prepared;
}

const Objective& PreparedExperiment::objective(const Cell& cell) const {
  return objectives_.at(cell.objective);
}

std::uint64_t PreparedExperiment::trials(const Cell& cell) const {
  return experiment_.trials.on(objective(cell).space());
}

std::optional<double> PreparedExperiment::optimum(const Cell& cell) const {
  return optima_.at(cell.objective);
}

std::optional<std::size_t> PreparedExperiment::index_of(const Cell& cell) const {
  const auto objective = objective_places_.find(cell.objective);
  const auto method = method_places_.find(cell.method);
  const auto seed = std::lower_bound(seed_places_.begin(), seed_places_.end(),
                                     std::pair(cell.seed, std::size_t{0}));
  if (objective == objective_places_.end() || method == method_places_.end() ||
      seed == seed_places_.end() || seed->first != cell.seed) {
    return std::nullopt;
  }
  const std::size_t pair = objective->second * method_places_.size() + method->second;
  return pair * seed_places_.size() + seed->second;
}

const PreparedMethod& PreparedExperiment::method(const Cell& cell) const {
  return methods_.at({cell.method, cell.objective});
}

}  // namespace sweep
