#include "bench/run/prepared.hpp"

#include <utility>

#include "algorithms/search/catalog.hpp"
#include "bench/run/method.hpp"
#include "objectives/catalog.hpp"

namespace sweep {

PreparedExperiment::PreparedExperiment(Experiment experiment)
    : experiment_(std::move(experiment)), cells_(sweep::cells(experiment_)) {
  check_settings(experiment_.settings, experiment_.methods);
  for (const std::string& name : experiment_.objectives) {
    const Objective objective = make_objective(name, experiment_.space);
    const std::optional<Optimum> optimum = objective.optimum();
    objectives_.emplace(name, objective);
    optima_.emplace(name, optimum ? std::optional(optimum->value) : std::nullopt);
    const SearchTask task{objective.space(), experiment_.trials};
    for (const std::string& text : experiment_.methods) {
      const Method method = parse_method(text, experiment_.settings);
      searchers_.emplace(std::pair(text, name),
                         make_searcher(method.searcher, task, method.settings));
    }
  }
}

const Objective& PreparedExperiment::objective(const Cell& cell) const {
  return objectives_.at(cell.objective);
}

std::optional<double> PreparedExperiment::optimum(const Cell& cell) const {
  return optima_.at(cell.objective);
}

const Searcher& PreparedExperiment::fresh_searcher(const Cell& cell) const {
  return searchers_.at({cell.method, cell.objective});
}

}  // namespace sweep
