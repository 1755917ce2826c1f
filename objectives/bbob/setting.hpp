#pragma once

#include <cstdint>
#include <vector>

#include "objectives/bbob/instance.hpp"
#include "objectives/bbob/legacy_random.hpp"

namespace sweep::detail {

/// i / (dimension - 1), from 0 to 1 over the coordinates.
inline double position(int i, int dimension) { return static_cast<double>(i) / (dimension - 1); }

/// What the parts of an instance are drawn from. f3 and f4 share their seed, as do f17 and f18.
struct BbobSetting {
  BbobSetting(const BbobProblem& problem, const BbobVariant& variant);

  /// Draws an optimum on a grid of 0.0008 in [-4, 4], never 0.
  [[nodiscard]] std::vector<double> random_optimum(std::int64_t with_seed) const;
  [[nodiscard]] SquareMatrix r() const { return legacy_rotation(seed + 1000000, dimension); }
  [[nodiscard]] SquareMatrix q() const { return legacy_rotation(seed, dimension); }
  /// R diag(scale^e_k) Q.
  [[nodiscard]] SquareMatrix r_scaled_q(double scale) const;
  /// diag(scale^e_i) Q.
  [[nodiscard]] SquareMatrix scaled_q(double scale) const;

  int function;
  int dimension;
  BbobVariant variant;
  std::int64_t seed;
  double f_opt;
};

}  // namespace sweep::detail
