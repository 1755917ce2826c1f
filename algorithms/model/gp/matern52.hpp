#pragma once

namespace sweep {

inline constexpr double kSqrt5 = 2.23606797749978969641;

/// The Matern kernel of smoothness 5/2 of z = sqrt(5) r, for a number or an array of them:
///   M = (1 + z + z^2/3) exp(-z).
/// Source: Rasmussen, Williams 2006, doi:10.7551/mitpress/3206.001.0001, equation 4.17.
template <class Array>
class Matern52 {
 public:
  explicit Matern52(const Array& z) : z_(z), decay_((-z).exp()) {}

  [[nodiscard]] Array value() const { return (1 + z_ + z_.square() / 3) * decay_; }
  /// -2 dM/d(r^2) = (5/3)(1 + z) exp(-z): with r^2 = sum (d/l)^2, dM/d ln l is this times (d/l)^2,
  /// and dM/dd is minus this times d/l^2.
  [[nodiscard]] Array slope() const { return (1 + z_) * decay_ * (5.0 / 3); }

 private:
  Array z_;
  Array decay_;
};

}  // namespace sweep
