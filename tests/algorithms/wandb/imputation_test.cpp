#include "algorithms/wandb/imputation.hpp"

#include <gtest/gtest.h>

namespace sweep::imputation_test {

using Targets = std::vector<std::optional<double>>;

// best, worst and latest of: finished 3 1 2, failed 9 8, running 4 5, waiting, failed without any.
const std::vector<RunOutcome> kOutcomes = {{Progress::finished, 1, 3, 2},
                                           {Progress::failed, 8, 9, 8},
                                           {Progress::running, 4, 50, 5},
                                           {Progress::waiting, 1, 1, 1},
                                           {Progress::failed, {}, {}, {}}};

TEST(ImputedTargets, FollowTheRuleForFailedTrials) {
  EXPECT_EQ(imputed_targets(kOutcomes, {Impute::worst, {}}), (Targets{1, 9, {}, {}, 9}));
  EXPECT_EQ(imputed_targets(kOutcomes, {Impute::best, {}}), (Targets{1, 8, {}, {}, 0}));
  EXPECT_EQ(imputed_targets(kOutcomes, {Impute::latest, {}}), (Targets{1, 8, {}, {}, 0}));
}

TEST(ImputedTargets, TakeTheBestOfARunningTrialWhateverTheRule) {
  for (const Impute rule : {Impute::worst, Impute::best, Impute::latest}) {
    EXPECT_EQ(imputed_targets(kOutcomes, {Impute::worst, rule})[2], 4);
  }
  const std::vector<RunOutcome> silent = {{Progress::finished, 1, 3, 2},
                                          {Progress::running, {}, {}, {}}};
  EXPECT_EQ(imputed_targets(silent, {Impute::worst, Impute::worst})[1], 3);
  EXPECT_EQ(imputed_targets(silent, {Impute::worst, Impute::best})[1], 0);
}

TEST(ImputedTargets, AreZeroWhereNothingIsKnown) {
  const std::vector<RunOutcome> nothing = {{Progress::failed, {}, {}, {}},
                                           {Progress::finished, {}, {}, {}}};
  EXPECT_EQ(imputed_targets(nothing, {Impute::worst, {}}), (Targets{0, 0}));
  EXPECT_TRUE(imputed_targets({}, {}).empty());
}

}  // namespace sweep::imputation_test
