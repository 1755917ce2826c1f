#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "algorithms/space/column_kinds.hpp"
#include "algorithms/space/stream.hpp"

namespace sweep {

/// How a ReferenceDensity draws near an observation.
struct DrawRule {
  double bandwidth_factor = 3;  // of numbers: kernels are so much wider than those that score
};

/// The kernel density of rows of several columns at once: the mean over the observations of
/// products of a kernel per column.
///   number    normal, of width h = 1.06 s n^(-1/(4 + D)), s the deviation of the column's places
///   category  1 - h at the observation's, h/(c - 1) at each other of c; the same h with s^2 the
///             chance that two observations differ, at most (c - 1)/c, where all are alike
/// and h no less than a bound. Numbers lie in [0, 1]; the kernels reach beyond.
///
/// Sources: Falkner, Klein, Hutter 2018, arXiv:1807.01774, section 4 and appendix; Silverman 1986,
/// "Density estimation for statistics and data analysis", equation 3.28 (normal reference);
/// Aitchison, Aitken 1976, doi:10.2307/2335719 (categories). Differs from the first in: s of a
/// category does not depend on the order of its values.
class ReferenceDensity {
 public:
  /// `categories` has for each column those that there are; none for a number.
  ReferenceDensity(std::vector<std::vector<double>> categories, double least_width);

  /// Learns rows, one after the other; there must be one.
  void fit(std::span<const double> rows);

  [[nodiscard]] double log_density(std::span<const double> row) const;
  /// Draws a row near one of the observations, each as likely as the others.
  void draw(Stream& draws, const DrawRule& rule, std::span<double> row) const;
  [[nodiscard]] std::span<const double> widths() const { return widths_; }

 private:
  [[nodiscard]] std::size_t columns() const { return categories_.size(); }
  [[nodiscard]] std::size_t observations() const { return rows_.size() / columns(); }
  [[nodiscard]] double number_spread(std::size_t column) const;
  [[nodiscard]] double category_spread(std::size_t column) const;
  [[nodiscard]] double log_kernel(std::size_t column, double from, double to) const;
  [[nodiscard]] double drawn(std::size_t column, double near, const DrawRule& rule,
                             Stream& draws) const;

  std::vector<std::vector<double>> categories_;
  double least_width_;
  std::vector<double> rows_;
  std::vector<double> widths_;  // of each column
};

}  // namespace sweep
