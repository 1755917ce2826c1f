#include "bench/results/importance/leaf_boxes.hpp"

#include <algorithm>
#include <utility>

namespace sweep {
namespace {

// What a tree's path says of one factor: a range of its values, and which levels are left.
struct FactorRange {
  double low = 0;
  double high = 1;
  std::vector<bool> levels;
};

/// Walks a tree from the root and collects its leaves.
class LeafBoxes {
 public:
  LeafBoxes(const RegressionTree& tree, const std::vector<Factor>& factors)
      : tree_(tree), columns_(columns_of(factors)) {
    for (const Factor& factor : factors) {
      const auto ends = std::minmax_element(factor.values.begin(), factor.values.end());
      lows_.push_back(*ends.first);
      widths_.push_back(*ends.second - *ends.first);
      whole_.push_back({0, 1, std::vector<bool>(factor.levels.size(), true)});
    }
  }

  std::vector<ValueBox> all() {
    walk(0, whole_);
    return std::move(boxes_);
  }

 private:
  void walk(std::size_t place, const std::vector<FactorRange>& ranges) {
    const RegressionTree::Node& node = tree_.nodes[place];
    if (node.is_leaf()) {
      boxes_.push_back(box_of(node.mean, ranges));
      return;
    }
    const FactorColumn& column = columns_[node.column];
    for (const bool is_left : {true, false}) {
      std::vector<FactorRange> narrower = ranges;
      narrow(narrower[column.factor], column, node.threshold, is_left);
      walk(is_left ? node.left : node.right, narrower);
    }
  }

  void narrow(FactorRange& range, const FactorColumn& column, double threshold, bool is_left) {
    if (column.level) {
      for (std::size_t level = 0; level < range.levels.size(); ++level) {
        if ((level == *column.level) == is_left) range.levels[level] = false;
      }
      return;
    }
    const double cut = (threshold - lows_[column.factor]) / widths_[column.factor];
    (is_left ? range.high : range.low) = cut;
  }

  static AxisPart side_of(const FactorRange& range) {
    if (range.levels.empty()) return {{range.low, range.high}};
    AxisPart side;
    const auto count = static_cast<double>(range.levels.size());
    for (std::size_t level = 0; level < range.levels.size(); ++level) {
      const auto at = static_cast<double>(level);
      if (range.levels[level]) side.emplace_back(at / count, (at + 1) / count);
    }
    return side;
  }

  static ValueBox box_of(double value, const std::vector<FactorRange>& ranges) {
    ValueBox box{value, {}};
    for (const FactorRange& range : ranges) box.sides.push_back(side_of(range));
    return box;
  }

  const RegressionTree& tree_;
  std::vector<FactorColumn> columns_;
  std::vector<double> lows_;
  std::vector<double> widths_;
  std::vector<FactorRange> whole_;
  std::vector<ValueBox> boxes_;
};

}  // namespace

std::vector<ValueBox> boxes_of(const RegressionTree& tree, const std::vector<Factor>& factors) {
  return LeafBoxes(tree, factors).all();
}

}  // namespace sweep
