#include "algorithms/model/gauss_transform.hpp"

#include <Eigen/Core>
#include <algorithm>
#include <cmath>

namespace sweep {
namespace {

// As in parzen_line.cpp.
constexpr std::size_t kLanes = 8;
using Lanes = Eigen::Array<double, kLanes, 1>;

constexpr double kBoxesInWidth = 2;
constexpr double kFar = 9;  // exp(-81/2) = 3e-18

}  // namespace

void GaussTransform::start(double width, double ratio) {
  width_ = width;
  ratio_ = ratio;
  boxes_.clear();
}

void GaussTransform::add(double at, double scale) {
  const double box_width = width_ / kBoxesInWidth;
  const double centre = (std::floor(at / box_width) + 0.5) * box_width;
  if (boxes_.empty() || boxes_.back().centre != centre) boxes_.push_back({centre, {}});
  const double t = (at - centre) / width_;
  const double t2 = t * t;
  const double t4 = t2 * t2;
  Lanes powers;
  powers << 1, t, t2, t2 * t, t4, t4 * t, t4 * t2, t4 * t2 * t;
  auto& terms = boxes_.back().terms;
  Eigen::Map<Lanes> low(terms.data());
  Eigen::Map<Lanes> high(terms.data() + kLanes);
  low += scale * powers;
  high += scale * (t4 * t4) * powers;
}

// Divides by k!, and lets the series add 2, 4 and 6 to the order of a moment: the derivatives of
// He_k(z) exp(-z^2/2) are -He_(k+1)(z) exp(-z^2/2).
void GaussTransform::finish() {
  static const std::array<double, kMoments> inverse_factorials = [] {
    std::array<double, kMoments> inverse{1};
    for (std::size_t k = 1; k < kMoments; ++k) inverse[k] = inverse[k - 1] / static_cast<double>(k);
    return inverse;
  }();
  const double r2 = ratio_ * ratio_;
  const std::array<double, 4> shares = {1, r2 / 24, r2 * r2 / 1920, r2 * r2 * r2 / 322560};
  for (Box& box : boxes_) {
    for (std::size_t k = 0; k < kMoments; ++k) box.terms[k] *= inverse_factorials[k];
    if (ratio_ == 0) continue;
    for (std::size_t k = kTerms; k-- > 2;) {
      for (std::size_t i = 1; i < shares.size() && 2 * i <= k; ++i) {
        box.terms[k] += shares[i] * box.terms[k - 2 * i];
      }
    }
  }
}

void GaussTransform::add_sums(std::span<const double> sorted, std::span<double> sums) const {
  const std::size_t terms = ratio_ > 0 ? kTerms : kMoments;
  for (std::size_t begin = 0; begin < sorted.size(); begin += kLanes) {
    const std::size_t end = std::min(begin + kLanes, sorted.size());
    Lanes x;
    for (std::size_t i = 0; i < kLanes; ++i) {
      x[static_cast<Eigen::Index>(i)] = sorted[std::min(begin + i, end - 1)];
    }
    Lanes sum = Lanes::Zero();
    for (const Box& box : boxes_) {
      const double far = kFar * width_;
      if (box.centre < x[0] - far || box.centre > x[kLanes - 1] + far) continue;
      const Lanes z = (x - box.centre) / width_;
      Lanes before = Lanes::Zero();
      Lanes hermite = Lanes::Ones();
      Lanes series = Lanes::Zero();
      for (std::size_t k = 0; k < terms; ++k) {
        series += box.terms[k] * hermite;
        const Lanes next = z * hermite - static_cast<double>(k) * before;
        before = hermite;
        hermite = next;
      }
      sum += series * (-0.5 * z.square()).exp();
    }
    for (std::size_t i = begin; i < end; ++i) {
      sums[i] += sum[static_cast<Eigen::Index>(i - begin)];
    }
  }
}

}  // namespace sweep
