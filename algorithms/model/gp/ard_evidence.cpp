#include "algorithms/model/gp/ard_evidence.hpp"

#include <Eigen/Cholesky>
#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numbers>
#include <utility>

#include "algorithms/model/gp/matern52.hpp"
#include "algorithms/model/index.hpp"

namespace sweep {
namespace {

using Array = Eigen::ArrayXd;
using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;
using ArrayView = Eigen::Map<const Array>;
using VectorView = Eigen::Map<const Vector>;
using Eigen::Index;

// The distances of one column, out of all.
ArrayView distances_in(const std::vector<double>& all, std::size_t column, std::size_t columns) {
  const Index pairs = to_index(all.size() / columns);
  return {all.data() + to_index(column) * pairs, pairs};
}

// Calls visit(column j of a matrix below its diagonal, the pairs with j) for each j.
template <class Visit>
void for_each_column(Index n, Visit visit) {
  Index begin = 0;
  for (Index j = 0; j < n; ++j) {
    visit(j, begin, n - j - 1);
    begin += n - j - 1;
  }
}

// The lower triangle of a matrix from its pairs.
Matrix lower_matrix(const Array& pairs, double diagonal, Index n) {
  Matrix full(n, n);
  for_each_column(n, [&](Index j, Index begin, Index below) {
    full(j, j) = diagonal;
    full.col(j).tail(below) = pairs.segment(begin, below).matrix();
  });
  return full;
}

}  // namespace

// The kernel between all pairs of rows, and what its derivatives are made of. M is the Matern
// kernel of Rasmussen, Williams 2006, equation 4.17.
struct ArdEvidence::Pairs {
  Array joint;                    // M of the joint part
  Array joint_slope;              // times (d/l)^2 it is dM/d ln l
  Array own;                      // the sum of the columns' own M
  std::vector<Array> own_slopes;  // dM/d ln m, one per column
};

// The matrix a a' - K^-1 of equation 5.9, a = K^-1 t: an entry for each pair of rows, and the
// trace.
struct ArdEvidence::Sensitivity {
  Sensitivity(const Eigen::LLT<Matrix>& factors, const Vector& weights) {
    const Index n = weights.size();
    // K^-1 = L'^-1 L^-1 by one triangular inverse, L^-1, and half a product.
    Matrix root = Matrix::Identity(n, n);
    factors.matrixL().solveInPlace(root);
    Matrix all = Matrix::Zero(n, n);
    all.selfadjointView<Eigen::Lower>().rankUpdate(root.transpose(), -1.0);
    all.selfadjointView<Eigen::Lower>().rankUpdate(weights, 1.0);
    pairs.resize(n * (n - 1) / 2);
    for_each_column(n, [&](Index j, Index begin, Index below) {
      pairs.segment(begin, below) = all.col(j).tail(below).array();
    });
    trace = all.diagonal().sum();
  }

  Array pairs;
  double trace;
};

ArdEvidence::ArdEvidence(const ColumnKinds& kinds, const RowTable& rows,
                         std::span<const double> targets, std::vector<LogPrior> priors)
    : columns_(rows.width()), targets_(targets.begin(), targets.end()), priors_(std::move(priors)) {
  assert(rows.rows() == targets.size() && !targets.empty());
  const std::size_t n = rows.rows();
  distances_.reserve(columns_ * n * (n - 1) / 2);
  for (std::size_t k = 0; k < columns_; ++k) {
    const auto column = rows.column(k);
    for (std::size_t j = 0; j < n; ++j) {
      for (std::size_t i = j + 1; i < n; ++i) {
        distances_.push_back(kinds.distance(k, column[i], column[j]));
      }
    }
  }
}

ArdEvidence::Pairs ArdEvidence::pairs(const ArdScales& scales) const {
  const Index n = to_index(distances_.size() / columns_);
  Array squares = Array::Zero(n);
  Array own = Array::Zero(n);
  std::vector<Array> own_slopes;
  own_slopes.reserve(columns_);
  for (std::size_t k = 0; k < columns_; ++k) {
    const ArrayView distances = distances_in(distances_, k, columns_);
    // r^2 of equation 5.2: the distance by a length for each column.
    squares += (distances / scales.joint_length(k)).square();
    // A term of the additive kernel of first order (Duvenaud et al. 2011).
    const Array scaled = distances / scales.own_length(k);
    const Matern52<Array> effect(kSqrt5 * scaled);
    own += effect.value();
    own_slopes.push_back(effect.slope() * scaled.square());
  }
  const Matern52<Array> joint(kSqrt5 * squares.sqrt());
  return {joint.value(), joint.slope(), std::move(own), std::move(own_slopes)};
}

double ArdEvidence::operator()(const ArdScales& scales, std::span<double> gradient) const {
  std::fill(gradient.begin(), gradient.end(), 0.0);
  const Index n = to_index(targets_.size());
  const Pairs all = pairs(scales);
  const Array covariance = scales.joint_variance() * all.joint + scales.own_variance() * all.own;
  // Algorithm 2.1, lines 2 and 3: L = chol(K), a = L'\(L\t).
  const Eigen::LLT<Matrix> factors(lower_matrix(covariance, scales.variance() + scales.noise(), n));
  if (factors.info() != Eigen::Success) return -std::numeric_limits<double>::infinity();
  const VectorView targets(targets_.data(), n);
  const Vector weights = factors.solve(targets);
  write_gradient(scales, all, Sensitivity(factors, weights), gradient);
  // Equation 5.8, as line 7 of algorithm 2.1 writes it.
  const double half_log_determinant = factors.matrixLLT().diagonal().array().log().sum();
  const double value = -targets.dot(weights) / 2 - half_log_determinant -
                       static_cast<double>(n) / 2 * std::log(2 * std::numbers::pi);
  return value + add_priors(scales, gradient);
}

// Writes equation 5.9, tr((a a' - K^-1) dK/dtheta)/2, for each logarithm theta. Pairs count twice,
// which the half of the formula cancels; the diagonal counts by half.
void ArdEvidence::write_gradient(const ArdScales& scales, const Pairs& pairs,
                                 const Sensitivity& sensitivity, std::span<double> gradient) const {
  const double s = scales.joint_variance();
  const double a = scales.own_variance();
  const double half_trace = sensitivity.trace / 2;
  const Array joint = sensitivity.pairs * pairs.joint_slope;
  for (std::size_t k = 0; k < columns_; ++k) {
    const ArrayView distances = distances_in(distances_, k, columns_);
    const double length = scales.joint_length(k);
    gradient[k] = s * (joint * distances.square()).sum() / (length * length);
    gradient[columns_ + k] = a * (sensitivity.pairs * pairs.own_slopes[k]).sum();
  }
  const double own_diagonal = static_cast<double>(columns_) * half_trace;
  gradient[2 * columns_] = s * ((sensitivity.pairs * pairs.joint).sum() + half_trace);
  gradient[2 * columns_ + 1] = a * ((sensitivity.pairs * pairs.own).sum() + own_diagonal);
  gradient[2 * columns_ + 2] = scales.noise() * half_trace;
}

// Adds the logarithm of the priors: the maximum is then one a posteriori.
double ArdEvidence::add_priors(const ArdScales& scales, std::span<double> gradient) const {
  double sum = 0;
  for (std::size_t i = 0; i < priors_.size(); ++i) {
    sum += priors_[i].log_density(scales.logs[i]);
    gradient[i] += priors_[i].slope(scales.logs[i]);
  }
  return sum;
}

}  // namespace sweep
