#pragma once

#include <array>
#include <cstddef>
#include <vector>

namespace sweep {

/// The mass of a normal kernel in a cell of the same width as the others, as a factor to the
/// density in the cell's middle times the cell's width, for r = cell/kernel width <= kWidest:
///   1 + r^2/24 He2(z) + r^4/1920 He4(z) + r^6/322560 He6(z),
/// the Taylor series of the density under the integral (He: Hermite polynomials, z: distance of the
/// middle in kernel widths). Relative to the kernel's peak the error is below 1e-8.
struct CellSeries {
  static constexpr double kWidest = 0.4;
  /// The factor is c0 + z^2 (c1 + z^2 (c2 + z^2 c3)).
  std::array<double, 4> coefficients{1, 0, 0, 0};
  template <class Number>
  Number factor_at(const Number& z2) const {
    const auto& [c0, c1, c2, c3] = coefficients;
    return c0 + z2 * (c1 + z2 * (c2 + z2 * c3));
  }
  CellSeries() = default;
  explicit CellSeries(double ratio);
};

/// Masses of kernels that lie in the middle of a cell: one table for each width that was asked for,
/// as long as they are few.
class CellMasses {
 public:
  explicit CellMasses(std::size_t cells) : cells_(cells) {}
  /// Points to the cell of the kernel: the entry at k, -cells < k < cells, is
  /// P(a normal of this width, in units of [0, 1], lies k cells above).
  const double* of_width(double width);

 private:
  struct Table {
    double width;
    std::vector<double> masses;
  };
  [[nodiscard]] Table table_of(double width) const;

  std::size_t cells_;
  std::vector<Table> tables_;  // a width asked for again is near the front
};

}  // namespace sweep
