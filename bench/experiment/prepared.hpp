#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "algorithms/schedule/scheduler.hpp"
#include "algorithms/search/catalog.hpp"
#include "bench/experiment/cluster_options.hpp"
#include "bench/experiment/experiment.hpp"
#include "objectives/objective.hpp"

namespace sweep {

/// A method on an objective: what it needs to begin a cell.
struct PreparedMethod {
  std::string key;            // its whole text, with options however they were given
  std::string searcher_text;  // which keys its streams
  SearcherFactory make_searcher;
  std::optional<Scheduler> scheduler;  // nothing for "none"
};

/// An experiment whose names are looked up and whose settings are checked, before anything runs.
/// Objectives are built once and shared read-only by all cells; each cell makes its own searcher.
class PreparedExperiment {
 public:
  /// Throws SpecError for whatever would keep a cell from running. Once `stop` is true it prepares
  /// no further objective, and is_complete() says so.
  explicit PreparedExperiment(Experiment experiment, const std::atomic<bool>& stop = kNeverStops);

  /// False if it was stopped: then only experiment() and cells() may be asked for.
  [[nodiscard]] bool is_complete() const {
    return objectives_.size() == experiment_.objectives.size();
  }

  [[nodiscard]] const Experiment& experiment() const { return experiment_; }
  [[nodiscard]] const std::vector<Cell>& cells() const { return cells_; }
  [[nodiscard]] const Objective& objective(const Cell& cell) const;
  /// The cell's budget.
  [[nodiscard]] std::uint64_t trials(const Cell& cell) const;
  /// The lowest loss of the cell's objective, where it is known.
  [[nodiscard]] std::optional<double> optimum(const Cell& cell) const;
  /// The position of a cell in cells(); nothing if it is of another experiment.
  [[nodiscard]] std::optional<std::size_t> index_of(const Cell& cell) const;
  /// The cell's method, before anything was asked of it.
  [[nodiscard]] const PreparedMethod& method(const Cell& cell) const;
  [[nodiscard]] const ClusterOptions& cluster() const { return cluster_; }

 private:
  static inline const std::atomic<bool> kNeverStops = false;

  void prepare_objective(const std::string& name);
  [[nodiscard]] PreparedMethod prepare_method(const std::string& text,
                                              const Objective& objective) const;

  Experiment experiment_;
  ClusterOptions cluster_;
  std::vector<Cell> cells_;
  std::map<std::string, std::size_t> method_places_;
  std::map<std::string, std::size_t> objective_places_;
  std::vector<std::pair<std::uint64_t, std::size_t>> seed_places_;  // sorted
  std::map<std::string, Objective> objectives_;
  std::map<std::string, std::optional<double>> optima_;                    // by objective
  std::map<std::pair<std::string, std::string>, PreparedMethod> methods_;  // and objective
};

}  // namespace sweep
