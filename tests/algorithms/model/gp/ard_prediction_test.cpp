#include <gtest/gtest.h>

#include <cmath>

#include "algorithms/model/gp/ard_posterior.hpp"
#include "algorithms/space/stream.hpp"

namespace sweep::ard_prediction_test {

const ColumnKinds kKinds = {{0, 1, 0}};  // the middle column is a category of three

std::vector<std::vector<double>> mixed_rows(std::size_t n, std::uint64_t seed) {
  Stream stream(seed);
  std::vector<std::vector<double>> rows;
  for (std::size_t i = 0; i < n; ++i) {
    const double x = stream.uniform();
    const auto category = static_cast<double>(stream.index(3));
    rows.push_back({x, category, stream.uniform()});
  }
  return rows;
}

double wave(const std::vector<double>& row) {
  return std::sin(5 * row[0]) + row[2] * row[2] - 0.4 * row[1];
}

ArdScales scales_with(double noise) {
  ArdScales scales(3);
  scales.logs = {-0.5, -0.2, 0.1, -1, 0.3, -0.4, 0.2, -0.7, std::log(noise)};
  return scales;
}

ArdPosterior posterior_of(const std::vector<std::vector<double>>& rows, double noise) {
  RowTable table(3);
  std::vector<double> targets;
  for (const auto& row : rows) {
    table.append(row);
    targets.push_back(wave(row));
  }
  return {kKinds, table, targets, scales_with(noise)};
}

std::vector<double> flat(const std::vector<std::vector<double>>& rows) {
  std::vector<double> all;
  for (const auto& row : rows) all.insert(all.end(), row.begin(), row.end());
  return all;
}

// The eigenvalues of K are between the noise and n times the variance of 2: a solution's relative
// error is about 1e-16 n 2/noise, and targets and weights are of sizes 1 and 1/sqrt(noise).
double rounding(std::size_t n, double noise) { return 1e-15 * 2 * static_cast<double>(n) / noise; }

TEST(ArdPosterior, PredictsARowAlikeAfterWhateverOther) {
  const ArdPosterior posterior = posterior_of(mixed_rows(20, 1), 1e-3);
  const std::vector<double> row = {0.3, 1, 0.7};
  const Prediction alone = posterior.predict(flat({{0.9, 2, 0.1}, row}))[1];
  for (const auto& before : std::vector<std::vector<double>>{
           {0.3, 1, 0.7}, {0.4, 1, 0.7}, {0.3, 0, 0.7}, {0.3, 1, 0.2}, {0.3, 2, 0.2}}) {
    const Prediction there = posterior.predict(flat({before, row}))[1];
    EXPECT_EQ(there.mean, alone.mean) << before[0];
    EXPECT_EQ(there.sd, alone.sd) << before[0];
  }
}

TEST(ArdPosterior, AppendsAsIfBuiltAnew) {
  constexpr std::size_t kRows = 25;  // beyond the room that the first rows were given
  const auto rows = mixed_rows(kRows, 1);
  const auto others = flat(mixed_rows(10, 2));
  for (const double noise : {1e-1, 1e-3, 1e-6}) {
    const ArdPosterior whole = posterior_of(rows, noise);
    ArdPosterior grown = posterior_of({rows.begin(), rows.begin() + 3}, noise);
    for (std::size_t i = 3; i < kRows; ++i) grown.append(rows[i], wave(rows[i]));
    ASSERT_EQ(grown.rows().rows(), kRows);
    const double tolerance = rounding(kRows, noise);
    const auto expected = whole.predict(others);
    const auto found = grown.predict(others);
    for (std::size_t i = 0; i < expected.size(); ++i) {
      EXPECT_NEAR(found[i].mean, expected[i].mean, tolerance) << noise;
      EXPECT_NEAR(found[i].sd * found[i].sd, expected[i].sd * expected[i].sd, tolerance) << noise;
    }
    EXPECT_NEAR(grown.log_likelihood(), whole.log_likelihood(), 100 * tolerance) << noise;
  }
}

TEST(ArdPosterior, PredictsManyAsItPredictsEach) {
  const ArdPosterior posterior = posterior_of(mixed_rows(12, 1), 1e-3);
  const auto others = mixed_rows(20, 2);
  const auto all = posterior.predict(flat(others));
  ASSERT_EQ(all.size(), others.size());
  for (std::size_t i = 0; i < others.size(); ++i) {
    const Prediction one = posterior.at(others[i]);
    const PredictionSlopes slopes = posterior.slopes_at(others[i]);
    EXPECT_NEAR(all[i].mean, one.mean, 1e-13);
    EXPECT_NEAR(all[i].sd, one.sd, 1e-11);
    EXPECT_NEAR(slopes.prediction.mean, one.mean, 1e-13);
    EXPECT_NEAR(slopes.prediction.sd, one.sd, 1e-11);
  }
}

TEST(ArdPosterior, HasTheSlopesOfItsPrediction) {
  // Of a central difference: step^2 f'''/6, with third derivatives up to (1/length)^3, about 1e2,
  // and a deviation that is curved by 1/sd more.
  constexpr double kStep = 1e-5;
  constexpr double kTolerance = 1e-6;
  const ArdPosterior posterior = posterior_of(mixed_rows(12, 1), 1e-3);
  for (const auto& row : mixed_rows(20, 3)) {
    const PredictionSlopes slopes = posterior.slopes_at(row);
    for (const std::size_t k : {0u, 2u}) {
      auto up = row;
      auto down = row;
      up[k] += kStep;
      down[k] -= kStep;
      const Prediction after = posterior.at(up);
      const Prediction before = posterior.at(down);
      EXPECT_NEAR(slopes.mean[k], (after.mean - before.mean) / (2 * kStep), kTolerance);
      EXPECT_NEAR(slopes.sd[k], (after.sd - before.sd) / (2 * kStep), kTolerance);
    }
    EXPECT_EQ(slopes.mean[1], 0);
    EXPECT_EQ(slopes.sd[1], 0);
  }
}

TEST(ArdPosterior, MeetsItsTargetsWithoutNoiseAndForgetsFarAway) {
  constexpr double kNoise = 1e-9;
  const auto rows = mixed_rows(12, 1);
  const ArdPosterior posterior = posterior_of(rows, kNoise);
  for (const auto& row : rows) {
    // The mean misses the target by noise times a weight, of at most |t|/sqrt(noise); the variance
    // there is below that of the noise.
    EXPECT_NEAR(posterior.at(row).mean, wave(row), std::sqrt(kNoise));
    EXPECT_LE(posterior.at(row).sd, 1.01 * std::sqrt(kNoise));
  }
  // The category's own effect, and the third column's, reach everywhere.
  ArdScales joint_only = scales_with(kNoise);
  joint_only.logs[7] = -100;
  ArdPosterior far(kKinds, posterior.rows(),
                   {posterior.targets().begin(), posterior.targets().end()}, joint_only);
  const Prediction prediction = far.at(std::vector<double>{1e3, 0, 1e3});
  EXPECT_NEAR(prediction.mean, 0, 1e-12);
  EXPECT_NEAR(prediction.sd, std::sqrt(joint_only.variance()), 1e-12);
}

TEST(ArdPosterior, KnowsTheMeansAtItsRows) {
  const auto rows = mixed_rows(15, 1);
  for (const double noise : {1e-1, 1e-4}) {
    const ArdPosterior posterior = posterior_of(rows, noise);
    const auto means = posterior.means_at_rows();
    const auto predictions = posterior.predict(flat(rows));
    for (std::size_t i = 0; i < rows.size(); ++i) {
      EXPECT_NEAR(means[i], predictions[i].mean, rounding(rows.size(), noise)) << noise;
    }
  }
}

// t'K^-1 t is the sum of squares of one-step surprises: each target's distance from what the ones
// before it predict, in deviations of the prediction and the noise.
TEST(ArdPosterior, CountsTheMisfitOfOtherTargets) {
  constexpr double kNoise = 1e-2;
  const auto rows = mixed_rows(10, 1);
  Stream stream(4);
  std::vector<double> targets;
  for (std::size_t i = 0; i < rows.size(); ++i) targets.push_back(stream.normal());
  const double variance = scales_with(kNoise).variance() + kNoise;
  double expected = targets[0] * targets[0] / variance;
  RowTable table(3);
  table.append(rows[0]);
  ArdPosterior seen(kKinds, table, {targets[0]}, scales_with(kNoise));
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const Prediction before = seen.at(rows[i]);
    const double surprise = targets[i] - before.mean;
    expected += surprise * surprise / (before.sd * before.sd + kNoise);
    seen.append(rows[i], targets[i]);
  }
  EXPECT_NEAR(posterior_of(rows, kNoise).misfit(targets), expected, 1e-9 * expected);
}

TEST(ArdPosterior, AddsToTheDiagonalWhereRowsRepeat) {
  auto rows = mixed_rows(6, 1);
  rows.push_back(rows[2]);
  rows.push_back(rows[2]);
  const ArdPosterior built = posterior_of(rows, 1e-40);
  ArdPosterior appended = posterior_of(mixed_rows(6, 1), 1e-40);
  EXPECT_EQ(appended.jitter(), 0);
  appended.append(rows[2], wave(rows[2]) + 0.1);
  appended.append(rows[2], wave(rows[2]) - 0.1);
  for (const ArdPosterior* posterior : {&built, static_cast<const ArdPosterior*>(&appended)}) {
    EXPECT_GT(posterior->jitter(), 0);
    EXPECT_LT(posterior->jitter(), 1e-6);
    EXPECT_TRUE(std::isfinite(posterior->log_likelihood()));
    // Of targets that contradict each other the mean is their average.
    EXPECT_NEAR(posterior->at(rows[2]).mean, wave(rows[2]), 1e-3);
    for (const Prediction& there : posterior->predict(flat(mixed_rows(10, 2)))) {
      EXPECT_TRUE(std::isfinite(there.mean) && std::isfinite(there.sd));
    }
  }
}

TEST(ArdPosterior, RaisesItsDeviationWithDistanceAndLowersItWithEachRow) {
  const auto rows = mixed_rows(8, 1);
  ArdPosterior posterior = posterior_of({rows.begin(), rows.begin() + 4}, 1e-3);
  const auto others = flat(mixed_rows(20, 2));
  auto before = posterior.predict(others);
  for (std::size_t i = 4; i < rows.size(); ++i) {
    posterior.append(rows[i], wave(rows[i]));
    const auto after = posterior.predict(others);
    for (std::size_t j = 0; j < after.size(); ++j) EXPECT_LE(after[j].sd, before[j].sd + 1e-12);
    before = after;
  }
}

}  // namespace sweep::ard_prediction_test
