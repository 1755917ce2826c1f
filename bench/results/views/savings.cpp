#include "bench/results/views/savings.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "bench/results/views/compared_cells.hpp"

namespace sweep {
namespace {

using ProblemAndMethod = std::pair<std::string, std::string>;
using Groups = std::map<ProblemAndMethod, std::vector<const KeyedCell*>>;

Groups grouped(const CellSet& cells) {
  Groups groups;
  for (const KeyedCell& cell : cells.cells) {
    if (cell.use.steps == 0 || cell.use.full_steps == 0) continue;
    groups[{problem_name(cell, cells.objectives[cell.objective]),
            method_title(cell.key.method, cell.key.build)}]
        .push_back(&cell);
  }
  return groups;
}

double saved_share(const ClusterUse& use) {
  return std::max(0.0, 1 - static_cast<double>(use.steps) / static_cast<double>(use.full_steps));
}

Savings savings_in(const ProblemAndMethod& of, const std::vector<const KeyedCell*>& cells) {
  Savings savings;
  savings.problem = of.first;
  savings.method = of.second;
  savings.cells = cells.size();
  std::vector<double> shares;
  for (const KeyedCell* cell : cells) {
    savings.trials += cell->trials;
    savings.stopped += cell->use.stopped;
    savings.steps += cell->use.steps;
    savings.full_steps += cell->use.full_steps;
    savings.worker_seconds += cell->use.worker_seconds;
    shares.push_back(saved_share(cell->use));
  }
  savings.share = median_with_interval(shares);
  return savings;
}

}  // namespace

std::uint64_t Savings::saved_steps() const { return full_steps - std::min(full_steps, steps); }

double Savings::saved_seconds() const {
  return static_cast<double>(saved_steps()) * worker_seconds / static_cast<double>(steps);
}

std::vector<Savings> savings_of(const CellSet& cells) {
  std::vector<Savings> all;
  for (const auto& [of, group] : grouped(cells)) all.push_back(savings_in(of, group));
  const std::vector<Savings> of_all = all;
  std::erase_if(all, [&](const Savings& one) {
    return std::none_of(of_all.begin(), of_all.end(), [&](const Savings& other) {
      return other.problem == one.problem && other.stopped > 0;
    });
  });
  return all;
}

}  // namespace sweep
