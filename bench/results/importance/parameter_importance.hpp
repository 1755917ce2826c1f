#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "algorithms/space/stream.hpp"
#include "bench/results/importance/factor.hpp"
#include "bench/results/importance/functional_anova.hpp"

namespace sweep {

/// How much a parameter matters for the metric.
struct FactorImportance {
  double forest = 0;  // its share of what the trees' splits took away; all shares sum to 1
  /// Linear correlation with the metric: one number, or one for each level of a category. Nothing
  /// where it is constant.
  std::vector<std::optional<double>> correlations;
};

/// Importance as W&B shows it, and what varies with what.
struct ParameterImportance {
  std::size_t trials = 0;  // with a metric
  std::vector<FactorImportance> factors;
  std::vector<VarianceShare> variance;  // of single parameters, and of pairs, over their ranges
};

/// The importance of the factors for the metric, from a forest of 100 trees. Trials whose metric is
/// NaN or infinite are dropped; of none or one, all is 0. Variance is shared out among as many
/// parameters together as `order` says: 1 leaves out pairs, which take far longer.
ParameterImportance parameter_importance(const std::vector<Factor>& factors,
                                         std::span<const double> metric, Stream stream,
                                         std::size_t order = 2);

}  // namespace sweep
