#include "algorithms/model/gp/ard_evidence.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "algorithms/model/gp/ard_fit.hpp"
#include "algorithms/model/gp/ard_posterior.hpp"

namespace sweep::ard_evidence_test {

struct Example {
  std::string name;
  ColumnKinds kinds;
  std::vector<std::vector<double>> rows;
  std::vector<double> targets;

  [[nodiscard]] RowTable table() const {
    RowTable table(kinds.width());
    for (const auto& row : rows) table.append(row);
    return table;
  }
};

const Example kExamples[] = {
    {"two columns",
     {{0, 0}},
     {{0.1, 0.9}, {0.2, 0.3}, {0.5, 0.5}, {0.7, 0.1}, {0.85, 0.95}, {0.95, 0.4}},
     {1.2, -0.3, 0.1, -1.4, 0.9, -0.5}},
    {"two columns and a category",
     {{0, 1, 0}},
     {{0.1, 0, 0.9},
      {0.2, 2, 0.3},
      {0.5, 1, 0.5},
      {0.7, 0, 0.1},
      {0.8, 2, 0.7},
      {0.3, 1, 0.2},
      {0.9, 0, 0.6},
      {0.4, 2, 0.8}},
     {1.2, -0.3, 0.1, -1.4, 0.9, -0.5, 0.7, -0.7}},
    {"a row twice", {{0}}, {{0.3}, {0.3}, {0.8}}, {0.5, -0.2, -0.3}},
    {"one row", {{0, 1}}, {{0.3, 1}}, {0.5}},
};

// Logarithms of all kinds, none at its prior's mean.
ArdScales uneven_scales(std::size_t width, double noise) {
  ArdScales scales(width);
  for (std::size_t k = 0; k < width; ++k) {
    scales.logs[k] = -0.7 + 0.4 * static_cast<double>(k);
    scales.logs[width + k] = -0.2 - 0.5 * static_cast<double>(k);
  }
  scales.logs[2 * width] = 0.3;
  scales.logs[2 * width + 1] = -0.6;
  scales.logs[2 * width + 2] = std::log(noise);
  return scales;
}

TEST(ArdEvidence, HasTheGradientOfItsValue) {
  // A central difference errs by step^2 f'''/6 and by rounding, cond(K) 1e-16 |f|/step; with a
  // noise of 1e-3 the condition is below 1e5.
  constexpr double kStep = 1e-4;
  constexpr double kTolerance = 1e-5;
  for (const Example& example : kExamples) {
    const std::size_t width = example.kinds.width();
    const ArdEvidence evidence(example.kinds, example.table(), example.targets,
                               ard_priors(width, true));
    for (const double noise : {0.3, 1e-3}) {
      const ArdScales scales = uneven_scales(width, noise);
      std::vector<double> gradient(scales.logs.size());
      std::vector<double> unused(scales.logs.size());
      evidence(scales, gradient);
      for (std::size_t i = 0; i < gradient.size(); ++i) {
        ArdScales up = scales;
        ArdScales down = scales;
        up.logs[i] += kStep;
        down.logs[i] -= kStep;
        const double slope = (evidence(up, unused) - evidence(down, unused)) / (2 * kStep);
        EXPECT_NEAR(gradient[i], slope, kTolerance * (1 + std::abs(slope)))
            << example.name << ", noise " << noise << ", logarithm " << i;
      }
    }
  }
}

TEST(ArdEvidence, IsTheLikelihoodOfThePosteriorAndThePriors) {
  constexpr double kTolerance = 1e-9;  // cond(K) below 1e5, times 1e-16, times sums of about 10
  for (const Example& example : kExamples) {
    const std::size_t width = example.kinds.width();
    const std::vector<LogPrior> priors = ard_priors(width, true);
    const ArdScales scales = uneven_scales(width, 1e-3);
    double expected =
        ArdPosterior(example.kinds, example.table(), example.targets, scales).log_likelihood();
    for (std::size_t i = 0; i < priors.size(); ++i) {
      expected += priors[i].log_density(scales.logs[i]);
    }
    std::vector<double> gradient(priors.size());
    const ArdEvidence evidence(example.kinds, example.table(), example.targets, priors);
    EXPECT_NEAR(evidence(scales, gradient), expected, kTolerance) << example.name;
  }
}

// The same row twice, and a noise that vanishes beside the variance in doubles.
TEST(ArdEvidence, IsWorstWithoutAPositiveDefiniteCovariance) {
  const Example& example = kExamples[2];
  ArdScales scales = uneven_scales(1, 1e-30);
  std::vector<double> gradient(scales.logs.size(), 7);
  const ArdEvidence evidence(example.kinds, example.table(), example.targets, ard_priors(1, true));
  EXPECT_EQ(evidence(scales, gradient), -std::numeric_limits<double>::infinity());
  EXPECT_EQ(gradient, std::vector<double>(scales.logs.size(), 0));
}

TEST(ArdPriors, HaveTheSlopeOfTheirDensity) {
  // step^2 f'''/6 with a third derivative below 10.
  constexpr double kStep = 1e-5;
  constexpr double kTolerance = 1e-8;
  for (const LogPrior& prior : ard_priors(2, true)) {
    for (const double z : {-3.0, -0.4, 0.0, 1.0, 5.0}) {
      const double x = prior.mean + z * prior.deviation;
      const double slope =
          (prior.log_density(x + kStep) - prior.log_density(x - kStep)) / (2 * kStep);
      EXPECT_NEAR(prior.slope(x), slope, kTolerance * (1 + std::abs(x))) << prior.mean << ", " << z;
    }
  }
}

TEST(ArdPriors, AreOneForEachLogarithmAndHoldTheirMeans) {
  for (const bool additive : {false, true}) {
    for (const std::size_t columns : {1u, 2u, 30u}) {
      const auto priors = ard_priors(columns, additive);
      ASSERT_EQ(priors.size(), ArdScales(columns).logs.size());
      for (const LogPrior& prior : priors) {
        EXPECT_LE(prior.lo, prior.mean);
        EXPECT_LE(prior.mean, prior.hi);
      }
      const LogPrior& own_variance = priors[2 * columns + 1];
      EXPECT_EQ(own_variance.lo < own_variance.hi, additive && columns > 1);
    }
  }
}

TEST(FitArd, FindsMoreEvidenceThanItsStartsWithinTheBounds) {
  for (const Example& example : kExamples) {
    const std::size_t width = example.kinds.width();
    const std::vector<LogPrior> priors = ard_priors(width, true);
    const RowTable table = example.table();
    const std::vector<ArdScales> starts = {typical_scales(priors), uneven_scales(width, 0.1)};
    const ArdFit fit = fit_ard({example.kinds, table, example.targets}, priors, starts, 200);
    const ArdEvidence evidence(example.kinds, table, example.targets, priors);
    std::vector<double> gradient(priors.size());
    EXPECT_EQ(evidence(fit.scales, gradient), fit.log_evidence) << example.name;
    for (const ArdScales& start : starts) {
      std::vector<double> unused(priors.size());
      EXPECT_GT(fit.log_evidence, evidence(start, unused)) << example.name;
    }
    // A search that ends at changes below 1e-3 leaves a slope of about sqrt(2 1e-3 curvature).
    constexpr double kSlope = 0.2;
    for (std::size_t i = 0; i < priors.size(); ++i) {
      const double x = fit.scales.logs[i];
      EXPECT_GE(x, priors[i].lo);
      EXPECT_LE(x, priors[i].hi);
      if (x > priors[i].lo && x < priors[i].hi) {
        EXPECT_NEAR(gradient[i], 0, kSlope) << example.name << " " << i;
      }
    }
  }
}

TEST(FitArd, PassesScalesWithoutACovarianceBy) {
  const Example& example = kExamples[2];
  std::vector<LogPrior> priors = ard_priors(1, true);
  priors.back().lo = -80;
  const RowTable table = example.table();
  const ArdData data{example.kinds, table, example.targets};
  const std::vector<ArdScales> bad = {uneven_scales(1, 1e-30)};
  const std::vector<ArdScales> both = {bad.front(), uneven_scales(1, 0.1)};
  EXPECT_TRUE(std::isfinite(fit_ard(data, priors, both, 50).log_evidence));
  EXPECT_GT(fit_ard(data, priors, both, 50).scales.noise(), 1e-6);
  const ArdFit none = fit_ard(data, priors, bad, 50);
  EXPECT_EQ(none.log_evidence, -std::numeric_limits<double>::infinity());
  EXPECT_EQ(none.scales.logs, bad.front().logs);
}

}  // namespace sweep::ard_evidence_test
