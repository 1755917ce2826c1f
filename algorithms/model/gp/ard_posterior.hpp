#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "algorithms/model/gp/ard_kernel.hpp"
#include "algorithms/model/gp/matern_gp.hpp"

namespace sweep {

/// A prediction, and how it changes with each coordinate; 0 for categories.
struct PredictionSlopes {
  Prediction prediction;
  std::vector<double> mean;
  std::vector<double> sd;
};

/// A Gaussian process of mean 0 with the kernel of ArdScales that has seen targets at rows:
///   mean k'K^-1 t and variance k(x, x) - k'K^-1 k of the function itself, without the noise.
/// If K is not positive definite in doubles, as much is added to its diagonal as makes it so.
/// Source: Rasmussen, Williams 2006, doi:10.7551/mitpress/3206.001.0001, equations 2.25 and 2.26 by
/// algorithm 2.1.
class ArdPosterior {
 public:
  ArdPosterior(ColumnKinds kinds, RowTable rows, std::vector<double> targets, ArdScales scales);

  /// Learns one more target in O(n^2).
  void append(std::span<const double> row, double target);

  [[nodiscard]] Prediction at(std::span<const double> row) const;
  /// Predictions for several rows, one after the other.
  [[nodiscard]] std::vector<Prediction> predict(std::span<const double> rows) const;
  [[nodiscard]] PredictionSlopes slopes_at(std::span<const double> row) const;

  /// The means at the rows it learnt from: the targets without the noise, t - (noise + jitter) K^-1
  /// t.
  [[nodiscard]] std::vector<double> means_at_rows() const;

  /// t'K^-1 t for other targets at the rows it learnt from.
  [[nodiscard]] double misfit(std::span<const double> targets) const;
  /// The log likelihood of the targets: -t'K^-1 t/2 - sum ln(diag chol K) - (n/2) ln(2 pi).
  [[nodiscard]] double log_likelihood() const;

  [[nodiscard]] const ArdScales& scales() const { return scales_; }
  [[nodiscard]] const RowTable& rows() const { return rows_; }
  [[nodiscard]] std::span<const double> targets() const { return targets_; }
  /// What had to be added to the diagonal, as a part of the variance; 0 if nothing.
  [[nodiscard]] double jitter() const { return jitter_; }

 private:
  void factorise();
  bool try_factorise();
  void reserve(std::size_t rows);
  void update_weights();
  [[nodiscard]] double diagonal() const;

  ColumnKinds kinds_;
  RowTable rows_;
  std::vector<double> targets_;
  ArdScales scales_;
  double jitter_ = 0;
  std::size_t capacity_ = 0;     // rows that factor_ has room for
  std::vector<double> factor_;   // chol K, by columns of capacity_
  std::vector<double> weights_;  // K^-1 t
};

}  // namespace sweep
