#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "algorithms/space/behaviour.hpp"
#include "algorithms/space/search_space.hpp"
#include "algorithms/text/options.hpp"
#include "bench/experiment/budget_unit.hpp"
#include "bench/experiment/trial_count.hpp"
#include "bench/results/record.hpp"

namespace sweep {

/// Methods x objectives x seeds, with a budget: all that decides a result, as text and numbers.
struct Experiment {
  std::vector<std::string> methods;
  std::vector<std::string> objectives;
  std::vector<std::uint64_t> seeds;
  TrialCount trials = 25;                 // the budget of each cell
  BudgetUnit budget = BudgetUnit::steps;  // what it counts where there is a scheduler
  std::uint64_t workers = 1;              // simulated, of each cell
  Settings settings;                      // "grid.levels" -> "10"
  std::optional<SearchSpace> space;       // of the expression objectives
  std::string space_text;                 // a sweep file with that space, as one line of YAML
  Behaviour behaviour = Behaviour::corrected;
  RecordLevel record = RecordLevel::best;
};

/// Throws SpecError `seed 3 is there twice`.
void check_once(std::string_view what, std::vector<std::uint64_t> items);
void check_once(std::string_view what, std::vector<std::string> items);

/// The experiment as canonical text: lists sorted, each entry once. Two experiments with the same
/// text have the same cells and the same results. It is an experiment file again.
std::string to_text(const Experiment& experiment);

/// The experiment's text without what decides only how much is kept: `record`.
std::string text_of_results(const Experiment& experiment);

/// Every combination, in the order of the lists; objectives outermost, seeds innermost. Throws
/// SpecError for an empty list, an entry that is there twice, or more than two million cells.
std::vector<Cell> cells(const Experiment& experiment);

}  // namespace sweep
