#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "bench/verdict/side.hpp"

namespace sweep::verdict_test {

/// A side of one method with those losses on objectives "f0", "f1", .., with seeds from `first` on;
/// digests are equal where losses are.
inline Side side(const std::string& label, const std::vector<std::vector<double>>& losses,
                 std::uint64_t first = 1) {
  Side made;
  made.label = label;
  made.origin = label;
  made.terms = {{"trials", "25"}};
  made.methods = {"tpe"};
  for (std::size_t i = 0; i < losses.size(); ++i) {
    const std::string name = "f" + std::to_string(i);
    made.objectives.push_back({name, name, 2, "", 0.0, 1, "space"});
    for (std::size_t k = 0; k < losses[i].size(); ++k) {
      CellOutcome cell;
      cell.objective = i;
      cell.seed = first + k;
      cell.loss = losses[i][k];
      cell.steps = 25;
      cell.digest = {static_cast<std::uint64_t>(losses[i][k] * 1e6), cell.seed - first};
      made.cells.push_back(cell);
    }
  }
  sort_cells(made);
  return made;
}

/// Twenty losses about `centre` that scatter evenly by 10 %.
inline std::vector<double> scattered(double centre, double phase = 0) {
  std::vector<double> losses;
  for (int i = 0; i < 20; ++i) {
    losses.push_back(centre * (0.9 + 0.2 * ((i * 7 + static_cast<int>(phase)) % 20) / 19.0));
  }
  return losses;
}

}  // namespace sweep::verdict_test
