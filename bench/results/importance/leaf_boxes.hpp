#pragma once

#include <vector>

#include "bench/results/importance/factor.hpp"
#include "bench/results/importance/forest.hpp"
#include "bench/results/importance/value_box.hpp"

namespace sweep {

/// The leaves of a tree over columns_of(factors) as boxes with an axis for each factor: numbers
/// between the least and the largest of their values, categories by their levels, which are equally
/// likely.
std::vector<ValueBox> boxes_of(const RegressionTree& tree, const std::vector<Factor>& factors);

}  // namespace sweep
