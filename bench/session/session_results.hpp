#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "bench/results/record.hpp"

namespace sweep {

/// The results of an experiment, each in the place of its cell, without records. A cell whose
/// searcher broke is over, but has no result.
class SessionResults {
 public:
  explicit SessionResults(std::size_t cells) : results_(cells), is_there_(cells) {}

  void put(std::size_t index, CellResult&& result);

  /// One of the results is of another build than those to come.
  void add_foreign() { ++foreign_; }
  [[nodiscard]] std::size_t foreign() const { return foreign_; }

  [[nodiscard]] std::size_t cells() const { return results_.size(); }
  [[nodiscard]] std::size_t finished() const { return finished_; }
  /// Whether no cell is left to run.
  [[nodiscard]] bool is_over() const { return finished_ + broken_.size() == results_.size(); }
  /// Cells that have neither finished nor broken, by their places.
  [[nodiscard]] std::vector<std::size_t> missing() const;
  [[nodiscard]] std::span<const CellResult> broken() const { return broken_; }

  /// The results of the finished cells, in the order of the experiment's. They are moved out.
  [[nodiscard]] std::vector<CellResult> take_finished() &&;

 private:
  std::vector<CellResult> results_;
  std::vector<bool> is_there_;  // finished, or among the broken
  std::vector<CellResult> broken_;
  std::size_t finished_ = 0;
  std::size_t foreign_ = 0;
};

/// The hash that stands for these results, whatever their order.
std::string result_hash(std::span<const CellResult> results);

}  // namespace sweep
