#include "bench/experiment/experiment.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "algorithms/text/error.hpp"
#include "algorithms/text/value.hpp"

namespace sweep {
namespace {

constexpr std::uint64_t kMostCells = 2'000'000;

template <class T>
List sorted_list(std::vector<T> items) {
  std::sort(items.begin(), items.end());
  return List(items.begin(), items.end());
}

// Neighbouring seeds as ranges, as the flag takes them: "1..20,30".
std::string seeds_text(std::vector<std::uint64_t> seeds) {
  std::sort(seeds.begin(), seeds.end());
  std::string text;
  for (std::size_t i = 0; i < seeds.size();) {
    std::size_t last = i;
    while (last + 1 < seeds.size() && seeds[last + 1] == seeds[last] + 1) ++last;
    text += fmt::format("{}{}..{}", text.empty() ? "" : ",", seeds[i], seeds[last]);
    i = last + 1;
  }
  return text;
}

template <class T>
void check_sorted_once(std::string_view what, std::vector<T> items) {
  std::sort(items.begin(), items.end());
  const auto twice = std::adjacent_find(items.begin(), items.end());
  if (twice != items.end()) throw SpecError(fmt::format("{} {} is there twice", what, *twice));
}

template <class T>
void check_list(std::string_view what, const std::vector<T>& items) {
  if (items.empty()) throw SpecError(fmt::format("an experiment needs at least one {}", what));
  check_once(what, items);
}

}  // namespace

void check_once(std::string_view what, std::vector<std::uint64_t> items) {
  check_sorted_once(what, std::move(items));
}

void check_once(std::string_view what, std::vector<std::string> items) {
  check_sorted_once(what, std::move(items));
}

std::string to_text(const Experiment& experiment) {
  return text_of_results(experiment) + fmt::format("record: {}\n", to_text(experiment.record));
}

std::string text_of_results(const Experiment& experiment) {
  Map set;
  for (const auto& [name, value] : experiment.settings) set.push_back({name, value});
  std::string text;
  const auto line = [&](std::string_view key, const std::string& json) {
    text += fmt::format("{}: {}\n", key, json);
  };
  line("method", to_json(sorted_list(experiment.methods)));
  line("objective", to_json(sorted_list(experiment.objectives)));
  line("seeds", to_json(seeds_text(experiment.seeds)));
  line("trials", to_text(experiment.trials));
  if (experiment.budget != BudgetUnit::steps)
    line("budget", std::string(to_text(experiment.budget)));
  if (experiment.workers != 1) line("workers", fmt::format("{}", experiment.workers));
  if (!set.empty()) line("set", to_json(set));
  if (experiment.space) line("config", experiment.space_text);
  if (experiment.behaviour == Behaviour::as_wandb) line("wandb-compat", "true");
  return text;
}

std::vector<Cell> cells(const Experiment& experiment) {
  check_list("method", experiment.methods);
  check_list("objective", experiment.objectives);
  check_list("seed", experiment.seeds);
  const Count methods = experiment.methods.size();
  const Count total = methods * experiment.objectives.size() * experiment.seeds.size();
  if (total > kMostCells) {
    throw SpecError(fmt::format("the experiment has {} cells; {} are allowed", total, kMostCells));
  }
  std::vector<Cell> all;
  all.reserve(static_cast<std::size_t>(total));
  for (const std::string& objective : experiment.objectives) {
    for (const std::string& method : experiment.methods) {
      for (const std::uint64_t seed : experiment.seeds) all.push_back({method, objective, seed});
    }
  }
  return all;
}

}  // namespace sweep
