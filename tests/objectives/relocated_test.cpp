// Whatever moves an objective's points moves its known optimum along.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "objectives/catalog.hpp"
#include "tests/support/objectives.hpp"

namespace sweep {
namespace {

constexpr double kEpsilon = std::numeric_limits<double>::epsilon();

/// What a few roundings of each coordinate may change at the optimum: the tolerance of a mapped
/// optimum point. It is 1e-6 for the sharp ridge of bukin6 and next to nothing for the others.
double rounding_of_place(const Objective& objective, const Optimum& optimum) {
  double sum = 1e-13 * (1 + std::abs(optimum.value));
  const std::vector<double>& best = optimum.points.front().values;
  for (std::size_t i = 0; i < best.size(); ++i) {
    const Interval range = support(objective.space()[i].distribution);
    const double step = 8 * kEpsilon * std::max(std::abs(range.lo), std::abs(range.hi));
    for (const double sign : {-1.0, 1.0}) {
      std::vector<double> x = best;
      x[i] += sign * step;
      const double loss = objective.exact_loss(x);
      sum += std::isfinite(loss) ? std::abs(loss - optimum.value) : 0;  // infinite outside of a box
    }
  }
  return sum;
}

// Every uniform parameter at one of its ends.
bool is_at_corner(const SearchSpace& space, const Point& point) {
  for (std::size_t i = 0; i < space.size(); ++i) {
    const auto* uniform = std::get_if<Uniform>(&space[i].distribution);
    if (uniform && point.values[i] != uniform->lo && point.values[i] != uniform->hi) return false;
  }
  return true;
}

TEST(ShiftAtRandom, MovesTheOptimumOfEveryObjectiveAlong) {
  for (const std::string& name : every_objective()) {
    const Objective plain = make_objective(name);
    const Optimum before = plain.optimum().value();
    for (int seed = 0; seed < 20; ++seed) {
      const Objective shifted = make_objective(name + "?shift=" + std::to_string(seed));
      const Optimum after = shifted.optimum().value();
      EXPECT_EQ(after.value, before.value);
      ASSERT_TRUE(shifted.space().contains(after.points.front().values)) << name;
      EXPECT_NEAR(shifted.exact_loss(after.points.front().values), before.value,
                  rounding_of_place(plain, before))
          << name;
    }
  }
}

TEST(Rotate, MovesTheOptimumOfEveryObjectiveAlong) {
  for (const std::string& name : every_objective()) {
    const Objective plain = make_objective(name);
    const auto is_uniform = [](const Parameter& p) {
      return std::holds_alternative<Uniform>(p.distribution);
    };
    if (std::count_if(plain.space().begin(), plain.space().end(), is_uniform) < 2) continue;
    const Optimum before = plain.optimum().value();
    if (is_at_corner(plain.space(), before.points.front())) continue;  // see below
    for (int seed = 0; seed < 10; ++seed) {
      const Objective turned = make_objective(name + "?rotate=" + std::to_string(seed));
      const Optimum after = turned.optimum().value();
      EXPECT_EQ(after.value, before.value);
      ASSERT_TRUE(turned.space().contains(after.points.front().values)) << name;
      EXPECT_NEAR(turned.exact_loss(after.points.front().values), before.value,
                  static_cast<double>(plain.space().size()) * rounding_of_place(plain, before))
          << name;
    }
  }
}

}  // namespace
}  // namespace sweep
