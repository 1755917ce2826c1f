#include "algorithms/model/gp/ard_posterior.hpp"

#include <Eigen/Cholesky>
#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>
#include <optional>
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
using FactorView = Eigen::Map<const Matrix, 0, Eigen::OuterStride<>>;
using Factor = Eigen::Map<Matrix, 0, Eigen::OuterStride<>>;

// Kernel values between one row and all of a table. What a column adds to them is kept until a row
// has another value there: of rows that differ in one column, only that is computed anew.
class CrossKernel {
 public:
  CrossKernel(const ColumnKinds& kinds, const RowTable& rows, const ArdScales& scales)
      : kinds_(kinds), rows_(rows), s_(scales.joint_variance()), a_(scales.own_variance()) {
    for (std::size_t k = 0; k < rows.width(); ++k) {
      joint_.push_back(kSqrt5 / scales.joint_length(k));
      own_.push_back(kSqrt5 / scales.own_length(k));
    }
    parts_.resize(rows.width());
  }

  template <class Out>
  void write(std::span<const double> row, Out&& out) {
    squares_.setZero(to_index(rows_.rows()));
    own_sum_.setZero(squares_.size());
    for (std::size_t k = 0; k < rows_.width(); ++k) {
      if (parts_[k].x != row[k]) fill_part(k, row[k]);
      squares_ += parts_[k].square;
      own_sum_ += parts_[k].own;
    }
    scaled_ = squares_.sqrt();
    // Not straight into `out`: where its memory begins decides which elements are exponentiated one
    // by one and which in packets, and that their last bits must not show.
    own_sum_ = s_ * Matern52<Array>(scaled_).value() + a_ * own_sum_;
    out = own_sum_;
  }

  // d k / d row[k] for each row of the table; needs write() of the same row before.
  Array slope(std::size_t k, double x) {
    const ArrayView column = view(k);
    const Array joint = Matern52<Array>(scaled_).slope() * (s_ * joint_[k] * joint_[k] / 5);
    const Array own =
        Matern52<Array>((column - x).abs() * own_[k]).slope() * (a_ * own_[k] * own_[k] / 5);
    return (joint + own) * (column - x);
  }

 private:
  [[nodiscard]] ArrayView view(std::size_t k) const {
    return {rows_.column(k).data(), to_index(rows_.rows())};
  }
  // What one column adds to the sums, for each row of the table.
  struct Part {
    std::optional<double> x;
    Array square;  // of the scaled distance
    Array own;     // the column's own M
  };

  void fill_part(std::size_t k, double x) {
    Part& part = parts_[k];
    part.x = x;
    fill_distances(k, x);
    part.square = (distances_ * joint_[k]).square();
    scaled_ = distances_ * own_[k];
    part.own = Matern52<Array>(scaled_).value();
  }
  void fill_distances(std::size_t k, double x) {
    if (kinds_.is_category[k] != 0) {
      distances_ = (view(k) != x).cast<double>();
    } else {
      distances_ = (view(k) - x).abs();
    }
  }

  const ColumnKinds& kinds_;
  const RowTable& rows_;
  double s_;
  double a_;
  std::vector<double> joint_;  // sqrt(5)/l
  std::vector<double> own_;    // sqrt(5)/m
  std::vector<Part> parts_;
  Array distances_;
  Array squares_;
  Array scaled_;
  Array own_sum_;
};

}  // namespace

ArdPosterior::ArdPosterior(ColumnKinds kinds, RowTable rows, std::vector<double> targets,
                           ArdScales scales)
    : kinds_(std::move(kinds)),
      rows_(std::move(rows)),
      targets_(std::move(targets)),
      scales_(std::move(scales)) {
  assert(rows_.rows() == targets_.size());
  factorise();
}

double ArdPosterior::diagonal() const {
  return scales_.variance() * (1 + jitter_) + scales_.noise();
}

void ArdPosterior::factorise() {
  constexpr double kFirstJitter = 1e-10;
  while (!try_factorise()) jitter_ = jitter_ == 0 ? kFirstJitter : jitter_ * 10;
  update_weights();
}

bool ArdPosterior::try_factorise() {
  const std::size_t n = rows_.rows();
  reserve(n);
  Factor factor(factor_.data(), to_index(n), to_index(n),
                Eigen::OuterStride<>(to_index(capacity_)));
  CrossKernel kernel(kinds_, rows_, scales_);
  for (std::size_t j = 0; j < n; ++j) kernel.write(rows_.row(j), factor.col(to_index(j)).array());
  factor.diagonal().setConstant(diagonal());
  const Eigen::LLT<Eigen::Ref<Matrix, 0, Eigen::OuterStride<>>> in_place(factor);
  return in_place.info() == Eigen::Success;
}

void ArdPosterior::reserve(std::size_t rows) {
  if (rows <= capacity_) return;
  const std::size_t wider = std::max(rows + 8, capacity_ + capacity_ / 2);
  std::vector<double> moved(wider * wider, 0.0);
  for (std::size_t j = 0; j < capacity_; ++j) {
    std::copy_n(factor_.begin() + to_index(j * capacity_), capacity_,
                moved.begin() + to_index(j * wider));
  }
  factor_ = std::move(moved);
  capacity_ = wider;
}

void ArdPosterior::append(std::span<const double> row, double target) {
  const std::size_t n = rows_.rows();
  reserve(n + 1);
  Vector k(to_index(n));
  CrossKernel(kinds_, rows_, scales_).write(row, k.array());
  const FactorView factor(factor_.data(), to_index(n), to_index(n),
                          Eigen::OuterStride<>(to_index(capacity_)));
  factor.triangularView<Eigen::Lower>().solveInPlace(k);
  const double rest = diagonal() - k.squaredNorm();
  rows_.append(row);
  targets_.push_back(target);
  if (!(rest > 0)) return factorise();
  for (std::size_t j = 0; j < n; ++j) factor_[j * capacity_ + n] = k[to_index(j)];
  factor_[n * capacity_ + n] = std::sqrt(rest);
  update_weights();
}

void ArdPosterior::update_weights() {
  const auto n = to_index(rows_.rows());
  weights_ = targets_;
  const FactorView factor(factor_.data(), n, n, Eigen::OuterStride<>(to_index(capacity_)));
  Eigen::Map<Vector> weights(weights_.data(), n);
  factor.triangularView<Eigen::Lower>().solveInPlace(weights);
  factor.triangularView<Eigen::Lower>().transpose().solveInPlace(weights);
}

double ArdPosterior::misfit(std::span<const double> targets) const {
  const auto n = to_index(rows_.rows());
  Vector t = VectorView(targets.data(), n);
  const FactorView factor(factor_.data(), n, n, Eigen::OuterStride<>(to_index(capacity_)));
  factor.triangularView<Eigen::Lower>().solveInPlace(t);
  return t.squaredNorm();
}

std::vector<double> ArdPosterior::means_at_rows() const {
  const double noise = diagonal() - scales_.variance();
  std::vector<double> means = targets_;
  for (std::size_t i = 0; i < means.size(); ++i) means[i] -= noise * weights_[i];
  return means;
}

double ArdPosterior::log_likelihood() const {
  double value = -static_cast<double>(targets_.size()) / 2 * std::log(2 * std::numbers::pi);
  for (std::size_t i = 0; i < targets_.size(); ++i) {
    value -= targets_[i] * weights_[i] / 2 + std::log(factor_[i * capacity_ + i]);
  }
  return value;
}

Prediction ArdPosterior::at(std::span<const double> row) const { return predict(row).front(); }

std::vector<Prediction> ArdPosterior::predict(std::span<const double> rows) const {
  const auto n = to_index(rows_.rows());
  const std::size_t width = rows_.width();
  const std::size_t m = rows.size() / width;
  Matrix k(n, to_index(m));
  CrossKernel kernel(kinds_, rows_, scales_);
  for (std::size_t i = 0; i < m; ++i) {
    kernel.write(rows.subspan(i * width, width), k.col(to_index(i)).array());
  }
  const Vector means = k.transpose() * VectorView(weights_.data(), n);
  const FactorView factor(factor_.data(), n, n, Eigen::OuterStride<>(to_index(capacity_)));
  factor.triangularView<Eigen::Lower>().solveInPlace(k);
  std::vector<Prediction> predictions;
  predictions.reserve(m);
  for (Eigen::Index i = 0; i < to_index(m); ++i) {
    const double variance = scales_.variance() - k.col(i).squaredNorm();
    predictions.push_back({means[i], std::sqrt(std::max(0.0, variance))});
  }
  return predictions;
}

PredictionSlopes ArdPosterior::slopes_at(std::span<const double> row) const {
  const auto n = to_index(rows_.rows());
  CrossKernel kernel(kinds_, rows_, scales_);
  Vector k(n);
  kernel.write(row, k.array());
  const VectorView weights(weights_.data(), n);
  const FactorView factor(factor_.data(), n, n, Eigen::OuterStride<>(to_index(capacity_)));
  Vector explained = k;
  factor.triangularView<Eigen::Lower>().solveInPlace(explained);
  const double variance = scales_.variance() - explained.squaredNorm();
  factor.triangularView<Eigen::Lower>().transpose().solveInPlace(explained);
  PredictionSlopes slopes{{k.dot(weights), std::sqrt(std::max(0.0, variance))}, {}, {}};
  slopes.mean.assign(row.size(), 0.0);
  slopes.sd.assign(row.size(), 0.0);
  for (std::size_t c = 0; c < row.size(); ++c) {
    if (kinds_.is_category[c] != 0) continue;
    const Vector slope = kernel.slope(c, row[c]).matrix();
    slopes.mean[c] = slope.dot(weights);
    if (variance > 0) slopes.sd[c] = -slope.dot(explained) / slopes.prediction.sd;
  }
  return slopes;
}

}  // namespace sweep
