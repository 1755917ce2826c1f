#include "algorithms/config/early_stopping.hpp"

#include <gtest/gtest.h>

#include "algorithms/text/error.hpp"

namespace sweep::early_stopping_test {

SweepConfig sweep_with(const std::string& more, const char* goal = "minimize") {
  return read_sweep("method: random\nmetric: {name: loss, goal: " + std::string(goal) +
                    "}\nparameters: {x: {min: 0.0, max: 1.0}}\n" + more + "\n");
}

SweepConfig sweep_with_pruner(const std::string& pruner, const char* goal = "minimize") {
  return sweep_with("scheduler: {settings: {pruner: " + pruner + "}}", goal);
}

struct Row {
  const char* name;
  const char* section;
  const char* expected;  // as a method's options are written
};

const Row kRows[] = {
    {"max_iter", "early_terminate: {type: hyperband, max_iter: 27, s: 2, eta: 2, strict: false}",
     "wandb-hyperband?eta=2&max_iter=27&s=2&strict=false"},
    {"min_iter", "early_terminate: {type: hyperband, min_iter: 3}",
     "wandb-hyperband?eta=3&min_iter=3&strict=true"},
    {"both", "early_terminate: {type: hyperband, min_iter: 3, max_iter: 27, s: 2}",
     "wandb-hyperband?eta=3&max_iter=27&s=2&strict=true"},
    {"percentile",
     "scheduler: {settings: {pruner: {type: PercentilePruner, args: {percentile: 25.0, "
     "n_warmup_steps: 10}}}}",
     "percentile?n_warmup_steps=10&percentile=25"},
    {"median", "scheduler: {settings: {pruner: {type: MedianPruner}}}", "median"},
    {"patient",
     "scheduler: {settings: {pruner: {type: PatientPruner, args: {wrapped_pruner: null, patience: "
     "3}}}}",
     "patience?patience=3"},
    {"halving",
     "scheduler: {settings: {pruner: {type: SuccessiveHalvingPruner, args: {min_resource: auto, "
     "bootstrap_count: 0}}}}",
     "asha?eta=4&form=stopping"},
    {"hyperband",
     "scheduler: {settings: {pruner: {type: HyperbandPruner, args: {min_resource: 1, "
     "reduction_factor: 2}}}}",
     "hyperband?eta=2"},
    {"nop", "scheduler: {settings: {pruner: {type: NopPruner}}}", "none"},
};

class EarlyStoppingOf : public testing::TestWithParam<Row> {};
INSTANTIATE_TEST_SUITE_P(Rows, EarlyStoppingOf, testing::ValuesIn(kRows),
                         [](const auto& row) { return row.param.name; });

TEST_P(EarlyStoppingOf, NamesTheSchedulerAndItsOptions) {
  const auto scheduler = early_stopping(sweep_with(GetParam().section));
  ASSERT_TRUE(scheduler);
  EXPECT_EQ(to_text(*scheduler), GetParam().expected);
}

TEST(EarlyStopping, IsAbsentWhereTheFileSaysNothing) {
  EXPECT_FALSE(early_stopping(sweep_with("")));
  EXPECT_FALSE(early_stopping(sweep_with("scheduler: {num_workers: 2}")));
}

TEST(EarlyStopping, TurnsTheBoundsOfAMaximisedMetricRound) {
  const char* pruner = "{type: ThresholdPruner, args: {lower: 0.25, upper: null}}";
  EXPECT_EQ(to_text(*early_stopping(sweep_with_pruner(pruner))), "threshold?lower=0.25");
  EXPECT_EQ(to_text(*early_stopping(sweep_with_pruner(pruner, "maximize"))),
            "threshold?upper=-0.25");
}

TEST(EarlyStopping, TakesTheLengthOfATrialAsSomebodyElsesBusiness) {
  const SweepConfig whole = sweep_with_pruner("{type: HyperbandPruner, args: {max_resource: 27}}");
  EXPECT_EQ(to_text(*early_stopping(whole)), "hyperband");
  EXPECT_EQ(pruner_length(whole), 27);
  const SweepConfig open = sweep_with_pruner("{type: HyperbandPruner, args: {max_resource: auto}}");
  EXPECT_EQ(to_text(*early_stopping(open)), "hyperband");
  EXPECT_EQ(pruner_length(open), std::nullopt);
  EXPECT_EQ(pruner_length(sweep_with("")), std::nullopt);
}

TEST(EarlyStopping, RefusesWhatHasNoCounterpart) {
  for (const auto& [pruner, message] :
       {std::pair("{type: MedianPrunr}", "did you mean \"MedianPruner\"?"),
        std::pair("{args: {}}", "expected {type: PercentilePruner"),
        std::pair("{type: MedianPruner, args: {percentile: 3}}", "argument \"percentile\""),
        std::pair("{type: MedianPruner, args: [3]}", "expected a map"),
        std::pair("{type: PatientPruner, args: {wrapped_pruner: {type: MedianPruner}}}",
                  "only null is supported"),
        std::pair("{type: HyperbandPruner, args: {max_resource: 9.5}}",
                  "only a whole number or \"auto\""),
        std::pair("{type: HyperbandPruner, args: {max_resource: all}}",
                  "only a whole number or \"auto\"")}) {
    try {
      static_cast<void>(early_stopping(sweep_with_pruner(pruner)));
      ADD_FAILURE() << pruner;
    } catch (const SpecError& error) {
      EXPECT_NE(std::string(error.what()).find(message), std::string::npos) << error.what();
    }
  }
}

}  // namespace sweep::early_stopping_test
