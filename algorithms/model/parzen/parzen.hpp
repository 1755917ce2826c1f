#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace sweep {

/// One coordinate of a Parzen estimator: a number in [0, 1], the middle of one of `cells` equal
/// cells of [0, 1], or the index of a category.
struct ParzenColumn {
  enum class Kind { continuous, stepped, category };
  Kind kind = Kind::continuous;
  double cells = 0;                   // of a stepped one
  std::vector<double> probabilities;  // of categories before any observation; they add up to 1
};

/// How wide the kernels of a Parzen estimator are, and what the prior weighs among them.
struct ParzenOptions {
  double prior_weight = 1;  // of the kernel that covers everything; an observation has up to 1
  bool magic_clip = true;   // no kernel is narrower than range/min(100, kernels + 1)
  bool endpoints = false;   // the outermost kernels reach to the ends of the range
  // Kernels of continuous numbers are divided by their widths, as densities are. Optuna 3.1.0
  // leaves that out, so that narrow kernels count less beside wide ones.
  bool normalised = false;
};

/// An observation and its weight; kernels lie at observations.
struct ParzenKernel {
  double at;
  double weight;
};

/// The prior kernel of a number: as wide as the range, in its middle.
inline constexpr double kPriorAt = 0.5;
inline constexpr double kPriorWidth = 1;

/// weights[i] is that of the i-th oldest observation: the newest 25 have 1; where there are more,
/// the older ones lie on a line from 1/n for the oldest of n to 1.
void parzen_weights(std::span<double> weights);

/// Weights where the first `sample` stand for `sampled` >= sample that are evenly spread over the
/// oldest: each has the weight in the middle of those that it stands for, as often as these are.
void parzen_weights(std::span<double> weights, std::size_t sample, std::size_t sampled);

/// The narrowest that a kernel may be beside the prior and n - 1 others.
double least_width(std::size_t kernels, const ParzenOptions& options);

/// The widths of kernels of one number at `sorted`, the prior among them: the distance to the
/// further neighbour, clipped to [least_width, 1]. The outermost ones have one neighbour only,
/// unless endpoints count as neighbours. The prior's own entry is to be replaced by kPriorWidth.
void neighbour_widths(std::span<const double> sorted, const ParzenOptions& options,
                      std::span<double> widths);

/// The width of all kernels of a product over `columns` columns, by Scott's rule:
/// 0.2 n^(-1/(columns + 4)), clipped to [least_width, 1].
/// Source: Scott 1992, "Multivariate density estimation", doi:10.1002/9780470316849, for the
/// exponent; the factor is Optuna 3.1.0's.
double product_width(std::size_t observations, std::size_t columns, const ParzenOptions& options);

/// What a prior weight adds to each category, in units of its probability, for an observation that
/// adds 1 to its own: prior_weight * categories / (observations + 1).
double category_smoothing(std::size_t categories, std::size_t observations,
                          const ParzenOptions& options);

}  // namespace sweep
