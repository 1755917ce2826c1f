#include "algorithms/search/bayes/loss_model.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "algorithms/search/bayes/trial_choice.hpp"
#include "algorithms/space/real_limits.hpp"
#include "algorithms/space/stream.hpp"

namespace sweep::loss_model_test {

using Row = std::vector<double>;
const ColumnKinds kKinds = {{0, 1}};

double bowl(const Row& row) { return 3 + (row[0] - 0.4) * (row[0] - 0.4) + 0.3 * row[1]; }

TrialTable trials_of(std::size_t n) {
  TrialTable trials;
  Stream draws(1);
  for (TrialId id = 0; id < n; ++id) {
    const double x = draws.uniform();
    const Row row = {x, static_cast<double>(draws.index(2))};
    trials.end(id, row, bowl(row));
  }
  return trials;
}

LossModel model_of(const TrialTable& trials) {
  LossModel model(kKinds, {});
  model.learn(trials);
  return model;
}

TEST(LossModel, IsReadyOnceATrialHasEndedWithALoss) {
  LossModel model(kKinds, {});
  TrialTable trials;
  model.learn(trials);
  EXPECT_FALSE(model.is_ready());
  trials.start(0, {0.5, 0});
  trials.end(1, {0.2, 1}, kNaN);
  model.learn(trials);
  EXPECT_FALSE(model.is_ready());
  trials.end(2, {0.3, 1}, 4);
  model.learn(trials);
  ASSERT_TRUE(model.is_ready());
  EXPECT_EQ(model.posterior().rows().rows(), 2u);
}

TEST(LossModel, LearnsTargetsOfMeanZeroAndVarianceOneInTheOrderOfTheLosses) {
  const TrialTable trials = trials_of(15);
  const LossModel model = model_of(trials);
  const auto targets = model.posterior().targets();
  ASSERT_EQ(targets.size(), 15u);
  EXPECT_NEAR(std::accumulate(targets.begin(), targets.end(), 0.0), 0, 1e-9);
  EXPECT_NEAR(std::inner_product(targets.begin(), targets.end(), targets.begin(), 0.0), 15, 1e-8);
  for (std::size_t i = 0; i < targets.size(); ++i) {
    for (std::size_t j = 0; j < targets.size(); ++j) {
      EXPECT_EQ(targets[i] < targets[j], trials.ended()[i].loss < trials.ended()[j].loss);
    }
  }
}

TEST(LossModel, KeepsUpWithTheTrialsOneByOne) {
  const TrialTable all = trials_of(45);
  LossModel model(kKinds, {});
  TrialTable trials;
  for (const auto& trial : all.ended()) {
    trials.end(trial.id, trial.row, trial.loss);
    model.learn(trials);
    ASSERT_EQ(model.posterior().rows().rows(), trials.ended().size());
    EXPECT_EQ(model.posterior().rows().row(trials.ended().size() - 1), trial.row);
  }
  // In the units of the last warp all targets follow their losses.
  const auto targets = model.posterior().targets();
  const auto lowest = std::min_element(targets.begin(), targets.end()) - targets.begin();
  EXPECT_EQ(static_cast<std::size_t>(lowest), *trials.best());
}

TEST(LossModel, HoldsABoundedNumberOfTrials) {
  TrialTable trials = trials_of(1400);
  LossModel model = model_of(trials);
  EXPECT_EQ(model.posterior().rows().rows(), kMostModelled);
  std::vector<std::size_t> sizes;
  Stream draws(2);
  for (std::size_t i = 0; i < 66; ++i) {  // no fit is due before trial 1470
    const Row row = {draws.uniform(), 0};
    trials.end(1400 + i, row, i == 30 ? 1 : bowl(row));
    model.learn(trials);
    sizes.push_back(model.posterior().rows().rows());
    EXPECT_EQ(model.modelled().back(), 1400 + i);
  }
  EXPECT_EQ(sizes[0], kMostModelled + 1);
  EXPECT_EQ(sizes[63], kMostModelled + 64);
  EXPECT_EQ(sizes[64], kMostModelled);
  EXPECT_EQ(sizes[65], kMostModelled + 1);
  ASSERT_EQ(model.modelled().size(), sizes.back());
  for (std::size_t i = 0; i < model.modelled().size(); ++i) {
    EXPECT_EQ(model.posterior().rows().row(i), trials.ended()[model.modelled()[i]].row);
  }
  const auto targets = model.posterior().targets();
  const auto lowest = std::min_element(targets.begin(), targets.end()) - targets.begin();
  EXPECT_EQ(model.modelled()[static_cast<std::size_t>(lowest)], 1430u);
}

TEST(LossModel, LearnsARevisedLoss) {
  TrialTable trials = trials_of(20);
  LossModel model = model_of(trials);
  trials.revise(7, 9);
  model.learn(trials);
  const std::vector<double> anew = model_of(trials).posterior().means_at_rows();
  const std::vector<double> means = model.posterior().means_at_rows();
  EXPECT_EQ(std::max_element(means.begin(), means.end()) - means.begin(), 7);
  EXPECT_EQ(std::max_element(anew.begin(), anew.end()) - anew.begin(), 7);
}

TEST(LossModel, CountsAFailureAsTheWorstLoss) {
  TrialTable trials = trials_of(10);
  trials.end(10, {0.41, 0}, kNaN);
  const LossModel model = model_of(trials);
  const auto targets = model.posterior().targets();
  EXPECT_EQ(targets[10], *std::max_element(targets.begin(), targets.end() - 1));
}

TEST(LossModel, PredictsLossesItHasSeenAndThoseNearby) {
  const TrialTable trials = trials_of(25);
  const LossModel model = model_of(trials);
  const double best = best_mean(model.posterior());
  // Of a smooth function without noise: a hundredth of its range, 0.6.
  constexpr double kTolerance = 6e-3;
  for (const Row& row : {trials.ended()[3].row, Row{0.45, 0}, {0.3, 1}, {0.6, 0}}) {
    const Explanation there = model.explanation_of(model.posterior().at(row), best);
    EXPECT_NEAR(there.predicted_loss, bowl(row), kTolerance);
    EXPECT_LT(there.predicted_sd, 0.1);
    EXPECT_GE(there.predicted_sd, 0);
  }
}

TEST(LossModel, ExplainsTheChanceToImprove) {
  const LossModel model = model_of(trials_of(10));
  EXPECT_NEAR(model.explanation_of({0.3, 0.2}, 0.3).probability_of_improvement, 0.5, 1e-15);
  // EI at the best mean is sd/sqrt(2 pi).
  EXPECT_NEAR(model.explanation_of({0.3, 0.2}, 0.3).expected_improvement, 0.2 / std::sqrt(2 * M_PI),
              1e-15);
  EXPECT_NEAR(model.explanation_of({0.1, 0.2}, 0.3).probability_of_improvement, 0.84134474606854295,
              1e-15);  // Phi(1)
  EXPECT_EQ(model.explanation_of({0.1, 0}, 0.3).probability_of_improvement, 1);
  EXPECT_EQ(model.explanation_of({0.4, 0}, 0.3).probability_of_improvement, 0);
  EXPECT_EQ(model.explanation_of({0.4, 0}, 0.3).expected_improvement, 0);
  EXPECT_NEAR(model.explanation_of({0.1, 0}, 0.3).expected_improvement, 0.2, 1e-15);
}

TEST(LossModel, BelievesThatPendingTrialsEndAsItExpects) {
  TrialTable trials = trials_of(10);
  const LossModel model = model_of(trials);
  const Row pending = {0.95, 1};
  trials.start(20, pending);
  const ArdPosterior believed = model.believing(trials);
  EXPECT_EQ(model.posterior().rows().rows(), 10u);
  EXPECT_EQ(believed.rows().rows(), 11u);
  // What was expected anyway changes no mean.
  for (const Row& row : {pending, Row{0.1, 0}, {0.7, 1}}) {
    EXPECT_NEAR(believed.at(row).mean, model.posterior().at(row).mean, 1e-5);
    EXPECT_LE(believed.at(row).sd, model.posterior().at(row).sd + 1e-9);
  }
  EXPECT_LT(believed.at(pending).sd, 0.5 * model.posterior().at(pending).sd);
}

TEST(LossModel, StaysFiniteForLossesOfAnySize) {
  const std::vector<std::vector<double>> cases = {{5, 5, 5, 5, 5, 5},
                                                  {1e300, 1, 1e-300, -1e300, 0, 2},
                                                  {1e308, -1e308, 0, 1, 2, 3},
                                                  {kNaN, kNaN, 7, kNaN, kNaN, kNaN}};
  for (const auto& losses : cases) {
    for (const bool bends : {false, true}) {
      TrialTable trials;
      for (const double loss : losses) {
        const auto id = static_cast<double>(trials.trials());
        trials.end(trials.trials(), {id / 6, 0}, loss);
      }
      LossModel model(kKinds, {bends, true});
      model.learn(trials);
      const Prediction there = model.posterior().at(Row{0.4, 1});
      EXPECT_TRUE(std::isfinite(there.mean) && std::isfinite(there.sd)) << losses[0];
    }
  }
}

TEST(BestMean, IsTheLowestMeanAtARow) {
  const LossModel model = model_of(trials_of(12));
  const ArdPosterior& posterior = model.posterior();
  double lowest = INFINITY;
  for (std::size_t i = 0; i < 12; ++i) {
    lowest = std::min(lowest, posterior.at(posterior.rows().row(i)).mean);
  }
  // cond(K) is at most 1e9 variances.
  EXPECT_NEAR(best_mean(posterior), lowest, 1e-6);
}

}  // namespace sweep::loss_model_test
