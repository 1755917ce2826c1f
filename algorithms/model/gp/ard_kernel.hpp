#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "algorithms/space/column_kinds.hpp"

namespace sweep {

/// The hyperparameters of the kernel
///   k(x, y) = s M(sqrt(sum_k (d_k/l_k)^2)) + (a/D) sum_k M(d_k/m_k) + noise [x is y]
/// with M(r) = (1 + sqrt(5) r + 5 r^2/3) exp(-sqrt(5) r), the Matern kernel of smoothness 5/2, and
/// d_k the distance in column k: a function of all columns plus a sum of functions of one each.
/// Natural logarithms, in this order: D l's, D m's, s, a, noise.
///
/// Sources: Rasmussen, Williams 2006, doi:10.7551/mitpress/3206.001.0001, equations 4.17 (Matern)
/// and 5.2 (automatic relevance determination); Duvenaud, Nickisch, Rasmussen 2011, "Additive
/// Gaussian processes", NIPS 24, arXiv:1112.4394 (the sum: their kernel of first order).
struct ArdScales {
  explicit ArdScales(std::size_t width) : columns(width), logs(2 * width + 3, 0.0) {}

  std::size_t columns;
  std::vector<double> logs;

  [[nodiscard]] double joint_length(std::size_t column) const;
  [[nodiscard]] double own_length(std::size_t column) const;
  [[nodiscard]] double joint_variance() const;  // s
  [[nodiscard]] double own_variance() const;    // a/D, of each column
  [[nodiscard]] double noise() const;           // a variance
  /// k(x, x) without the noise.
  [[nodiscard]] double variance() const;
};

/// Rows of a model, column by column, so that loops over rows are over neighbours in memory.
class RowTable {
 public:
  explicit RowTable(std::size_t width) : columns_(width) {}
  void append(std::span<const double> row);
  [[nodiscard]] std::size_t rows() const { return rows_; }
  [[nodiscard]] std::size_t width() const { return columns_.size(); }
  [[nodiscard]] std::span<const double> column(std::size_t k) const { return columns_[k]; }
  [[nodiscard]] std::vector<double> row(std::size_t i) const;

 private:
  std::vector<std::vector<double>> columns_;
  std::size_t rows_ = 0;
};

}  // namespace sweep
