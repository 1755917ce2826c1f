#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace sweep {

/// Sums of many normal kernels of one width s at numbers of [0, 1], in a time that hardly grows
/// with them: sum_i c_i exp(-(x - m_i)^2/(2 s^2)), or the mean of this over a cell about x.
///
/// Kernels are gathered in boxes of width s. With t = (m - centre)/s and z = (x - centre)/s,
///   exp(-(z - t)^2/2) = exp(-z^2/2) sum_k t^k/k! He_k(z),   He: Hermite polynomials,
/// so that a box needs its moments sum_i c_i t_i^k only. |t| <= 1/2 and 16 terms leave an error
/// below 1e-11 of the peak; boxes further than 9 s away are left out. The mean over a cell of width
/// r s is that of CellSeries, whose derivatives turn He_k into He_k+2, He_k+4 and He_k+6.
/// Source: Greengard, Strain 1991, "The fast Gauss transform", doi:10.1137/0912004.
class GaussTransform {
 public:
  struct Kernel {
    double at;
    double scale;
  };

  /// Takes kernels of one width s in [1e-3, 1]; `ratio` is that of a cell to s, 0 without cells.
  void fit(std::span<const Kernel> kernels, double width, double ratio);

  /// Adds the sums at places in increasing order.
  void add_sums(std::span<const double> sorted, std::span<double> sums) const;

 private:
  static constexpr std::size_t kMoments = 16;
  static constexpr std::size_t kTerms = kMoments + 8;  // cells add six, and fours are quicker
  struct alignas(64) Box {
    std::array<double, kMoments> moments{};
  };

  void set_polynomials(double ratio);

  double width_ = 1;
  double rate_ = 1;    // 1/s
  double ratio_ = -1;  // that polynomials_ are for
  std::vector<Box> boxes_;
  std::array<std::array<double, kTerms>, kMoments> polynomials_{};  // of each moment, powers of z
};

}  // namespace sweep
