#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "bench/results/importance/factor.hpp"
#include "bench/results/importance/forest.hpp"
#include "bench/results/importance/value_box.hpp"

namespace sweep {

/// Axes, sorted, and the share of the variance that only all of them together explain.
struct VarianceShare {
  std::vector<std::size_t> axes;
  double share = 0;
};

/// The functional analysis of variance of a function that is constant in each of the boxes, which
/// fill the unit cube, under uniform weights. With a_U the mean over all axes but those in U,
///   V_U = Var(a_U) - sum of V_W over the proper nonempty subsets W of U,  share = V_U / V,
/// for all sets of at most `order` axes; all shares are 0 where the function is constant.
///
/// Source: Hutter, Hoos, Leyton-Brown 2014, PMLR 32, 754-762.
std::vector<VarianceShare> functional_anova(std::span<const ValueBox> boxes, std::size_t order);

/// The mean of functional_anova over the trees of a forest.
std::vector<VarianceShare> variance_shares(std::span<const RegressionTree> forest,
                                           const std::vector<Factor>& factors, std::size_t order);

}  // namespace sweep
