#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "algorithms/space/column_kinds.hpp"
#include "algorithms/space/search_space.hpp"
#include "algorithms/space/stream.hpp"

namespace sweep {

/// One coordinate of a model: a parameter that is no constant.
struct EncodedColumn {
  enum class Kind { continuous, stepped, category };
  std::size_t parameter;  // its place in the space
  Kind kind;
  Cardinality values;  // nothing: infinitely many
  Interval range;      // of its coordinates: short of 0 or 1 where there is no value at that end
};

/// A space as models see it: a row holds a coordinate in [0, 1] per parameter that is no constant,
/// or a category's index. Equal points have equal rows: a stepped value is at its cell's centre
/// (cells too unlikely for a double, far out in a tail, share one).
class Encoding {
 public:
  explicit Encoding(const SearchSpace& space);

  [[nodiscard]] std::size_t width() const { return columns_.size(); }
  [[nodiscard]] const EncodedColumn& operator[](std::size_t k) const { return columns_[k]; }
  [[nodiscard]] ColumnKinds kinds() const;
  [[nodiscard]] bool is_category(std::size_t k) const {
    return columns_[k].kind == EncodedColumn::Kind::category;
  }
  /// How many different rows there are; nothing: infinitely many.
  [[nodiscard]] Cardinality cardinality() const { return cardinality_; }

  /// False for a point with a NaN or with a category that is none of its parameter's.
  [[nodiscard]] bool has_row_for(PointView point) const;
  [[nodiscard]] std::vector<double> row_of(PointView point) const;
  [[nodiscard]] Point point_of(std::span<const double> row) const;
  /// The row whose categories are at a coordinate too: the middle of their probability.
  [[nodiscard]] std::vector<double> unit_row(std::span<const double> row) const;
  /// Moves each coordinate to that of the value it stands for.
  void snap(std::span<double> row) const;
  /// The coordinate at this quantile: a category by its probability, a value by its cell.
  [[nodiscard]] double coordinate(std::size_t k, double u) const;
  /// Another value than `current` of a category, by their probabilities; `current` itself if that
  /// has nearly all of it.
  [[nodiscard]] double other_category(std::size_t k, double current, Stream& draws) const;
  /// The row of this number, from 0 up to a finite cardinality.
  [[nodiscard]] std::vector<double> row_at(Count number) const;
  /// The coordinates that column k can have; needs finitely many.
  [[nodiscard]] std::vector<double> coordinates(std::size_t k) const;

 private:
  [[nodiscard]] const Distribution& distribution(std::size_t k) const {
    return space_[columns_[k].parameter].distribution;
  }

  SearchSpace space_;
  std::vector<EncodedColumn> columns_;
  Cardinality cardinality_;
};

}  // namespace sweep
