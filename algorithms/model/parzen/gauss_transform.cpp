#include "algorithms/model/parzen/gauss_transform.hpp"

#include <Eigen/Core>
#include <algorithm>

#include "algorithms/model/lanes.hpp"
#include "algorithms/model/quick_exp.hpp"

namespace sweep {
namespace {

// Places side by side in one vector operation, as in parzen_line.cpp.
using Lanes = Eigen::Array<double, kLanes, 1>;

constexpr double kFar = 9;  // exp(-81/2) = 3e-18

// 1, t, t^2 ... t^7: a product of lanes that are each 1 or one of t, t^2, t^4.
class Powers {
 public:
  Powers() {
    odd_ << 0, 1, 0, 1, 0, 1, 0, 1;
    second_ << 0, 0, 1, 1, 0, 0, 1, 1;
    fourth_ << 0, 0, 0, 0, 1, 1, 1, 1;
  }
  [[nodiscard]] Lanes of(double t, double t2, double t4) const {
    return (1 + odd_ * (t - 1)) * (1 + second_ * (t2 - 1)) * (1 + fourth_ * (t4 - 1));
  }

 private:
  Lanes odd_;
  Lanes second_;
  Lanes fourth_;
};

// The coefficients of z^0, z^1 ... in the Hermite polynomials He_k(z), for k = 0, 1 ...
template <std::size_t kSize>
std::array<std::array<double, kSize>, kSize> hermite_polynomials() {
  std::array<std::array<double, kSize>, kSize> he{};
  he[0][0] = 1;
  for (std::size_t k = 1; k < kSize; ++k) {
    for (std::size_t power = 0; power < kSize; ++power) {
      if (power > 0) he[k][power] = he[k - 1][power - 1];
      if (k > 1) he[k][power] -= static_cast<double>(k - 1) * he[k - 2][power];
    }
  }
  return he;
}

// Four terms at a time, from the last on.
template <int kSize>
Lanes polynomial(const Eigen::Array<double, kSize, 1>& c, std::size_t terms, const Lanes& z) {
  const Lanes z2 = z * z;
  const Lanes z4 = z2 * z2;
  Lanes sum = Lanes::Zero();
  for (auto k = static_cast<Eigen::Index>(terms); k > 0;) {
    k -= 4;
    sum = sum * z4 + ((c[k] + c[k + 1] * z) + z2 * (c[k + 2] + c[k + 3] * z));
  }
  return sum;
}

std::vector<Lanes> lanes_of(std::span<const double> sorted) {
  std::vector<Lanes> blocks((sorted.size() + kLanes - 1) / kLanes);
  for (std::size_t i = 0; i < blocks.size() * kLanes; ++i) {
    const auto lane = static_cast<Eigen::Index>(i % kLanes);
    blocks[i / kLanes][lane] = sorted[std::min(i, sorted.size() - 1)];
  }
  return blocks;
}

}  // namespace

void GaussTransform::fit(std::span<const Kernel> kernels, double width, double ratio) {
  width_ = width;
  rate_ = 1 / width;
  if (ratio != ratio_) set_polynomials(ratio);
  boxes_.assign(static_cast<std::size_t>(rate_) + 1, {});
  const Powers powers;
  for (const Kernel& kernel : kernels) {
    const double place = kernel.at * rate_;
    const auto box = static_cast<int>(place);
    const double t = place - (box + 0.5);
    const double t2 = t * t;
    const double t4 = t2 * t2;
    const Lanes low = kernel.scale * powers.of(t, t2, t4);
    double* moments = boxes_[static_cast<std::size_t>(box)].moments.data();
    Eigen::Map<Lanes, Eigen::Aligned64>(moments) += low;
    Eigen::Map<Lanes, Eigen::Aligned64>(moments + kLanes) += (t4 * t4) * low;
  }
}

void GaussTransform::set_polynomials(double ratio) {
  static const auto he = hermite_polynomials<kTerms>();
  ratio_ = ratio;
  const double r2 = ratio * ratio;
  const std::array<double, 4> shares = {1, r2 / 24, r2 * r2 / 1920, r2 * r2 * r2 / 322560};
  double inverse_factorial = 1;
  for (std::size_t k = 0; k < kMoments; ++k) {
    if (k > 0) inverse_factorial /= static_cast<double>(k);
    for (std::size_t power = 0; power < kTerms; ++power) {
      double sum = 0;
      for (std::size_t j = 0; j < shares.size(); ++j) sum += shares[j] * he[k + 2 * j][power];
      polynomials_[k][power] = sum * inverse_factorial;
    }
  }
}

void GaussTransform::add_sums(std::span<const double> sorted, std::span<double> sums) const {
  using Polynomial = Eigen::Array<double, kTerms, 1>;
  const std::vector<Lanes> places = lanes_of(sorted);
  std::vector<Lanes> added(places.size(), Lanes::Zero());
  std::vector<Lanes> normals(places.size());
  const std::size_t terms = ratio_ > 0 ? kTerms : kMoments;
  const double far = kFar * width_;
  std::size_t first = 0;  // of the blocks near a box, and one past the last
  std::size_t last = 0;
  for (std::size_t box = 0; box < boxes_.size(); ++box) {
    const auto& moments = boxes_[box].moments;
    if (moments[0] == 0) continue;
    const double centre = (static_cast<double>(box) + 0.5) * width_;
    while (first < places.size() && places[first][kLanes - 1] < centre - far) ++first;
    while (last < places.size() && places[last][0] <= centre + far) ++last;
    if (first >= last) continue;
    for (std::size_t i = first; i < last; ++i) {
      normals[i] = -0.5 * ((places[i] - centre) * rate_).square();
    }
    quick_exp(normals[first].data(), (last - first) * kLanes);
    Polynomial sum = Polynomial::Zero();
    for (std::size_t k = 0; k < kMoments; ++k) {
      sum += moments[k] * Eigen::Map<const Polynomial>(polynomials_[k].data());
    }
    for (std::size_t i = first; i < last; ++i) {
      added[i] += polynomial(sum, terms, (places[i] - centre) * rate_) * normals[i];
    }
  }
  for (std::size_t i = 0; i < sums.size(); ++i) {
    sums[i] += added[i / kLanes][static_cast<Eigen::Index>(i % kLanes)];
  }
}

}  // namespace sweep
