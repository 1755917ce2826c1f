#include "algorithms/model/parzen/normal_mass.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace sweep::normal_mass_test {

long double exact_mass(long double a, long double b) {
  const long double root = std::sqrt(2.0L);
  if (b <= 0) return (std::erfc(-b / root) - std::erfc(-a / root)) / 2;
  return (std::erfc(a / root) - std::erfc(b / root)) / 2;
}

struct Interval {
  const char* name;
  double a;
  double b;
};

class NormalMass : public testing::TestWithParam<Interval> {};

TEST_P(NormalMass, EqualsTheDifferenceOfTails) {
  const auto [name, a, b] = GetParam();
  const auto exact = static_cast<double>(exact_mass(a, b));
  constexpr double kRelative = 1e-12;  // of roundings in erfc, enlarged by z^2 in the tails
  EXPECT_NEAR(normal_mass(a, b), exact, kRelative * exact);
  EXPECT_NEAR(log_normal_mass(a, b), std::log(exact), kRelative * 100);
}

INSTANTIATE_TEST_SUITE_P(Intervals, NormalMass,
                         testing::Values(Interval{"Whole", -20, 20}, Interval{"Central", -1, 2},
                                         Interval{"FromZero", 0, 0.5}, Interval{"ToZero", -3, 0},
                                         Interval{"Right", 2, 3}, Interval{"Left", -8, -7},
                                         Interval{"FarRight", 20, 21}),
                         [](const auto& row) { return row.param.name; });

TEST(MassInside, EqualsTheMassForEveryPlaceAndWidth) {
  for (const double width : {1e-12, 0.01, 0.0635, 0.12, 0.77, 1.0}) {
    const MassInside inside(std::max(width, 0.01));
    for (double at = 0; at <= 1; at += 1.0 / 256) {
      EXPECT_NEAR(mass_inside(at, width), normal_mass(-at / width, (1 - at) / width), 2e-15);
      if (width < 0.01) continue;
      EXPECT_NEAR(inside(at), mass_inside(at, width), 1e-10) << at << ' ' << width;
    }
  }
}

TEST(LogNormalMass, IsFiniteWhereTheMassUnderflows) {
  EXPECT_EQ(normal_mass(60, 61), 0);
  // ln phi(60) - ln 60 up to 1/60^2.
  const double expected = -1800 - std::log(2 * std::numbers::pi) / 2 - std::log(60.0);
  EXPECT_NEAR(log_normal_mass(60, 61), expected, 1e-3);
}

TEST(ConfinedNormalQuantile, InvertsTheMassAndStaysInside) {
  constexpr Interval kIntervals[] = {{"", -1, 2}, {"", 0, 3}, {"", -40, 0}, {"", -0.2, 0.1}};
  for (const auto& [name, a, b] : kIntervals) {
    for (const double u : {0.0, 1e-9, 0.1, 0.5, 0.9, 1 - 1e-9, 1.0}) {
      const double z = confined_normal_quantile(u, a, b);
      EXPECT_GE(z, a);
      EXPECT_LE(z, b);
      EXPECT_NEAR(normal_mass(a, z), u * normal_mass(a, b), 1e-12) << a << ' ' << b << ' ' << u;
    }
  }
}

}  // namespace sweep::normal_mass_test
