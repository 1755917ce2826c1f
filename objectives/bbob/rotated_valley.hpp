#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

#include "objectives/bbob/setting.hpp"

// Where Rosenbrock's valley lies in f8, f9 and f19: z = c Q x + 0.5.
namespace sweep::detail {

/// c = max(1, sqrt(D) / 8).
inline double valley_scale(int dimension) { return std::max(1.0, std::sqrt(dimension) / 8); }

/// c Q.
inline SquareMatrix rotated_valley(const BbobSetting& setting) {
  SquareMatrix m = setting.q();
  for (int i = 0; i < m.size(); ++i) {
    for (int j = 0; j < m.size(); ++j) m(i, j) *= valley_scale(m.size());
  }
  return m;
}

/// The x with z = 1.
inline std::vector<double> rotated_valley_end(const BbobSetting& setting) {
  const SquareMatrix q = setting.q();
  std::vector<double> x(static_cast<std::size_t>(q.size()));
  for (std::size_t j = 0; j < x.size(); ++j) {
    for (int i = 0; i < q.size(); ++i) x[j] += q(i, static_cast<int>(j));
    x[j] /= 2 * valley_scale(q.size());
  }
  return x;
}

}  // namespace sweep::detail
