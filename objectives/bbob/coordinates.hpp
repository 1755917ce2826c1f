#pragma once

#include <algorithm>
#include <array>

#include "objectives/bbob/pack.hpp"

// A function is written once and computed in two ways: for one point at a time with kLanes
// coordinates side by side, or for kLanes points side by side, coordinate by coordinate. Sums run
// over the coordinates upwards in both, so that their bits are the same.
namespace sweep::detail {

inline constexpr int kMostCoordinates = 40;

/// The coordinates i, i + 1, ... of one point.
struct OfOnePoint {
  int i;
};
/// Coordinate i of each of kLanes points.
struct OfManyPoints {
  int i;
};

/// One constant per coordinate, followed by zeros for lanes that are left over.
class Row {
 public:
  Row() = default;
  template <class Values>
  explicit Row(const Values& values) {
    std::copy(values.begin(), values.end(), x_.begin());
  }
  double operator[](int i) const { return x_[static_cast<std::size_t>(i)]; }
  double& operator[](int i) { return x_[static_cast<std::size_t>(i)]; }
  Pack operator[](OfOnePoint at) const { return Pack::load(x_.data() + at.i); }
  Pack operator[](OfManyPoints at) const { return (*this)[at.i]; }

 private:
  alignas(64) std::array<double, kMostCoordinates> x_{};
};

/// One number per coordinate, of one point (double) or of kLanes points (Pack), and zeros in front
/// for the neighbour of the first one. Numbers are there once they are set.
template <class Real>
class Coordinates;

/// The coordinates of one point, in lanes one after the other.
template <>
class Coordinates<double> {
 public:
  using At = OfOnePoint;
  static constexpr int kStride = kLanes;

  explicit Coordinates(int size) : size_(size) { set({-kLanes}, 0.0); }
  int size() const { return size_; }
  double operator[](int i) const { return x_[kLanes + i]; }
  double& operator[](int i) { return x_[kLanes + i]; }
  Pack operator[](At at) const { return Pack::load(x_ + kLanes + at.i); }
  void set(At at, Pack values) { values.store(x_ + kLanes + at.i); }

 private:
  alignas(64) double x_[kLanes + kMostCoordinates];
  int size_;
};

/// The coordinates of kLanes points, one pack for each coordinate.
template <>
class Coordinates<Pack> {
 public:
  using At = OfManyPoints;
  static constexpr int kStride = 1;

  explicit Coordinates(int size) : size_(size) { set({-1}, 0.0); }
  int size() const { return size_; }
  Pack operator[](int i) const { return Pack::load(x_[1 + i]); }
  Pack operator[](At at) const { return (*this)[at.i]; }
  void set(At at, Pack values) { values.store(x_[1 + at.i]); }

 private:
  alignas(64) double x_[1 + kMostCoordinates][kLanes];
  int size_;
};

inline OfOnePoint previous(OfOnePoint at) { return {at.i - 1}; }
inline OfManyPoints previous(OfManyPoints at) { return {at.i - 1}; }

/// Calls f(at) for each coordinate; `like` says how many there are, and of how many points.
template <class Real, class F>
void for_each(const Coordinates<Real>& like, F f) {
  using Result = Coordinates<Real>;
  for (int i = 0; i < like.size(); i += Result::kStride) f(typename Result::At{i});
}

/// f(at) for each coordinate, in a pack.
template <class Real, class F>
Coordinates<Real> map(const Coordinates<Real>& like, F f) {
  Coordinates<Real> z(like.size());
  for_each(like, [&](auto at) { z.set(at, f(at)); });
  return z;
}

/// start, then combined with f(at) of the coordinates first .. last - 1, in this order.
template <class F, class Combine>
Pack fold(int first, int last, const Coordinates<Pack>&, Pack start, F f, Combine combine) {
  for (int i = first; i < last; ++i) start = combine(start, f(OfManyPoints{i}));
  return start;
}
template <class F, class Combine>
double fold(int first, int last, const Coordinates<double>& like, double start, F f,
            Combine combine) {
  const Coordinates<double> terms = map(like, f);
  for (int i = first; i < last; ++i) start = combine(start, terms[i]);
  return start;
}

template <class Real, class F>
Real sum_from(int first, const Coordinates<Real>& like, F f) {
  return fold(first, like.size(), like, 0, f, [](Real a, Real b) { return a + b; });
}
template <class Real, class F>
Real sum(const Coordinates<Real>& like, F f) {
  return sum_from(0, like, f);
}

}  // namespace sweep::detail
