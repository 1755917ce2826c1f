#include "bench/results/importance/parameter_importance.hpp"

#include <cmath>
#include <utility>

#include "bench/results/importance/correlation.hpp"
#include "bench/results/importance/forest.hpp"

namespace sweep {
namespace {

std::vector<double> kept(std::span<const double> values, std::span<const double> metric) {
  std::vector<double> of_kept;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (std::isfinite(metric[i])) of_kept.push_back(values[i]);
  }
  return of_kept;
}

}  // namespace

ParameterImportance parameter_importance(const std::vector<Factor>& factors,
                                         std::span<const double> metric, Stream stream,
                                         std::size_t order) {
  std::vector<Factor> taken = factors;
  for (Factor& factor : taken) factor.values = kept(factor.values, metric);
  const std::vector<double> targets = kept(metric, metric);
  ParameterImportance result;
  result.trials = targets.size();
  result.factors.resize(factors.size());
  if (targets.empty()) return result;
  const std::vector<FactorColumn> columns = columns_of(taken);
  const std::vector<RegressionTree> forest = grow_forest(columns, targets, stream);
  const std::vector<double> shares = split_importance(forest, columns.size());
  for (std::size_t j = 0; j < columns.size(); ++j) {
    FactorImportance& factor = result.factors[columns[j].factor];
    factor.forest += shares[j];
    factor.correlations.push_back(pearson(columns[j].values, targets));
  }
  result.variance = variance_shares(forest, taken, order);
  return result;
}

}  // namespace sweep
