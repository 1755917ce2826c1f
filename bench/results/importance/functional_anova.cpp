#include "bench/results/importance/functional_anova.hpp"

#include <algorithm>
#include <cassert>
#include <map>

#include "bench/results/importance/leaf_boxes.hpp"

namespace sweep {
namespace {

using Axes = std::vector<std::size_t>;

double width_of(const AxisPart& part) {
  double width = 0;
  for (const auto& [low, high] : part) width += high - low;
  return width;
}

// All nonempty sets of at most `order` of the axes, smaller ones first.
std::vector<Axes> subsets_of(std::size_t axes, std::size_t order) {
  std::vector<Axes> all = {{}};
  for (std::size_t done = 0; done < all.size(); ++done) {
    if (all[done].size() == order) continue;
    const std::size_t next = all[done].empty() ? 0 : all[done].back() + 1;
    for (std::size_t axis = next; axis < axes; ++axis) {
      Axes larger = all[done];
      larger.push_back(axis);
      all.push_back(std::move(larger));
    }
  }
  all.erase(all.begin());
  return all;
}

// Where the boxes begin and end on an axis, sorted.
std::vector<double> cuts_on(std::span<const ValueBox> boxes, std::size_t axis) {
  std::vector<double> cuts;
  for (const ValueBox& box : boxes) {
    for (const auto& [low, high] : box.sides[axis]) {
      cuts.push_back(low);
      cuts.push_back(high);
    }
  }
  std::sort(cuts.begin(), cuts.end());
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  return cuts;
}

/// The mean of the function over all axes but some: a value in each cell of the grid of all cuts on
/// those. Boxes add to its differences along each axis; summing up comes last.
class Marginal {
 public:
  Marginal(std::span<const ValueBox> boxes, const Axes& axes) : axes_(axes) {
    std::size_t size = 1;
    for (const std::size_t axis : axes) {
      cuts_.push_back(cuts_on(boxes, axis));
      strides_.push_back(size);
      size *= cuts_.back().size();
    }
    cells_.assign(size, 0.0);
    for (const ValueBox& box : boxes) add(box, weight_of(box), 0, 0);
    for (std::size_t k = 0; k < axes.size(); ++k) sum_along(k);
  }

  /// The integral of the squared distance from a mean.
  [[nodiscard]] double spread_about(double mean) const {
    double total = 0;
    for (std::size_t cell = 0; cell < cells_.size(); ++cell) {
      total += volume_of(cell) * (cells_[cell] - mean) * (cells_[cell] - mean);
    }
    return total;
  }

 private:
  // What the box adds to the mean where it lies: its value, times its extent on the other axes.
  [[nodiscard]] double weight_of(const ValueBox& box) const {
    double weight = box.value;
    for (std::size_t axis = 0; axis < box.sides.size(); ++axis) {
      const bool is_kept = std::find(axes_.begin(), axes_.end(), axis) != axes_.end();
      if (!is_kept) weight *= width_of(box.sides[axis]);
    }
    return weight;
  }

  void add(const ValueBox& box, double weight, std::size_t k, std::size_t place) {
    if (k == axes_.size()) {
      cells_[place] += weight;
      return;
    }
    for (const auto& [low, high] : box.sides[axes_[k]]) {
      add(box, weight, k + 1, place + strides_[k] * place_on(k, low));
      add(box, -weight, k + 1, place + strides_[k] * place_on(k, high));
    }
  }

  [[nodiscard]] std::size_t place_on(std::size_t k, double cut) const {
    const auto at = std::lower_bound(cuts_[k].begin(), cuts_[k].end(), cut);
    return static_cast<std::size_t>(at - cuts_[k].begin());
  }

  [[nodiscard]] std::size_t coordinate(std::size_t k, std::size_t cell) const {
    return cell / strides_[k] % cuts_[k].size();
  }

  void sum_along(std::size_t k) {
    for (std::size_t cell = 0; cell < cells_.size(); ++cell) {
      if (coordinate(k, cell) > 0) cells_[cell] += cells_[cell - strides_[k]];
    }
  }

  // 0 behind the last cut.
  [[nodiscard]] double volume_of(std::size_t cell) const {
    double volume = 1;
    for (std::size_t k = 0; k < axes_.size(); ++k) {
      const std::size_t at = coordinate(k, cell);
      volume *= at + 1 < cuts_[k].size() ? cuts_[k][at + 1] - cuts_[k][at] : 0;
    }
    return volume;
  }

  Axes axes_;
  std::vector<std::vector<double>> cuts_;
  std::vector<std::size_t> strides_;
  std::vector<double> cells_;
};

/// Mean and variance of the function itself.
struct Moments {
  double mean = 0;
  double variance = 0;
};

Moments moments_of(std::span<const ValueBox> boxes) {
  std::vector<double> volumes;
  Moments moments;
  for (const ValueBox& box : boxes) {
    double volume = 1;
    for (const AxisPart& side : box.sides) volume *= width_of(side);
    volumes.push_back(volume);
    moments.mean += volume * box.value;
  }
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    const double distance = boxes[i].value - moments.mean;
    moments.variance += volumes[i] * distance * distance;
  }
  return moments;
}

bool is_proper_subset(const Axes& small, const Axes& large) {
  return small.size() < large.size() &&
         std::includes(large.begin(), large.end(), small.begin(), small.end());
}

}  // namespace

std::vector<VarianceShare> functional_anova(std::span<const ValueBox> boxes, std::size_t order) {
  assert(!boxes.empty());
  const Moments moments = moments_of(boxes);
  std::map<Axes, double> variances;
  std::vector<VarianceShare> shares;
  for (const Axes& axes : subsets_of(boxes.front().sides.size(), order)) {
    double variance = moments.variance > 0 ? Marginal(boxes, axes).spread_about(moments.mean) : 0;
    for (const auto& [known, of_known] : variances) {
      if (is_proper_subset(known, axes)) variance -= of_known;
    }
    variances[axes] = variance;
    shares.push_back({axes, moments.variance > 0 ? variance / moments.variance : 0});
  }
  return shares;
}

std::vector<VarianceShare> variance_shares(std::span<const RegressionTree> forest,
                                           const std::vector<Factor>& factors, std::size_t order) {
  assert(!forest.empty());
  std::vector<VarianceShare> mean;
  for (const RegressionTree& tree : forest) {
    const std::vector<VarianceShare> shares = functional_anova(boxes_of(tree, factors), order);
    if (mean.empty()) mean.resize(shares.size());
    for (std::size_t i = 0; i < shares.size(); ++i) {
      mean[i].axes = shares[i].axes;
      mean[i].share += shares[i].share / static_cast<double>(forest.size());
    }
  }
  return mean;
}

}  // namespace sweep
