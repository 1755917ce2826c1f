#include "bench/results/importance/forest.hpp"

#include <algorithm>
#include <cassert>
#include <limits>
#include <numeric>
#include <utility>

namespace sweep {
namespace {

/// The rows of a node: a part of every column's order.
struct RowRange {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] std::size_t size() const { return end - begin; }
};

/// Where to split a node, and how good that is: the sums of squares of the children's means, which
/// are larger the more variance goes.
struct Split {
  std::size_t column = 0;
  double threshold = 0;
  double gain = -std::numeric_limits<double>::infinity();
};

/// Grows one tree. The rows are sorted once by each column; a split parts each of these orders, and
/// keeps them: trees that cut off one row at a time, as they do where losses span decades, would
/// sort nearly all rows again at every node.
class TreeGrower {
 public:
  TreeGrower(std::span<const FactorColumn> columns, std::span<const double> targets, Stream stream)
      : columns_(columns), targets_(targets), stream_(stream), order_(columns.size()) {
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    draw_rows();
  }

  RegressionTree grow() {
    const RowRange all = {0, targets_.size()};
    tree_.nodes.push_back(node_of(all));
    std::vector<std::pair<std::size_t, RowRange>> open = {{0, all}};
    while (!open.empty()) {
      const auto [place, range] = open.back();
      open.pop_back();
      const Split split = best_split(tree_.nodes[place], range);
      if (split.gain == -std::numeric_limits<double>::infinity()) continue;
      const std::size_t middle = divide(place, split, range);
      open.emplace_back(tree_.nodes[place].right, RowRange{middle, range.end});
      open.emplace_back(tree_.nodes[place].left, RowRange{range.begin, middle});
    }
    return std::move(tree_);
  }

 private:
  using Rows = std::vector<std::size_t>;

  void draw_rows() {
    Rows rows(targets_.size());
    for (std::size_t& row : rows) row = stream_.index(targets_.size());
    sorted_.assign(std::max<std::size_t>(columns_.size(), 1), rows);
    for (std::size_t column = 0; column < columns_.size(); ++column) {
      const std::vector<double>& values = columns_[column].values;
      std::sort(sorted_[column].begin(), sorted_[column].end(), [&](std::size_t a, std::size_t b) {
        return std::pair(values[a], a) < std::pair(values[b], b);
      });
    }
  }

  [[nodiscard]] std::span<const std::size_t> rows_in(RowRange range, std::size_t column = 0) const {
    return std::span(sorted_[column]).subspan(range.begin, range.size());
  }

  [[nodiscard]] RegressionTree::Node node_of(RowRange range) const {
    RegressionTree::Node node;
    node.rows = range.size();
    const auto count = static_cast<double>(node.rows);
    for (const std::size_t row : rows_in(range)) node.mean += targets_[row];
    node.mean /= count;
    for (const std::size_t row : rows_in(range)) {
      node.variance += (targets_[row] - node.mean) * (targets_[row] - node.mean);
    }
    node.variance /= count;
    return node;
  }

  [[nodiscard]] bool is_pure(std::span<const std::size_t> rows) const {
    return std::all_of(rows.begin(), rows.end(),
                       [&](std::size_t row) { return targets_[row] == targets_[rows.front()]; });
  }

  Split best_split(const RegressionTree::Node& node, RowRange range) {
    Split best;
    if (is_pure(rows_in(range))) return best;
    for (std::size_t i = order_.size(); i > 1; --i)
      std::swap(order_[i - 1], order_[stream_.index(i)]);
    for (const std::size_t column : order_) {
      try_column(column, node, rows_in(range, column), best);
    }
    return best;
  }

  // Targets are taken less the node's mean: sums of their squares lose no digits then.
  void try_column(std::size_t column, const RegressionTree::Node& node,
                  std::span<const std::size_t> rows, Split& best) const {
    const std::vector<double>& values = columns_[column].values;
    double left = 0;
    for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
      left += targets_[rows[i]] - node.mean;
      const double low = values[rows[i]];
      const double high = values[rows[i + 1]];
      if (low == high) continue;
      const auto on_left = static_cast<double>(i + 1);
      const auto on_right = static_cast<double>(rows.size()) - on_left;
      const double gain = left * left * (1 / on_left + 1 / on_right);
      if (gain > best.gain) best = {column, threshold_between(low, high), gain};
    }
  }

  static double threshold_between(double low, double high) {
    const double middle = low / 2 + high / 2;
    return middle < high ? middle : low;
  }

  // Makes the children; says where the right one's rows begin, in every order.
  std::size_t divide(std::size_t place, const Split& split, RowRange range) {
    std::size_t middle = range.begin;
    for (Rows& rows : sorted_) middle = part(split, range, rows);
    tree_.nodes[place].column = split.column;
    tree_.nodes[place].threshold = split.threshold;
    tree_.nodes[place].left = tree_.nodes.size();
    tree_.nodes[place].right = tree_.nodes.size() + 1;
    tree_.nodes.push_back(node_of({range.begin, middle}));
    tree_.nodes.push_back(node_of({middle, range.end}));
    return middle;
  }

  std::size_t part(const Split& split, RowRange range, Rows& rows) {
    const std::vector<double>& values = columns_[split.column].values;
    std::size_t middle = range.begin;
    on_right_.clear();
    for (std::size_t i = range.begin; i < range.end; ++i) {
      const std::size_t row = rows[i];
      if (values[row] <= split.threshold) {
        rows[middle++] = row;
      } else {
        on_right_.push_back(row);
      }
    }
    std::copy(on_right_.begin(), on_right_.end(), rows.data() + middle);
    return middle;
  }

  std::span<const FactorColumn> columns_;
  std::span<const double> targets_;
  Stream stream_;
  std::vector<std::size_t> order_;  // of the columns
  std::vector<Rows> sorted_;        // by each column
  Rows on_right_;
  RegressionTree tree_;
};

double weighted(const RegressionTree::Node& node) {
  return static_cast<double>(node.rows) * node.variance;
}

std::vector<double> importance_in(const RegressionTree& tree, std::size_t columns) {
  std::vector<double> taken(columns, 0.0);
  for (const RegressionTree::Node& node : tree.nodes) {
    if (node.is_leaf()) continue;
    taken[node.column] +=
        weighted(node) - weighted(tree.nodes[node.left]) - weighted(tree.nodes[node.right]);
  }
  const double total = std::accumulate(taken.begin(), taken.end(), 0.0);
  for (double& share : taken) share = total > 0 ? share / total : 0;
  return taken;
}

}  // namespace

std::vector<RegressionTree> grow_forest(std::span<const FactorColumn> columns,
                                        std::span<const double> targets, Stream stream,
                                        std::size_t trees) {
  assert(!targets.empty());
  std::vector<RegressionTree> forest;
  forest.reserve(trees);
  for (std::size_t i = 0; i < trees; ++i) {
    forest.push_back(TreeGrower(columns, targets, stream.child(i)).grow());
  }
  return forest;
}

std::vector<double> split_importance(std::span<const RegressionTree> forest, std::size_t columns) {
  std::vector<double> total(columns, 0.0);
  std::size_t with_splits = 0;
  for (const RegressionTree& tree : forest) {
    with_splits += tree.nodes.size() > 1 ? 1 : 0;
    const std::vector<double> taken = importance_in(tree, columns);
    for (std::size_t j = 0; j < columns; ++j) total[j] += taken[j];
  }
  for (double& share : total)
    share = with_splits == 0 ? 0 : share / static_cast<double>(with_splits);
  return total;
}

}  // namespace sweep
