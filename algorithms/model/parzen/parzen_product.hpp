#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "algorithms/model/parzen/cell_kernel.hpp"
#include "algorithms/model/parzen/parzen.hpp"
#include "algorithms/space/stream.hpp"

namespace sweep {

/// The Parzen estimator of several columns at once: a weighted sum of products of kernels, one
/// product for each observation, and the prior in all columns. The kernels of a column share one
/// width, by Scott's rule, and are normalised as those of ParzenLine are.
///
/// Source: Falkner, Klein, Hutter 2018, "BOHB: robust and efficient hyperparameter optimization at
/// scale", ICML, arXiv:1807.01774, section 4 (one density of all columns instead of one for each);
/// bandwidths (product_width) and weights as in Optuna 3.1.0.
class ParzenProduct {
 public:
  ParzenProduct(std::vector<ParzenColumn> columns, const ParzenOptions& options);

  /// A row of places and a weight for each observation, rows one after the other.
  void fit(std::span<const double> rows, std::span<const double> weights);

  /// One row of this density.
  void draw(Stream& draws, std::span<double> row) const;

  /// The logarithm of the density at each of the rows, one after the other.
  void log_densities(std::span<const double> rows, std::span<double> out);

 private:
  struct Column {
    ParzenColumn kind;
    std::vector<double> prior_up_to;  // of categories: sums of their probabilities
    std::vector<double> places;       // of the observations
    CellSeries series;                // of narrow cells
    std::vector<double> log_masses;   // of wide ones, by the distance in cells
  };

  [[nodiscard]] std::size_t kernels() const { return weights_.size(); }
  void set_column(Column& column) const;
  void set_log_scales();
  [[nodiscard]] double log_factor(const Column& column) const;
  [[nodiscard]] double smoothing(const Column& column) const;
  struct Places;
  struct Block;
  void set_places(std::span<const double> rows, Block& block) const;
  static void set_cells(const Column& column, Places& places);
  void set_categories(const Column& column, Places& places) const;
  void add_column(const Column& column, const Places& places, Block& block) const;
  void add_numbers(const Column& column, const Places& places, Block& block) const;
  static void add_cells(const Column& column, const Places& places, Block& block);
  static void add_categories(const Column& column, const Places& places, Block& block);
  void sum_kernels(Block& block) const;
  [[nodiscard]] double draw_place(const Column& column, std::size_t kernel, Stream& draws) const;

  std::vector<Column> columns_;
  ParzenOptions options_;
  double width_ = 1;
  std::vector<double> weights_;     // all weights together are 1
  std::vector<double> log_scales_;  // of each kernel: weight, and what makes its factors densities
  std::vector<double> products_;    // room for set_log_scales
  double prior_weight_ = 1;
};

}  // namespace sweep
