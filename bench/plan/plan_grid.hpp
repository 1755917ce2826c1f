#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace sweep {

/// What a user can choose of a sweep: each searcher goes beside each scheduler ("none" stops
/// nothing), with each number of runs, on each number of workers.
struct PlanGrid {
  std::vector<std::string> searchers;
  std::vector<std::string> schedulers;
  std::vector<std::uint64_t> runs;
  std::vector<std::uint64_t> workers;
};

/// One of those choices.
struct PlanChoice {
  std::string searcher;
  std::string scheduler;
  std::uint64_t runs = 1;
  std::uint64_t workers = 1;
  bool operator==(const PlanChoice&) const = default;

  /// "bayes", or "bayes+asha?eta=4": as an experiment names it.
  [[nodiscard]] std::string method() const;
  /// "bayes+asha?eta=4, 50 runs on 4 workers"
  [[nodiscard]] std::string text() const;
};

/// Every choice of the grid, each of them once; runs outermost, then workers.
std::vector<PlanChoice> choices_of(const PlanGrid& grid);

/// Throws SpecError for a searcher with a scheduler beside it.
void check_searchers(const PlanGrid& grid);

/// Every scheduler with every value of `etas` and `first_steps` for its options eta and min_iter
/// (min_step of those whose first rung is called so), where it has them and its text does not give
/// them. Each is there once. Throws SpecError for an unknown scheduler, and for values where no
/// scheduler has the option.
std::vector<std::string> crossed_schedulers(const std::vector<std::string>& schedulers,
                                            const std::vector<std::string>& etas,
                                            const std::vector<std::string>& first_steps);

}  // namespace sweep
