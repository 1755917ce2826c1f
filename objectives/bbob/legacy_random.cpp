#include "objectives/bbob/legacy_random.hpp"

#include <array>
#include <cassert>
#include <cmath>
#include <cstdlib>
#include <numbers>

namespace sweep {
namespace {

constexpr std::int64_t kModulus = 2147483647;  // 2^31 - 1
constexpr double kNotZero = 1e-99;             // stands for 0, whose logarithm would be infinite

class ShuffledLehmer {
 public:
  explicit ShuffledLehmer(std::int64_t seed) : state_(seed == 0 ? 1 : std::abs(seed)) {
    for (int i = 0; i < 8; ++i) step();
    for (std::size_t i = table_.size(); i-- > 0;) table_[i] = step();
    last_ = table_[0];
  }

  double operator()() {
    const auto slot = static_cast<std::size_t>(last_ / (kModulus / 32 + 2));
    last_ = table_[slot];
    table_[slot] = step();
    const double u = static_cast<double>(last_) / static_cast<double>(kModulus);
    return u == 0 ? kNotZero : u;
  }

 private:
  std::int64_t step() { return state_ = 16807 * state_ % kModulus; }

  std::int64_t state_;
  std::array<std::int64_t, 32> table_{};
  std::int64_t last_ = 0;
};

double column_product(const SquareMatrix& m, int a, int b) {
  double sum = 0;
  for (int row = 0; row < m.size(); ++row) sum += m(row, a) * m(row, b);
  return sum;
}

}  // namespace

std::vector<double> legacy_uniform(std::int64_t seed, int n) {
  ShuffledLehmer draw(seed);
  std::vector<double> u(static_cast<std::size_t>(n));
  for (double& x : u) x = draw();
  return u;
}

std::vector<double> legacy_normal(std::int64_t seed, int n) {
  assert(n < 3000);
  const std::vector<double> u = legacy_uniform(seed, 2 * n);
  std::vector<double> normal(static_cast<std::size_t>(n));
  for (std::size_t i = 0; i < normal.size(); ++i) {
    const double g =
        std::sqrt(-2 * std::log(u[i])) * std::cos(2 * std::numbers::pi * u[normal.size() + i]);
    normal[i] = g == 0 ? kNotZero : g;
  }
  return normal;
}

SquareMatrix legacy_rotation(std::int64_t seed, int size) {
  const std::vector<double> normal = legacy_normal(seed, size * size);
  SquareMatrix m(size);
  std::size_t drawn = 0;
  for (int column = 0; column < size; ++column) {
    for (int row = 0; row < size; ++row) m(row, column) = normal[drawn++];
    for (int earlier = 0; earlier < column; ++earlier) {
      const double share = column_product(m, column, earlier);
      for (int row = 0; row < size; ++row) m(row, column) -= share * m(row, earlier);
    }
    const double length = std::sqrt(column_product(m, column, column));
    for (int row = 0; row < size; ++row) m(row, column) /= length;
  }
  return m;
}

}  // namespace sweep
