#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "algorithms/space/encoding.hpp"
#include "algorithms/space/stream.hpp"

namespace sweep {

/// Rows of one width, one after the other.
class RowList {
 public:
  explicit RowList(std::size_t width) : width_(width) {}
  void add(std::span<const double> row) { values_.insert(values_.end(), row.begin(), row.end()); }
  [[nodiscard]] std::size_t size() const { return values_.size() / width_; }
  [[nodiscard]] std::span<const double> values() const { return values_; }
  [[nodiscard]] std::vector<double> operator[](std::size_t i) const {
    const auto begin = values_.begin() + static_cast<std::ptrdiff_t>(i * width_);
    return {begin, begin + static_cast<std::ptrdiff_t>(width_)};
  }

 private:
  std::size_t width_;
  std::vector<double> values_;
};

/// Proposes rows of a space, each snapped to values, for an acquisition function to choose from.
class Candidates {
 public:
  /// A column with at most this many values has all of them tried; one with more, some places.
  static constexpr std::uint64_t kFewValues = 12;

  Candidates(const Encoding& columns, const Stream& stream)
      : columns_(columns), stream_(stream), rows_(columns.width()) {}

  /// Adds a Sobol set over the whole space, of 64 D up to 512 rows.
  void add_spread();
  /// Adds random rows around each of these, at scales from a fifth of the cube down to a
  /// thousandth, in a random part of the columns.
  void add_neighbours(const std::vector<std::vector<double>>& rows);
  /// Adds rows that differ from this one in one column, for each column.
  void add_lines(const std::vector<double>& row);
  [[nodiscard]] const RowList& rows() const { return rows_; }

  /// The first of these rows with another value in a category, `n` times at random; none if there
  /// are no categories. What else must change with a category is for a climb from here to find.
  [[nodiscard]] std::vector<std::vector<double>> other_categories(
      const std::vector<std::vector<double>>& rows, std::size_t n) const;

  /// Coordinates to try in a column: all there are if they are few, else both ends and a lattice
  /// that is shifted anew at each call.
  std::vector<double> line(std::size_t k);

 private:
  void add(std::vector<double> row);
  void disturb(std::vector<double>& row, double scale, Stream& draws) const;

  const Encoding& columns_;
  Stream stream_;
  RowList rows_;
  std::uint64_t lines_ = 0;
};

}  // namespace sweep
