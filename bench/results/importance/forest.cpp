#include "bench/results/importance/forest.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <optional>

namespace sweep {
namespace {

/// A part of the sample: places of rows, some of them several times.
using SampleRows = std::span<std::size_t>;

struct Split {
  std::size_t column = 0;
  double threshold = 0;
  double decrease = 0;
};

/// Grows one tree; what is known of a node is the mean of its rows and the best split of them.
class TreeGrower {
 public:
  explicit TreeGrower(const ForestData& data) : data_(data) {}

  RegressionTree grow(std::vector<std::size_t> rows) {
    tree_.clear();
    add_node(rows);
    return std::move(tree_);
  }

 private:
  [[nodiscard]] double target(std::size_t row) const { return data_.target[row]; }

  std::size_t add_node(SampleRows rows) {
    const std::size_t place = tree_.size();
    double sum = 0;
    for (const std::size_t row : rows) sum += target(row);
    tree_.push_back({});
    tree_[place].mean = sum / static_cast<double>(rows.size());
    const std::optional<Split> split = best_split(rows, sum);
    if (split) divide(place, *split, rows);
    return place;
  }

  void divide(std::size_t place, const Split& split, SampleRows rows) {
    const std::vector<double>& values = data_.columns[split.column];
    const auto middle = std::stable_partition(
        rows.begin(), rows.end(), [&](std::size_t row) { return values[row] <= split.threshold; });
    const auto left_size = static_cast<std::size_t>(middle - rows.begin());
    const std::size_t left = add_node(rows.first(left_size));
    const std::size_t right = add_node(rows.subspan(left_size));
    tree_[place].column = split.column;
    tree_[place].threshold = split.threshold;
    tree_[place].decrease = split.decrease;
    tree_[place].left = left;
    tree_[place].right = right;
  }

  std::optional<Split> best_split(SampleRows rows, double sum) {
    const double first = target(rows.front());
    const bool is_pure =
        std::all_of(rows.begin(), rows.end(), [&](std::size_t row) { return target(row) == first; });
    if (is_pure) return std::nullopt;
    std::optional<Split> best;
    for (std::size_t column = 0; column < data_.columns.size(); ++column) {
      consider(column, rows, sum, best);
    }
    return best;
  }

  // The error falls by S_l^2/n_l + S_r^2/n_r - S^2/n, with S the sums of the target.
  void consider(std::size_t column, SampleRows rows, double sum, std::optional<Split>& best) {
    const std::vector<double>& values = data_.columns[column];
    order_.clear();
    for (const std::size_t row : rows) order_.emplace_back(values[row], target(row));
    std::sort(order_.begin(), order_.end());
    const auto all = static_cast<double>(rows.size());
    double left_sum = 0;
    for (std::size_t i = 0; i + 1 < order_.size(); ++i) {
      left_sum += order_[i].second;
      if (order_[i].first == order_[i + 1].first) continue;
      const auto left = static_cast<double>(i + 1);
      const double right_sum = sum - left_sum;
      const double decrease =
          left_sum * left_sum / left + right_sum * right_sum / (all - left) - sum * sum / all;
      if (best && decrease <= best->decrease) continue;
      best = Split{column, std::midpoint(order_[i].first, order_[i + 1].first), decrease};
    }
  }

  const ForestData& data_;
  RegressionTree tree_;
  std::vector<std::pair<double, double>> order_;  // value and target, room that is kept
};

// Subtracting the mean keeps the digits of sums that nearly cancel.
ForestData centred(ForestData data) {
  const double mean = std::accumulate(data.target.begin(), data.target.end(), 0.0) /
                      static_cast<double>(data.target.size());
  for (double& value : data.target) value -= mean;
  return data;
}

}  // namespace

std::vector<RegressionTree> grow_forest(const ForestData& data, int trees, const Stream& stream) {
  assert(!data.target.empty());
  const ForestData around_mean = centred(data);
  TreeGrower grower(around_mean);
  std::vector<RegressionTree> forest;
  for (int tree = 0; tree < trees; ++tree) {
    Stream draws = stream.child(static_cast<std::uint64_t>(tree));
    std::vector<std::size_t> rows(data.target.size());
    for (std::size_t& row : rows) row = draws.index(rows.size());
    forest.push_back(grower.grow(std::move(rows)));
  }
  return forest;
}

std::vector<double> forest_importance(std::span<const RegressionTree> forest, std::size_t columns) {
  std::vector<double> importance(columns);
  double trees = 0;
  for (const RegressionTree& tree : forest) {
    std::vector<double> of_tree(columns);
    double total = 0;
    for (const TreeNode& node : tree) {
      if (node.column == TreeNode::kLeaf) continue;
      of_tree[node.column] += node.decrease;
      total += node.decrease;
    }
    if (!(total > 0)) continue;
    ++trees;
    for (std::size_t i = 0; i < columns; ++i) importance[i] += of_tree[i] / total;
  }
  for (double& value : importance) value /= std::max(trees, 1.0);
  return importance;
}

}  // namespace sweep
