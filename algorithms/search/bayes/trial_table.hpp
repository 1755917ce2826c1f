#pragma once

#include <cstddef>
#include <functional>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "algorithms/space/trial.hpp"

namespace sweep {

/// The trials of a search as rows of a model: which rows were seen, and the losses of those that
/// ended, in the order in which they did.
class TrialTable {
 public:
  struct Ended {
    TrialId id;
    std::vector<double> row;
    double loss;  // NaN if it failed, or had no finite loss
  };

  /// The native values that a row stands for.
  using ValuesOf = std::function<std::vector<double>(const std::vector<double>& row)>;

  TrialTable() = default;  // rows stand for themselves
  explicit TrialTable(ValuesOf values_of) : values_of_(std::move(values_of)) {}

  /// Adds a trial under way; ignores one that has ended.
  void start(TrialId id, const std::vector<double>& row);
  void end(TrialId id, std::vector<double> row, double loss);
  /// Replaces the loss of the ended trial in this place.
  void revise(std::size_t place, double loss);

  /// Notes a point that came up in native units, whose rounding may keep it from leading back to
  /// its row.
  void mark_seen(const std::vector<double>& values) { seen_values_.insert(values); }

  /// Whether a trial had this row, or the values it stands for.
  [[nodiscard]] bool has_seen(const std::vector<double>& row) const;
  /// How many different rows there were, and how many trials.
  [[nodiscard]] std::size_t rows_seen() const { return seen_.size(); }
  [[nodiscard]] std::size_t trials() const { return ended_.size() + pending_.size(); }

  [[nodiscard]] const std::vector<Ended>& ended() const { return ended_; }
  [[nodiscard]] const std::map<TrialId, std::vector<double>>& pending() const { return pending_; }
  /// Whether this trial has ended, for all ids that have been told of.
  [[nodiscard]] bool has_ended(TrialId id) const { return ended_ids_.count(id) > 0; }
  /// How often a loss was revised.
  [[nodiscard]] std::size_t revisions() const { return revisions_; }
  /// Which ended trial has the lowest loss, the first of equals; nothing if all failed.
  [[nodiscard]] std::optional<std::size_t> best() const { return best_; }

 private:
  std::vector<Ended> ended_;
  std::map<TrialId, std::vector<double>> pending_;
  std::set<TrialId> ended_ids_;
  ValuesOf values_of_;
  std::set<std::vector<double>> seen_;
  std::set<std::vector<double>> seen_values_;
  std::optional<std::size_t> best_;
  std::size_t revisions_ = 0;
};

}  // namespace sweep
