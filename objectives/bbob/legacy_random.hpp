#pragma once

#include <cstdint>
#include <vector>

namespace sweep {

/// A square matrix, m(row, column).
class SquareMatrix {
 public:
  explicit SquareMatrix(int size)
      : size_(size), values_(static_cast<std::size_t>(size) * static_cast<std::size_t>(size)) {}
  [[nodiscard]] int size() const { return size_; }
  double& operator()(int row, int column) { return values_[index(row, column)]; }
  double operator()(int row, int column) const { return values_[index(row, column)]; }

 private:
  [[nodiscard]] std::size_t index(int row, int column) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(size_) +
           static_cast<std::size_t>(column);
  }
  int size_;
  std::vector<double> values_;
};

/// The random numbers that the instances of bbob are made of: n numbers in (0, 1] from the minimal
/// standard generator of Park and Miller 1988, doi:10.1145/63039.63042, shuffled in the manner of
/// Bays and Durham 1976, doi:10.1145/355666.355670. Source: Hansen, Finck, Ros, Auger 2009, INRIA
/// RR-6829.
std::vector<double> legacy_uniform(std::int64_t seed, int n);

/// n standard normal numbers by Box and Muller 1958, doi:10.1214/aoms/1177706645. All of them
/// depend on n, which is at most 2999.
std::vector<double> legacy_normal(std::int64_t seed, int n);

/// A random orthogonal matrix: normal columns, orthogonalised by modified Gram-Schmidt.
SquareMatrix legacy_rotation(std::int64_t seed, int size);

}  // namespace sweep
