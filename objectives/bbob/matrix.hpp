#pragma once

#include <vector>

#include "objectives/bbob/coordinates.hpp"
#include "objectives/bbob/legacy_random.hpp"

namespace sweep::detail {

/// A square matrix whose columns are at hand as packs.
class Matrix {
 public:
  explicit Matrix(const SquareMatrix& m) : columns_(static_cast<std::size_t>(m.size())) {
    for (int j = 0; j < m.size(); ++j) {
      for (int i = 0; i < m.size(); ++i) columns_[static_cast<std::size_t>(j)][i] = m(i, j);
    }
  }
  const Row& column(int j) const { return columns_[static_cast<std::size_t>(j)]; }

 private:
  std::vector<Row> columns_;
};

/// start + sum over the columns j of m(i, j) x_j, for each row i.
inline Coordinates<double> product(const Matrix& m, const Coordinates<double>& x,
                                   double start = 0) {
  return map(x, [&](OfOnePoint rows) {
    Pack sum = start;
    for (int j = 0; j < x.size(); ++j) sum += m.column(j)[rows] * x[j];
    return sum;
  });
}

/// The rows i .. i + n - 1, for many points: n sums, so that none waits for another.
template <int n>
int rows_of_product(int i, const Matrix& m, const Coordinates<Pack>& x, double start,
                    Coordinates<Pack>& z) {
  for (; i + n <= x.size(); i += n) {
    Pack sums[n];
    for (Pack& sum : sums) sum = start;
    for (int j = 0; j < x.size(); ++j) {
      const Row& column = m.column(j);
      const Pack xj = x[j];
      for (int k = 0; k < n; ++k) sums[k] += xj * column[i + k];
    }
    for (int k = 0; k < n; ++k) z.set({i + k}, sums[k]);
  }
  return i;
}

inline Coordinates<Pack> product(const Matrix& m, const Coordinates<Pack>& x, double start = 0) {
  Coordinates<Pack> z(x.size());
  const int i = rows_of_product<8>(0, m, x, start, z);
  rows_of_product<1>(rows_of_product<4>(i, m, x, start, z), m, x, start, z);
  return z;
}

}  // namespace sweep::detail
