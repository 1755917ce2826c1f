// The Gaussian process of the reference engine: likelihood, fit, posterior, acquisition.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "algorithms/model/gp/improvement.hpp"
#include "algorithms/wandb/gp.hpp"
#include "tests/golden/vectors.hpp"

namespace sweep::gp_test {

// Beyond this |L|, and below this theta, the numbers of two factorisations differ visibly.
constexpr double kWildLikelihood = 1e4;
constexpr double kWildestLikelihood = 1e5;
constexpr double kLeastTheta = -6;

std::vector<double> flat(const Value& rows) {
  std::vector<double> numbers;
  for (const Value& row : as_list(rows)) {
    for (const double x : as_reals(row)) numbers.push_back(x);
  }
  return numbers;
}

Samples samples_of(const Value& vector_case) {
  return {static_cast<std::size_t>(as_integer(at(vector_case, "d"))), flat(at(vector_case, "X")),
          as_reals(at(vector_case, "y"))};
}

std::vector<double> running_rows_of(const Value& vector_case) {
  return has(vector_case, "current_X") ? flat(at(vector_case, "current_X")) : std::vector<double>();
}

Samples standardised(Samples samples) {
  const Standardisation units = standardisation_of(samples.targets);
  for (double& target : samples.targets) target = units.to_standard(target);
  return samples;
}

// With the running rows and the predictions that the reference made for them.
Samples final_samples(const Value& vector_case) {
  Samples samples = samples_of(vector_case);
  if (!has(vector_case, "current_X")) return samples;
  const std::vector<double> rows = running_rows_of(vector_case);
  samples.rows.insert(samples.rows.end(), rows.begin(), rows.end());
  const std::vector<double> targets = as_reals(at(at(vector_case, "stage1"), "fantasy"));
  samples.targets.insert(samples.targets.end(), targets.begin(), targets.end());
  return samples;
}

void expect_likelihood(const Samples& samples, const Value& stage) {
  const MaternLikelihood likelihood(standardised(samples));
  for (const Value& row : as_list(at(stage, "lml_fixed"))) {
    const double length_scale = as_real(at(row, "length_scale"));
    const double expected = as_real(at(row, "lml"));
    const double derivative = as_real(at(row, "dlml_dlog_length_scale"));
    const Slope got = likelihood(std::log(length_scale));
    // Repeated rows leave pivots of 2e-7 from numbers near 1: rounding is 1e-9 of them, and so of
    // L.
    const double tolerance = std::abs(expected) > kWildLikelihood ? 1e-8 : 1e-9;
    EXPECT_NEAR(got.value, expected, tolerance * std::abs(expected)) << "l " << length_scale;
    EXPECT_NEAR(got.derivative, derivative,
                std::max(1e-6 * std::abs(derivative), 1e-8 * std::abs(expected)))
        << "l " << length_scale;
  }
}

template <class Check>
void for_each_case(Check check) {
  const Value vectors = read_vectors("gp.json");
  const List& cases = as_list(at(vectors, "cases"));
  ASSERT_EQ(cases.size(), 31u);
  for (const Value& vector_case : cases) {
    SCOPED_TRACE(as_text(at(vector_case, "id")));
    check(vector_case);
  }
}

TEST(GpVectors, AgreeInTheLikelihoodAndItsDerivative) {
  for_each_case([](const Value& vector_case) {
    expect_likelihood(final_samples(vector_case), at(vector_case, "final"));
    if (has(vector_case, "stage1")) {
      expect_likelihood(samples_of(vector_case), at(vector_case, "stage1"));
    }
  });
}

TEST(GpVectors, AgreeInPosteriorAndImprovementAtAFixedLengthScale) {
  for_each_case([](const Value& vector_case) {
    const Value& expected = at(vector_case, "at_length_scale_0.5");
    const bool is_wild = std::abs(as_real(at(at(vector_case, "final"), "lml"))) > kWildLikelihood;
    const double tolerance = is_wild ? 1e-7 : 1e-10;
    const MaternPosterior posterior(standardised(final_samples(vector_case)), 0.5);
    const double best = as_real(at(at(vector_case, "final"), "y_best_norm"));
    const std::vector<Prediction> predictions = posterior.predict(flat(at(vector_case, "test_X")));
    const std::vector<double> means = as_reals(at(expected, "mean_norm"));
    const std::vector<double> sds = as_reals(at(expected, "std_norm"));
    const std::vector<double> probabilities = as_reals(at(expected, "pi"));
    const std::vector<double> gains = as_reals(at(expected, "ei"));
    for (std::size_t i = 0; i < predictions.size(); ++i) {
      EXPECT_NEAR(predictions[i].mean, means[i], tolerance) << i;
      EXPECT_NEAR(predictions[i].sd * predictions[i].sd, sds[i] * sds[i], 1e-12) << i;
      const WandbImprovement improvement = wandb_improvement(best, {means[i], sds[i]});
      EXPECT_NEAR(improvement.probability, probabilities[i], tolerance) << i;
      EXPECT_NEAR(improvement.expected, gains[i], tolerance) << i;
    }
  });
}

TEST(GpVectors, AgreeInEveryRunOfTheOptimiser) {
  for_each_case([](const Value& vector_case) {
    const WandbGp gp = fit_wandb_gp(samples_of(vector_case), running_rows_of(vector_case));
    const List& starts = as_list(at(at(vector_case, "final"), "starts"));
    for (std::size_t i = 0; i < starts.size(); ++i) {
      const double theta = as_real(at(starts[i], "theta"));
      const double value = as_real(at(starts[i], "lml"));
      EXPECT_DOUBLE_EQ(WandbScale::kStarts[i], as_real(at(starts[i], "theta0")));
      const bool is_wild = std::abs(value) > kWildestLikelihood;
      EXPECT_NEAR(-gp.scale.runs[i].value, value, is_wild ? 1e-7 * std::abs(value) : 1e-5) << i;
      if (theta <= kLeastTheta || is_wild) continue;
      EXPECT_NEAR(gp.scale.runs[i].x, theta, 1e-4) << i;
    }
  });
}

TEST(GpVectors, ReachTheRecordedLikelihood) {
  for_each_case([](const Value& vector_case) {
    const Value& expected = at(vector_case, "final");
    const WandbGp gp = fit_wandb_gp(samples_of(vector_case), running_rows_of(vector_case));
    EXPECT_GE(gp.scale.log_likelihood, as_real(at(expected, "lml")) - 1e-6);
    EXPECT_EQ(gp.scale.is_at_bound(), as_bool(at(expected, "at_bound")));
    EXPECT_NEAR(gp.units.mean, as_real(at(expected, "y_mean")),
                1e-9 * std::abs(as_real(at(expected, "y_mean"))) + 1e-12);
    EXPECT_NEAR(gp.units.scale, as_real(at(expected, "y_std")), 1e-9 * gp.units.scale);
  });
}

TEST(GpVectors, AgreeInTheAcquisitionAtTheOptimum) {
  for_each_case([](const Value& vector_case) {
    const Value& expected = at(vector_case, "final");
    const WandbGp gp = fit_wandb_gp(samples_of(vector_case), running_rows_of(vector_case));
    const double best = as_real(at(expected, "y_best_norm"));
    const std::vector<double> gains = as_reals(at(expected, "ei"));
    std::vector<double> got;
    for (const Prediction& p : gp.posterior.predict(flat(at(vector_case, "test_X")))) {
      got.push_back(wandb_improvement(best, p).expected);
      EXPECT_NEAR(got.back(), gains[got.size() - 1], 1e-6) << got.size() - 1;
    }
    if (as_real(at(expected, "ei_gap")) <= 1e-6) return;
    EXPECT_EQ(std::max_element(got.begin(), got.end()) - got.begin(),
              as_integer(at(expected, "argmax")));
  });
}

}  // namespace sweep::gp_test
