#pragma once

#include <cstddef>
#include <vector>

#include "algorithms/model/parzen/parzen.hpp"
#include "algorithms/space/encoding.hpp"
#include "algorithms/space/search_space.hpp"

namespace sweep {

/// How the values of an encoded column lie on [0, 1] for a Parzen estimator. The place of a value:
///   - (log-)uniform, inverse too: its probability, linear in the value or in its logarithm
///   - integers, q_uniform: the middle of one of equal cells, one for each value
///   - log integers, q_log_uniform: its logarithm between those half a step outside of the bounds
///   - categories: its index
///   - all others: its probability, in the middle of that of a stepped value
///
/// The Encoding says which columns there are, their kinds and where their coordinates end; places
/// are its coordinates but for the second and third row, whose cells are equal here and as wide as
/// their probabilities there.
///
/// Source: the first four rows are what Optuna's distributions are in its TPESampler (3.1.0), which
/// has no steps on a logarithmic scale but those of integers, and none of the others. As there, a
/// value on a logarithmic scale has the density at its place, whatever its cell's width.
class ParzenAxis {
 public:
  /// An axis for each column of the space that has more than one value.
  static std::vector<ParzenAxis> all_of(const SearchSpace& space);

  [[nodiscard]] std::size_t parameter() const { return encoded_.parameter; }
  [[nodiscard]] const ParzenColumn& column() const { return column_; }

  /// NaN for a value that has none: NaN itself, or a category that is never drawn.
  [[nodiscard]] double place(double value) const;
  /// The value, one of the parameter's, at a place that an estimator drew.
  [[nodiscard]] double value(double place) const;
  /// The place of the value that this place stands for.
  [[nodiscard]] double snapped(double place) const;

 private:
  enum class Scale { unit, cells, log_steps, categories };
  ParzenAxis(const Distribution& distribution, const EncodedColumn& encoded);
  void set_categories();
  void set_steps(Scale scale);
  [[nodiscard]] double unit_place(double value) const;

  Distribution distribution_;
  EncodedColumn encoded_;
  Scale scale_ = Scale::unit;
  Interval values_{0, 1};  // of the support
  Interval ends_{0, 1};    // the places of the outermost values, or logarithms half a step outside
  double step_ = 1;
  ParzenColumn column_;
};

}  // namespace sweep
