#include "bench/results/inference/ordered_sums.hpp"

#include <bit>
#include <cmath>
#include <cstddef>

namespace sweep {
namespace {

constexpr std::uint64_t kSignBit = std::uint64_t{1} << 63;

// Doubles in their order as whole numbers in theirs, and back.
std::uint64_t place_of(double x) {
  const auto bits = std::bit_cast<std::uint64_t>(x);
  return (bits & kSignBit) != 0 ? ~bits : bits | kSignBit;
}

double at_place(std::uint64_t place) {
  return std::bit_cast<double>((place & kSignBit) != 0 ? place & ~kSignBit : ~place);
}

double average(double a, double b) {
  const double mean = a / 2 + b / 2;
  return std::isnan(mean) ? a : mean;
}

double difference(double a, double b) {
  const double gap = a - b;
  return std::isnan(gap) ? 0 : gap;
}

// The smallest double of which `count_up_to` says k or more, between two that bound it.
template <class Count>
double smallest_with(std::uint64_t k, double low, double high, Count count_up_to) {
  std::uint64_t below = place_of(low);
  std::uint64_t up_to = place_of(high);
  while (below < up_to) {
    const std::uint64_t middle = below + (up_to - below) / 2;
    if (count_up_to(at_place(middle)) >= k) {
      up_to = middle;
    } else {
      below = middle + 1;
    }
  }
  return at_place(up_to) + 0.0;  // no -0
}

}  // namespace

double kth_average(std::span<const double> sorted, std::uint64_t k) {
  const auto count_up_to = [&](double x) {
    std::uint64_t count = 0;
    std::size_t end = sorted.size();  // behind the last partner of the i-th
    for (std::size_t i = 0; i < end; ++i) {
      while (end > i && average(sorted[i], sorted[end - 1]) > x) --end;
      count += end - i;
    }
    return count;
  };
  return smallest_with(k, sorted.front(), sorted.back(), count_up_to);
}

double kth_difference(std::span<const double> x, std::span<const double> y, std::uint64_t k) {
  const auto count_up_to = [&](double most) {
    std::uint64_t count = 0;
    std::size_t begin = 0;  // the first of y that the i-th of x is close enough to
    for (const double xi : x) {
      while (begin < y.size() && difference(xi, y[begin]) > most) ++begin;
      count += y.size() - begin;
    }
    return count;
  };
  return smallest_with(k, difference(x.front(), y.back()), difference(x.back(), y.front()),
                       count_up_to);
}

}  // namespace sweep
