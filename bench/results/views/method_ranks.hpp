#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "bench/results/statistics.hpp"
#include "bench/results/views/compared_cells.hpp"

namespace sweep {

/// The loss, or precision, of each method in the same row of cells; infinite: none.
using LossRow = std::vector<double>;

/// Ranks of the methods, 1 the best, equal losses sharing the middle one, and what they are over.
///
/// A block is a problem, with the mean of the ranks over its rows, where there are enough problems
/// for signed ranks to be significant against every rival; else a row: the answer is then on these
/// problems alone. Rows of a problem that are equal to the last bit count once: a method that
/// draws nothing at random says the same with every seed. Intervals: bootstrap over the blocks,
/// 95 %, percentiles of kRankResamples means (Efron 1979, doi:10.1214/aos/1176344552); missing with
/// one block. `p` is of the signed-rank test of a method against the best one over the blocks, by
/// Holm for all; missing for the best one.
struct MethodRanks {
  std::vector<Estimate> mean;
  std::vector<std::optional<double>> p;
  std::size_t best = 0;
  std::size_t blocks = 0;
  std::size_t rows = 0;  // different ones
  bool is_over_problems = false;
};

inline constexpr int kRankResamples = 2000;
inline constexpr double kRankLevel = 0.05;

/// Ranks of losses by problem, each a list of rows as long as the methods are many; at least one.
MethodRanks method_ranks(std::span<const std::vector<LossRow>> problems);

/// The losses of each problem at the largest place along the axis of the comparison that every cell
/// of the problem has reached.
std::vector<std::vector<LossRow>> final_losses(const CellsSideBySide& comparison);

}  // namespace sweep
