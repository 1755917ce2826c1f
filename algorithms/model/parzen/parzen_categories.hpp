#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "algorithms/model/parzen/parzen.hpp"
#include "algorithms/space/stream.hpp"

namespace sweep {

/// The Parzen estimator of one category: a weighted sum of one kernel for each observation, which
/// is p + smoothing * prior, scaled to add up to 1, where p is 1 at what was observed; and the
/// prior itself. See category_smoothing.
///
/// Source: Aitchison, Aitken 1976, "Multivariate binary discrimination by the kernel method",
/// doi:10.1093/biomet/63.3.413, whose lambda is smoothing (c - 1)/(c (1 + smoothing)) for c equally
/// likely categories. Differs from Optuna 3.1.0 where categories have probabilities: the prior
/// follows them.
class ParzenCategories {
 public:
  ParzenCategories(const ParzenColumn& column, const ParzenOptions& options);

  void fit(std::span<const ParzenKernel> observations);
  double draw(Stream& draws) const;
  /// The logarithm of each category's probability.
  void log_densities(std::span<const double> at, std::span<double> out) const;

 private:
  std::vector<double> prior_;
  std::vector<double> prior_up_to_;  // its sums
  ParzenOptions options_;
  std::vector<std::size_t> observed_;  // categories with a weight, in the order of their index
  std::vector<double> weight_of_;      // of each category, all weights together being 1
  double observed_share_ = 0;          // of the kernels' p in the whole
};

/// The category at the quantile u of these sums of probabilities.
double category_at(std::span<const double> up_to, double u);

}  // namespace sweep
