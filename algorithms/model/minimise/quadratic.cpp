#include "algorithms/model/minimise/quadratic.hpp"

#include <Eigen/Cholesky>
#include <Eigen/QR>
#include <algorithm>
#include <cassert>
#include <cmath>

#include "algorithms/model/index.hpp"

namespace sweep {
namespace {

using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;
using MatrixView = Eigen::Map<const Matrix>;
using VectorView = Eigen::Map<const Vector>;

VectorView view(std::span<const double> values) { return {values.data(), to_index(values.size())}; }

MatrixView hessian_of(const Quadratic& quadratic) {
  const Eigen::Index n = to_index(quadratic.gradient.size());
  return {quadratic.hessian.data(), n, n};
}

// Goes to the minimum along coordinate i; returns how far it went.
double descend(const Quadratic& quadratic, std::size_t i, double lo, double hi, Vector& x,
               Vector& slope) {
  const MatrixView h = hessian_of(quadratic);
  const Eigen::Index k = to_index(i);
  const double curvature = h(k, k);
  const auto gain = [&](double step) { return step * (slope[k] + curvature * step / 2); };
  const double down = lo - x[k];
  const double up = hi - x[k];
  double step = gain(down) < gain(up) ? down : up;
  if (curvature > 0) step = std::clamp(-slope[k] / curvature, down, up);
  if (!(gain(step) < 0)) return 0;
  x[k] += step;
  slope += h.col(k) * step;
  return std::abs(step);
}

// Newton's step in the coordinates strictly inside the box, if it stays in the box and goes down.
void polish(const Quadratic& quadratic, std::span<const double> lo, std::span<const double> hi,
            Vector& x) {
  std::vector<Eigen::Index> inside;
  for (std::size_t i = 0; i < lo.size(); ++i) {
    if (x[to_index(i)] > lo[i] && x[to_index(i)] < hi[i]) inside.push_back(to_index(i));
  }
  if (inside.empty()) return;
  const MatrixView h = hessian_of(quadratic);
  const Vector slope = view(quadratic.gradient) + h * x;
  const Matrix part = h(inside, inside);
  const Eigen::LLT<Matrix> factors(part);
  if (factors.info() != Eigen::Success) return;
  const Vector step = factors.solve(slope(inside));
  for (std::size_t i = 0; i < inside.size(); ++i) {
    const double moved = x[inside[i]] - step[to_index(i)];
    const auto k = static_cast<std::size_t>(inside[i]);
    if (!(moved >= lo[k] && moved <= hi[k])) return;
  }
  x(inside) -= step;
}

}  // namespace

double Quadratic::operator()(std::span<const double> x) const {
  const VectorView at = view(x);
  return value + view(gradient).dot(at) + at.dot(hessian_of(*this) * at) / 2;
}

std::size_t quadratic_coefficients(std::size_t n) { return (n + 1) * (n + 2) / 2; }

Quadratic least_norm_quadratic(std::span<const double> displacements,
                               std::span<const double> values, std::size_t n) {
  const Eigen::Index m = to_index(values.size());
  const Eigen::Index width = to_index(n);
  assert(displacements.size() == values.size() * n && m > 0);
  const MatrixView raw(displacements.data(), width, m);
  const double furthest = raw.cwiseAbs().maxCoeff();
  const double reach = furthest > 1e-100 ? furthest : 1;
  const Matrix x = raw / reach;  // so that the system's entries are about 1
  Matrix system = Matrix::Zero(m + width + 1, m + width + 1);
  system.topLeftCorner(m, m) = (x.transpose() * x).array().square() / 2;
  system.block(0, m, m, 1).setOnes();
  system.block(0, m + 1, m, width) = x.transpose();
  system.bottomLeftCorner(width + 1, m) = system.topRightCorner(m, width + 1).transpose();
  Vector right = Vector::Zero(m + width + 1);
  right.head(m) = view(values);
  const Vector solution = system.completeOrthogonalDecomposition().solve(right);

  const Matrix h = x * solution.head(m).asDiagonal() * x.transpose() / (reach * reach);
  const Vector g = solution.tail(width) / reach;
  Quadratic quadratic{solution[m], {g.data(), g.data() + width}, {h.data(), h.data() + h.size()}};
  return quadratic;
}

std::vector<double> box_minimum(const Quadratic& quadratic, std::span<const double> lo,
                                std::span<const double> hi) {
  constexpr int kSweeps = 100;
  const std::size_t n = quadratic.gradient.size();
  double size = 0;
  for (std::size_t i = 0; i < n; ++i) size = std::max(size, hi[i] - lo[i]);
  Vector x = Vector::Zero(to_index(n));
  Vector slope = view(quadratic.gradient);
  for (int sweep = 0; sweep < kSweeps; ++sweep) {
    double moved = 0;
    for (std::size_t i = 0; i < n; ++i) {
      moved = std::max(moved, descend(quadratic, i, lo[i], hi[i], x, slope));
    }
    if (moved <= 1e-9 * size) break;
  }
  polish(quadratic, lo, hi, x);
  return {x.data(), x.data() + x.size()};
}

}  // namespace sweep
