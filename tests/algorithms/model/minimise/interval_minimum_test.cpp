#include "algorithms/model/minimise/interval_minimum.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "algorithms/space/real_limits.hpp"

namespace sweep::interval_minimum_test {

constexpr Interval kInterval{-3, 5};
// Where the derivative is at most 1e-5, a curvature of 1 or more leaves x this near.
constexpr double kNear = 1e-4;

struct Case {
  std::string name;
  std::function<Slope(double)> f;
  double start;
  double minimum;
};

const Case kCases[] = {
    {"parabola",
     [](double x) {
       return Slope{(x - 1) * (x - 1), 2 * (x - 1)};
     },
     4, 1},
    {"steep parabola",
     [](double x) {
       return Slope{1e3 * x * x, 2e3 * x};
     },
     5, 0},
    {"falls to the lower end",
     [](double x) {
       return Slope{x, 1};
     },
     2, -3},
    {"falls to the upper end",
     [](double x) {
       return Slope{-std::exp(x), -std::exp(x)};
     },
     0, 5},
    {"starts at its end",
     [](double x) {
       return Slope{x, 1};
     },
     -3, -3},
    {"flat",
     [](double) {
       return Slope{7, 0};
     },
     1.5, 1.5},
    {"hyperbolic cosine",
     [](double x) {
       return Slope{std::cosh(x), std::sinh(x)};
     },
     4.5, 0},
    {"quartic and cosine",
     [](double x) {
       return Slope{x * x / 2 - std::cos(x), x + std::sin(x)};
     },
     3, 0},
};

TEST(IntervalMinimum, FindsTheMinimumOfConvexFunctions) {
  for (const Case& row : kCases) {
    const Minimum minimum = interval_minimum(row.f, row.start, kInterval);
    EXPECT_NEAR(minimum.x, row.minimum, kNear) << row.name;
    EXPECT_EQ(minimum.value, row.f(minimum.x).value) << row.name;
  }
}

TEST(IntervalMinimum, TriesTheStartLessTheDerivativeFirst) {
  std::vector<double> tried;
  const auto f = [&tried](double x) {
    tried.push_back(x);
    return Slope{(x - 1) * (x - 1), 2 * (x - 1)};
  };
  interval_minimum(f, 2, kInterval);
  ASSERT_GE(tried.size(), 2u);
  EXPECT_EQ(tried[1], 0);
  tried.clear();
  interval_minimum(f, -2, kInterval);
  EXPECT_EQ(tried[1], 4);
  const auto steep = [&tried](double x) {
    tried.push_back(x);
    return Slope{50 * x * x, 100 * x};
  };
  tried.clear();
  interval_minimum(steep, 4, kInterval);
  EXPECT_EQ(tried[1], kInterval.lo);
}

TEST(IntervalMinimum, NeverLeavesTheIntervalNorGoesUp) {
  for (double start = -3; start <= 5; start += 0.25) {
    const auto wavy = [](double x) {
      EXPECT_TRUE(kInterval.contains(x)) << x;
      return Slope{std::sin(5 * x) + x / 10, 5 * std::cos(5 * x) + 0.1};
    };
    const Minimum minimum = interval_minimum(wavy, start, kInterval);
    EXPECT_LE(minimum.value, wavy(start).value);
  }
}

TEST(IntervalMinimum, EndsWhereNumbersEnd) {
  const std::function<Slope(double)> wild[] = {
      [](double) {
        return Slope{kNaN, kNaN};
      },
      [](double x) {
        return Slope{x < 1 ? kNaN : x, 1};
      },
      [](double x) {
        return Slope{x < 1 ? kInfinity : x, 1};
      },
      [](double x) {
        return Slope{-kInfinity * x, kInfinity};
      },
      [](double x) {
        return Slope{1e300 * x, 1e300};
      },
      [](double x) {
        return Slope{x, -1};
      },  // its derivative lies
  };
  for (const auto& f : wild) {
    EXPECT_TRUE(kInterval.contains(interval_minimum(f, 2, kInterval).x));
  }
}

}  // namespace sweep::interval_minimum_test
