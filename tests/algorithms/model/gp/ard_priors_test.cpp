#include "algorithms/model/gp/ard_priors.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace sweep::ard_priors_test {

constexpr double kNormal = 1e6;

struct Case {
  std::string name;
  LogPrior is;
  LogPrior wanted;
};

// The numbers that the regrets in algorithms/README.md were reached with.
std::vector<Case> cases() {
  const std::vector<LogPrior> four = ard_priors(4, true);
  const std::vector<LogPrior> plain = ard_priors(4, false);
  const std::vector<LogPrior> one = ard_priors(1, true);
  const LogPrior own = {-0.5, 0.8, 2, std::log(0.005), std::log(100.0)};
  const LogPrior none = {-14, 1, kNormal, -14, -14};
  const LogPrior joint = {std::log(2.0) - 1.2, 0.6, kNormal, std::log(0.01), std::log(100.0)};
  return {{"joint length", four[0], joint},
          {"last joint length", four[3], joint},
          {"own length", four[4], own},
          {"last own length", four[7], own},
          {"joint variance", four[8], {0, 1, kNormal, -14, 7}},
          {"own variance", four[9], {0.5, 2, kNormal, -14, 7}},
          {"noise", four[10], {-12, 4, kNormal, std::log(1e-9), std::log(2.0)}},
          {"no own effects", plain[9], none},
          {"one column", one[3], none},
          {"its length", one[0], {-1.2, 0.6, kNormal, std::log(0.01), std::log(100.0)}}};
}

TEST(ArdPriors, AreThoseOfTheStudies) {
  EXPECT_EQ(ard_priors(4, true).size(), 11u);
  EXPECT_EQ(ard_priors(1, true).size(), 5u);
  for (const Case& row : cases()) {
    EXPECT_DOUBLE_EQ(row.is.mean, row.wanted.mean) << row.name;
    EXPECT_EQ(row.is.deviation, row.wanted.deviation) << row.name;
    EXPECT_EQ(row.is.degrees, row.wanted.degrees) << row.name;
    EXPECT_EQ(row.is.lo, row.wanted.lo) << row.name;
    EXPECT_EQ(row.is.hi, row.wanted.hi) << row.name;
  }
}

TEST(LogPrior, IsStudentsDensity) {
  // (1 + z^2/v)^(-(v + 1)/2), z = 2, v = 3, to the power of a logarithm: -2 ln(7/3).
  const LogPrior student = {1, 0.5, 3, 0, 0};
  EXPECT_NEAR(student.log_density(2), -2 * std::log(7.0 / 3), 1e-15);
  EXPECT_EQ(student.log_density(1), 0);
  // With many degrees that of a normal distribution, -z^2/2, to z^4/(4 v).
  const LogPrior normal = {-1, 2, kNormal, 0, 0};
  EXPECT_NEAR(normal.log_density(3), -2, 1e-5);
  EXPECT_NEAR(normal.slope(3), -1, 1e-5);
}

TEST(LogPrior, HasTheSlopeOfItsDensity) {
  const LogPrior prior = {-0.5, 0.8, 2, -5, 5};
  for (const double x : {-4.0, -0.6, 0.3, 3.0}) {
    constexpr double kStep = 1e-6;
    const double rise = prior.log_density(x + kStep) - prior.log_density(x - kStep);
    EXPECT_NEAR(prior.slope(x), rise / (2 * kStep), 1e-8) << x;
  }
}

}  // namespace sweep::ard_priors_test
