#include "algorithms/schedule/fresh_rungs.hpp"

#include <gtest/gtest.h>

#include <map>

namespace sweep::fresh_rungs_test {

TEST(FreshRungs, BeginAsManyTrialsAtEachRungAsHyperbandHasThere) {
  FreshRungs scheduler({27}, {});
  TrialId fresh = 0;
  for (const BracketPlan& bracket : scheduler.brackets()) {
    for (const RungPlan& rung : bracket) {
      for (std::uint64_t i = 0; i < rung.trials; ++i) {
        EXPECT_EQ(scheduler.next(fresh++), Order(Start{rung.step}));
      }
    }
  }
  EXPECT_EQ(scheduler.next(fresh), Order(Start{1})) << "from the first bracket again";
}

TEST(FreshRungs, EndTrialsAtTheirRung) {
  FreshRungs scheduler({27}, {});
  static_cast<void>(scheduler.next(0));
  const Decision decision = scheduler.report(0, 1, 0.5);
  EXPECT_EQ(decision.verdict, Verdict::stop);
  EXPECT_EQ(to_text(decision.reason),
            "rung 1: 0.5 ends its trial; the best 9 of 27 are parents of the next rung");
}

TEST(FreshRungs, RunTrialsOfTheLastRungToTheirEnds) {
  FreshRungs scheduler({9}, {});
  TrialId trial = 0;
  while (scheduler.next(trial) != Order(Start{9})) ++trial;
  for (int step = 1; step <= 9; ++step) {
    EXPECT_EQ(scheduler.report(trial, step, 1).verdict, Verdict::go_on);
  }
}

TEST(FreshRungs, WaitWithoutNewTrials) {
  FreshRungs scheduler({9}, {});
  EXPECT_EQ(scheduler.next(std::nullopt), Order(Wait{}));
  EXPECT_EQ(scheduler.next(0), Order(Start{1}));
}

}  // namespace sweep::fresh_rungs_test
