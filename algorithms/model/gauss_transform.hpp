#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace sweep {

/// Sums of many normal kernels of one width s at numbers of [0, 1], in a time that hardly grows
/// with them: sum_i c_i exp(-(x - m_i)^2/(2 s^2)), each term times its CellSeries if there is one.
///
/// Kernels are gathered in boxes of width s/2. With t = (m - centre)/s and z = (x - centre)/s,
///   exp(-(z - t)^2/2) = exp(-z^2/2) exp(-t^2/2) sum_k (z t)^k/k!,
/// so that a box needs its moments sum_i c_i exp(-t_i^2/2) t_i^k/k! only. |t| <= 1/4 and 16 terms
/// leave a relative error below 1e-15 of the peak; boxes further than 9 s away are left out.
/// Source: Greengard, Strain 1991, "The fast Gauss transform", doi:10.1137/0912004.
class GaussTransform {
 public:
  /// Starts anew. `ratio` is that of a cell to s; 0 without cells.
  void start(double width, double ratio);
  /// Kernels come in increasing order of their places.
  void add(double at, double scale) { kernels_.push_back({at, scale}); }
  void finish();

  /// Adds the sums at places in increasing order.
  void add_sums(std::span<const double> sorted, std::span<double> sums) const;

 private:
  static constexpr std::size_t kMoments = 16;
  static constexpr std::size_t kTerms =
      kMoments + 8;  // a CellSeries adds six, and fours are quicker
  struct Kernel {
    double at;
    double scale;
  };
  struct Box {
    double centre;
    std::array<double, kTerms> terms;
  };

  void set_terms(Box& box) const;

  double width_ = 1;
  double ratio_ = 0;
  std::vector<Kernel> kernels_;
  std::vector<Box> boxes_;
};

}  // namespace sweep
