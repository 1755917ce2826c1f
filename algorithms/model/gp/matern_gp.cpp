#include "algorithms/model/gp/matern_gp.hpp"

#include <Eigen/Cholesky>
#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numbers>
#include <utility>

#include "algorithms/model/index.hpp"

namespace sweep {
namespace {

using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;
using MatrixView = Eigen::Map<const Matrix>;
using VectorView = Eigen::Map<const Vector>;

VectorView column(std::span<const double> values) {
  return {values.data(), to_index(values.size())};
}

// Samples as columns: the rows of a sample are contiguous.
MatrixView as_columns(std::span<const double> rows, std::size_t width) {
  return {rows.data(), to_index(width), to_index(width == 0 ? 0 : rows.size() / width)};
}

// Euclidean distances between the columns of a and of b.
Matrix distances(const MatrixView& a, const MatrixView& b) {
  Matrix result(a.cols(), b.cols());
  for (Eigen::Index j = 0; j < b.cols(); ++j) {
    result.col(j) = (a.colwise() - b.col(j)).colwise().norm().transpose();
  }
  return result;
}

Matrix kernel(const Matrix& distance, double length_scale) {
  const double scale = std::numbers::sqrt3 / length_scale;
  return ((distance.array() * scale + 1) * (distance.array() * -scale).exp()).matrix();
}

Eigen::LLT<Matrix> factorise(const Matrix& distance, double length_scale) {
  Matrix covariance = kernel(distance, length_scale);
  covariance.diagonal().array() += MaternLikelihood::kNugget;
  return covariance.llt();
}

}  // namespace

Slope matern32(double distance, double length_scale) {
  const double z = std::numbers::sqrt3 * distance / length_scale;
  return {(1 + z) * std::exp(-z), z * z * std::exp(-z)};
}

MaternLikelihood::MaternLikelihood(const Samples& samples) : targets_(samples.targets) {
  assert(samples.rows.size() == samples.columns * samples.targets.size());
  const MatrixView points = as_columns(samples.rows, samples.columns);
  const Matrix all = distances(points, points);
  distances_.assign(all.data(), all.data() + all.size());
}

Slope MaternLikelihood::operator()(double log_length_scale) const {
  const Eigen::Index n = to_index(targets_.size());
  const MatrixView distance(distances_.data(), n, n);
  const VectorView t = column(targets_);
  const double length_scale = std::exp(log_length_scale);
  const Eigen::LLT<Matrix> factors = factorise(distance, length_scale);
  if (factors.info() != Eigen::Success) return {-std::numeric_limits<double>::infinity(), 0};
  const Vector a = factors.solve(t);
  const double half_log_determinant = factors.matrixLLT().diagonal().array().log().sum();
  const double value = -t.dot(a) / 2 - half_log_determinant -
                       static_cast<double>(n) / 2 * std::log(2 * std::numbers::pi);
  const auto z = distance.array() * (std::numbers::sqrt3 / length_scale);
  const Matrix slope = (z.square() * (-z).exp()).matrix();
  const Matrix inverse = factors.solve(Matrix::Identity(n, n));
  const double derivative = (a.dot(slope * a) - inverse.cwiseProduct(slope).sum()) / 2;
  return {value, derivative};
}

MaternPosterior::MaternPosterior(Samples samples, double length_scale)
    : samples_(std::move(samples)), length_scale_(length_scale) {
  const MatrixView points = as_columns(samples_.rows, samples_.columns);
  const Eigen::LLT<Matrix> factors = factorise(distances(points, points), length_scale);
  if (factors.info() != Eigen::Success) return;
  const Matrix factor = factors.matrixL();
  const Vector weights = factors.solve(column(samples_.targets));
  factor_.assign(factor.data(), factor.data() + factor.size());
  weights_.assign(weights.data(), weights.data() + weights.size());
}

Prediction MaternPosterior::at(std::span<const double> row) const { return predict(row).front(); }

std::vector<Prediction> MaternPosterior::predict(std::span<const double> rows) const {
  const MatrixView wanted = as_columns(rows, samples_.columns);
  std::vector<Prediction> predictions(static_cast<std::size_t>(wanted.cols()), {0, 1});
  if (factor_.empty()) return predictions;
  const MatrixView known = as_columns(samples_.rows, samples_.columns);
  const Matrix k = kernel(distances(known, wanted), length_scale_);
  const Vector means = k.transpose() * column(weights_);
  const MatrixView factor(factor_.data(), known.cols(), known.cols());
  const Matrix v = factor.triangularView<Eigen::Lower>().solve(k);
  const Vector variances = (1 - v.colwise().squaredNorm().array()).matrix().transpose();
  for (Eigen::Index i = 0; i < wanted.cols(); ++i) {
    predictions[static_cast<std::size_t>(i)] = {means[i], std::sqrt(std::max(0.0, variances[i]))};
  }
  return predictions;
}

}  // namespace sweep
