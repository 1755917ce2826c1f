#include "bench/sweep/reference.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <variant>

#include "algorithms/text/error.hpp"
#include "algorithms/wandb/random.hpp"

namespace sweep {
namespace {

using Suggestions = std::optional<std::vector<Suggestion>>;

std::vector<Suggestion> without_reasons(std::vector<Point> points) {
  std::vector<Suggestion> suggestions;
  suggestions.reserve(points.size());
  for (Point& point : points) suggestions.push_back({std::move(point), std::nullopt});
  return suggestions;
}

Suggestions random_as_reference(const NextTask& task) {
  return without_reasons(wandb_random_points(*task.config.space, task.seed, task.n));
}

Suggestions bayes_as_reference(const NextTask& task) {
  if (task.seed > kLargestNumpySeed) {
    throw SpecError(fmt::format("--seed {}: expected a whole number from 0 to {}", task.seed,
                                kLargestNumpySeed));
  }
  return wandb_bayes_suggestions(task.config, task.runs,
                                 impute_rules(*task.config.metric, task.settings),
                                 static_cast<std::uint32_t>(task.seed), task.n);
}

// The reference holds any earlier run against a grid of constants, whatever it contains.
Suggestions grid_as_reference(const NextTask& task) {
  const SearchSpace& space = *task.config.space;
  const bool has_constants_only =
      std::all_of(space.begin(), space.end(), [](const Parameter& parameter) {
        return std::holds_alternative<Constant>(parameter.distribution);
      });
  if (!has_constants_only) return std::nullopt;
  if (!task.runs.empty()) return std::vector<Suggestion>();
  return without_reasons({Point{std::vector<double>(space.size(), 0.0)}});
}

/// A method of W&B's sweep files, and how its engine answers it.
struct ReferenceMethod {
  std::string_view name;
  Suggestions (*suggest)(const NextTask& task);
};

constexpr ReferenceMethod kMethods[] = {
    {"bayes", bayes_as_reference}, {"grid", grid_as_reference}, {"random", random_as_reference}};

}  // namespace

std::optional<std::vector<Suggestion>> reference_suggestions(const NextTask& task) {
  for (const ReferenceMethod& method : kMethods) {
    if (method.name == task.config.method) return method.suggest(task);
  }
  return std::nullopt;
}

}  // namespace sweep
