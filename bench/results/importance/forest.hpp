#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "algorithms/space/stream.hpp"
#include "bench/results/importance/factor.hpp"

namespace sweep {

/// A regression tree: nodes that split a column at a threshold, or are leaves. The first one is the
/// root.
struct RegressionTree {
  struct Node {
    std::size_t column = 0;
    double threshold = 0;  // up to it to the left
    std::size_t left = 0;  // 0 for a leaf: the root is nobody's child
    std::size_t right = 0;
    double mean = 0;      // of the targets of its rows
    double variance = 0;  // of the same
    std::size_t rows = 0;

    [[nodiscard]] bool is_leaf() const { return left == 0; }
  };
  std::vector<Node> nodes;
};

/// Trees of CART, each grown on a bootstrap sample until its leaves are pure or cannot be split,
/// where the sum of squares falls most, all columns tried. Of equal splits the first one in an
/// order of columns that is drawn for each node counts. At least one row; trees depend on the
/// stream, not on each other.
///
/// Source: Breiman 2001, doi:10.1023/A:1010933404324.
std::vector<RegressionTree> grow_forest(std::span<const FactorColumn> columns,
                                        std::span<const double> targets, Stream stream,
                                        std::size_t trees = 100);

/// How much of the variance each column's splits took away: for each tree
///   I_j = sum over splits on j of (n_t Var_t - n_L Var_L - n_R Var_R)/n,
/// divided by their sum, then the mean over the trees; 0 everywhere if no tree has a split. Favours
/// columns with many values (Strobl et al. 2007, doi:10.1186/1471-2105-8-25).
std::vector<double> split_importance(std::span<const RegressionTree> forest, std::size_t columns);

}  // namespace sweep
