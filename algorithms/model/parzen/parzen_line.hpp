#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "algorithms/model/parzen/cell_kernel.hpp"
#include "algorithms/model/parzen/gauss_transform.hpp"
#include "algorithms/model/parzen/parzen.hpp"
#include "algorithms/space/stream.hpp"

namespace sweep {

/// The Parzen estimator of one number: a weighted sum of normals confined to [0, 1], one at each
/// observation, as wide as the way to its further neighbour, and the prior. Of a stepped column it
/// has the mass of each cell.
///
///   density(x) = sum_i w_i phi((x - m_i)/s_i)/(s_i Z_i),   Z_i = Phi((1-m_i)/s_i) - Phi(-m_i/s_i)
///
/// where s_i does not divide if the column is continuous and ParzenOptions::normalised is off.
/// Kernels too far away to change the sum in double precision are passed over, many of the least
/// width are summed by a GaussTransform.
/// Source: Bergstra, Bardenet, Bengio, Kegl 2011, "Algorithms for hyper-parameter optimization",
/// NIPS 24; bandwidths and weights as in Optuna 3.1.0.
class ParzenLine {
 public:
  ParzenLine(const ParzenColumn& column, const ParzenOptions& options);

  /// The observations in increasing order of their place.
  void fit(std::span<const ParzenKernel> sorted);

  /// A random number of this density; of a stepped column its cell is what counts.
  double draw(Stream& draws) const;

  /// The logarithm of the density or, of a stepped column, of a cell's mass, at each place.
  void log_densities(std::span<const double> at, std::span<double> out);

 private:
  struct Term {
    double at;
    double rate;   // 1/(2 s^2)
    double scale;  // w/(s Z sqrt(2 pi)), for a stepped column times the cell
    CellSeries series;
  };
  struct Tile {  // neighbouring terms
    std::size_t begin, end;
    double lo, hi;  // of their places
    double rate;    // the least
    double far;     // rate * distance^2 from where on they do not count
  };

  void set_places(std::span<const ParzenKernel> sorted);
  void set_widths();
  void set_terms();
  void set_tiles();
  [[nodiscard]] bool has_tables() const;
  [[nodiscard]] double ratio_of(double width) const;  // of a cell to it
  [[nodiscard]] bool is_sharp(double width) const;
  [[nodiscard]] std::size_t kernel_at(double u) const;
  [[nodiscard]] double scale_of(std::size_t kernel) const;
  [[nodiscard]] Term term_of(std::size_t kernel) const;
  [[nodiscard]] double exact_mass(std::size_t kernel, double cell_at) const;
  void add_terms(std::span<const double> sorted, std::span<double> sums) const;
  void add_sharp(std::span<const double> at, std::span<double> sums) const;
  void add_tables(std::span<const double> at, std::span<double> sums);

  bool is_stepped_;
  double cells_;
  ParzenOptions options_;
  CellMasses masses_;
  std::vector<double> places_;  // of the kernels in increasing order, and so are the next two
  std::vector<double> weights_;
  std::vector<double> widths_;
  std::size_t prior_ = 0;                          // which of them the prior is
  double whole_ = 0;                               // sum of the weights
  double least_ = 0;                               // width
  std::vector<GaussTransform::Kernel> narrowest_;  // kernels of the least width, if they are many
  GaussTransform transform_;                       // of these
  std::vector<Term> terms_;                        // of the others
  std::vector<std::size_t> sharp_;                 // too narrow for the series of their cells
  std::vector<Tile> tiles_;
};

}  // namespace sweep
