#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "algorithms/space/stream.hpp"

namespace sweep {

/// What a forest learns from: columns of features, all as long as the target, which is finite.
struct ForestData {
  std::vector<std::vector<double>> columns;
  std::vector<double> target;
};

/// A place of a regression tree: a split (value of `column` <= threshold goes left) or a leaf.
struct TreeNode {
  static constexpr std::size_t kLeaf = static_cast<std::size_t>(-1);
  std::size_t column = kLeaf;
  double threshold = 0;
  std::size_t left = 0;
  std::size_t right = 0;
  double mean = 0;      // of the target
  double decrease = 0;  // of the squared error by the split, summed over the sample
};

using RegressionTree = std::vector<TreeNode>;  // the root first

inline constexpr int kForestTrees = 100;

/// Trees, each grown on a bootstrap sample until its leaves are pure. Of all columns the split is
/// taken that lowers the squared error most, halfway between two values; ties go to the first
/// column and the lowest threshold.
///
/// Source: Breiman 2001, doi:10.1023/A:1010933404324, with all features tried at every split, as
/// scikit-learn's RandomForestRegressor does by default. Differs from it in the sample: a stream
/// of its own, so that the same data give the same trees.
std::vector<RegressionTree> grow_forest(const ForestData& data, int trees, const Stream& stream);

/// The importance of each column: the decrease of the squared error by splits on it, normalised to
/// a sum of 1 in each tree, then averaged over the trees that have a split. All 0 without any.
/// Favours columns of many values (Strobl et al. 2007, doi:10.1186/1471-2105-8-25).
std::vector<double> forest_importance(std::span<const RegressionTree> forest, std::size_t columns);

}  // namespace sweep
