#include "algorithms/config/early_warnings.hpp"

#include <gtest/gtest.h>

#include "algorithms/config/sweep_config.hpp"

namespace sweep::early_warnings_test {

TEST(IgnoredLimits, AreNamedWithTheBandsThatCount) {
  EarlyTerminate both;
  both.min_iter = 7;
  both.max_iter = 19;
  both.s = 2;
  EXPECT_EQ(ignored_limits(both),
            "min_iter 7 is ignored beside max_iter and s: the bands are at 2, 6; leave max_iter "
            "and s out for bands at 7, 21, 63, ..");
  both.max_iter = 729;
  both.s = 5;
  EXPECT_NE(ignored_limits(both).find("the bands are at .., 27, 81, 243; "), std::string::npos);
  EarlyTerminate without_max;
  without_max.min_iter = 2;
  without_max.s = 3;
  without_max.eta = 4;
  EXPECT_EQ(ignored_limits(without_max),
            "s 3 is ignored without max_iter: the bands are at 2, 8, 32, ..");
}

TEST(IgnoredLimits, AreNoneWhereAllCount) {
  EarlyTerminate by_min;
  by_min.min_iter = 3;
  EXPECT_EQ(ignored_limits(by_min), "");
  EarlyTerminate by_max;
  by_max.max_iter = 27;
  by_max.s = 2;
  EXPECT_EQ(ignored_limits(by_max), "");
}

TEST(IgnoredLimits, AreAWarningOfTheFileInBothModes) {
  for (const Behaviour behaviour : {Behaviour::corrected, Behaviour::as_wandb}) {
    const SweepConfig config = read_sweep(
        "method: random\nearly_terminate: {type: hyperband, s: 2, min_iter: 7, max_iter: 19}\n"
        "parameters: {x: {min: 0.0, max: 1.0}}\n",
        {"f.yaml", behaviour, false});
    ASSERT_EQ(config.warnings.size(), 1U);
    EXPECT_EQ(to_text("f.yaml", config.warnings[0])
                  .find("f.yaml:2:1: early_terminate: min_iter 7 is ignored"),
              0U);
  }
}

}  // namespace sweep::early_warnings_test
