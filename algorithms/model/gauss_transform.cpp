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

// exp(-u) for u = t^2/2 <= 1/32; the first term left out is below 1e-16.
double exp_of_minus(double u) {
  const std::array<double, 8> c = {1,       -1,        1. / 2,   -1. / 6,
                                   1. / 24, -1. / 120, 1. / 720, -1. / 5040};
  const double u2 = u * u;
  return (c[0] + c[1] * u) +
         u2 * ((c[2] + c[3] * u) + u2 * ((c[4] + c[5] * u) + u2 * (c[6] + c[7] * u)));
}

// 1, t, t^2 ... t^7: a product of lanes that are each 1 or one of t, t^2, t^4.
Lanes powers_of(double t) {
  const double t2 = t * t;
  const double t4 = t2 * t2;
  Lanes odd;
  Lanes second;
  Lanes fourth;
  odd << 0, 1, 0, 1, 0, 1, 0, 1;
  second << 0, 0, 1, 1, 0, 0, 1, 1;
  fourth << 0, 0, 0, 0, 1, 1, 1, 1;
  return ((1 - odd) + odd * t) * ((1 - second) + second * t2) * ((1 - fourth) + fourth * t4);
}

// Of exp(-z^2/2) P(z), the polynomial P of its second derivative.
template <std::size_t kSize>
std::array<double, kSize> second_derivative(const std::array<double, kSize>& p) {
  std::array<double, kSize> once{};
  std::array<double, kSize> twice{};
  const auto derive = [](const auto& from, auto& to) {
    for (std::size_t k = 0; k < kSize; ++k) {
      if (k + 1 < kSize) to[k] += static_cast<double>(k + 1) * from[k + 1];
      if (k > 0) to[k] -= from[k - 1];
    }
  };
  derive(p, once);
  derive(once, twice);
  return twice;
}

// Four terms at a time, from the last on.
template <std::size_t kSize>
Lanes polynomial(const std::array<double, kSize>& c, std::size_t terms, const Lanes& z) {
  const Lanes z2 = z * z;
  const Lanes z4 = z2 * z2;
  Lanes sum = Lanes::Zero();
  for (std::size_t k = terms; k > 0;) {
    k -= 4;
    sum = sum * z4 + ((c[k] + c[k + 1] * z) + z2 * (c[k + 2] + c[k + 3] * z));
  }
  return sum;
}

}  // namespace

void GaussTransform::start(double width, double ratio) {
  width_ = width;
  ratio_ = ratio;
  kernels_.clear();
  boxes_.clear();
}

void GaussTransform::finish() {
  const double box_width = width_ / kBoxesInWidth;
  for (std::size_t i = 0; i < kernels_.size();) {
    const double box = std::floor(kernels_[i].at / box_width);
    const double centre = (box + 0.5) * box_width;
    const double end = (box + 1) * box_width;
    Lanes low = Lanes::Zero();
    Lanes high = Lanes::Zero();
    do {
      const double t = (kernels_[i].at - centre) / width_;
      const double t2 = t * t;
      const Lanes terms = kernels_[i].scale * exp_of_minus(t2 / 2) * powers_of(t);
      low += terms;
      high += (t2 * t2) * (t2 * t2) * terms;
      ++i;
    } while (i < kernels_.size() && kernels_[i].at < end);
    boxes_.push_back({centre, {}});
    for (std::size_t k = 0; k < kLanes; ++k) {
      boxes_.back().terms[k] = low[static_cast<Eigen::Index>(k)];
      boxes_.back().terms[k + kLanes] = high[static_cast<Eigen::Index>(k)];
    }
    set_terms(boxes_.back());
  }
}

// Divides by k!, and adds the even derivatives that make densities masses of cells.
void GaussTransform::set_terms(Box& box) const {
  static const std::array<double, kMoments> inverse_factorials = [] {
    std::array<double, kMoments> inverse{1};
    for (std::size_t k = 1; k < kMoments; ++k) inverse[k] = inverse[k - 1] / static_cast<double>(k);
    return inverse;
  }();
  for (std::size_t k = 0; k < kMoments; ++k) box.terms[k] *= inverse_factorials[k];
  if (ratio_ == 0) return;
  const double r2 = ratio_ * ratio_;
  auto derivative = box.terms;
  for (const double share : {r2 / 24, r2 * r2 / 1920, r2 * r2 * r2 / 322560}) {
    derivative = second_derivative(derivative);
    for (std::size_t k = 0; k < kTerms; ++k) box.terms[k] += share * derivative[k];
  }
}

void GaussTransform::add_sums(std::span<const double> sorted, std::span<double> sums) const {
  const std::size_t terms = ratio_ > 0 ? kTerms : kMoments;
  const double far = kFar * width_;
  const double rate = 1 / width_;
  for (std::size_t begin = 0; begin < sorted.size(); begin += kLanes) {
    const std::size_t end = std::min(begin + kLanes, sorted.size());
    Lanes x;
    for (std::size_t i = 0; i < kLanes; ++i) {
      x[static_cast<Eigen::Index>(i)] = sorted[std::min(begin + i, end - 1)];
    }
    Lanes sum = Lanes::Zero();
    for (const Box& box : boxes_) {
      if (box.centre < x[0] - far || box.centre > x[kLanes - 1] + far) continue;
      const Lanes z = (x - box.centre) * rate;
      sum += polynomial(box.terms, terms, z) * (-0.5 * z.square()).exp();
    }
    for (std::size_t i = begin; i < end; ++i) {
      sums[i] += sum[static_cast<Eigen::Index>(i - begin)];
    }
  }
}

}  // namespace sweep
