#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "algorithms/model/minimise/more_thuente.hpp"

namespace sweep {

/// What a model learns from: rows of unit coordinates, one after the other, each with a target.
struct Samples {
  std::size_t columns = 0;
  std::vector<double> rows;  // targets.size() x columns
  std::vector<double> targets;
};

/// A normal distribution.
struct Prediction {
  double mean;
  double sd;
};

/// The Matern kernel of smoothness 3/2: k(d) = (1 + sqrt(3) d/l) exp(-sqrt(3) d/l), for a distance
/// d >= 0 and a length scale l > 0. Derivative by ln l: 3 (d/l)^2 exp(-sqrt(3) d/l).
/// Source: Rasmussen, Williams 2006, doi:10.7551/mitpress/3206.001.0001, equation 4.17.
Slope matern32(double distance, double length_scale);

/// How well a Gaussian process of mean 0 with this kernel (unit amplitude, one length scale for all
/// columns, kNugget on the diagonal) explains the targets, as a function of theta = ln l:
///   L(theta) = -t'K^-1 t/2 - sum ln(diag chol K) - (n/2) ln(2 pi)
/// with the derivative tr((a a' - K^-1) dK/dtheta)/2, a = K^-1 t. -inf with derivative 0 where K is
/// not positive definite in doubles.
/// Source: Rasmussen, Williams 2006, doi:10.7551/mitpress/3206.001.0001, equations 5.8 and 5.9.
class MaternLikelihood {
 public:
  static constexpr double kNugget = 1e-7;

  explicit MaternLikelihood(const Samples& samples);
  [[nodiscard]] Slope operator()(double log_length_scale) const;

 private:
  std::vector<double> distances_;  // n x n
  std::vector<double> targets_;
};

/// The posterior of the process of MaternLikelihood, once it has seen the targets: mean k'K^-1 t
/// and variance 1 - v'v with v = chol(K)^-1 k of the function itself, without the nugget; k are the
/// kernel's values between a row and the samples. Where K is not positive definite, mean 0 and
/// deviation 1.
class MaternPosterior {
 public:
  MaternPosterior(Samples samples, double length_scale);

  [[nodiscard]] Prediction at(std::span<const double> row) const;
  /// Predictions for several rows, one after the other.
  [[nodiscard]] std::vector<Prediction> predict(std::span<const double> rows) const;

 private:
  Samples samples_;
  double length_scale_;
  std::vector<double> factor_;   // chol K, n x n by columns; empty if there is none
  std::vector<double> weights_;  // K^-1 t
};

}  // namespace sweep
