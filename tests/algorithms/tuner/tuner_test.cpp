#include "algorithms/tuner/tuner.hpp"

#include <gtest/gtest.h>

#include "algorithms/schedule/catalog.hpp"
#include "algorithms/tuner/given_trials.hpp"

namespace sweep::tuner_test {

TEST(Tuner, KnowsWhichTrialsAreUnderWay) {
  Tuner tuner({GivenTrials(2), make_scheduler("asha", {4}, {{"eta", "2"}}),
               Budget(BudgetUnit::trials, 2, 4), Stream(1), 4});
  EXPECT_FALSE(tuner.is_under_way(0));
  ASSERT_TRUE(std::holds_alternative<Job>(tuner.next()));
  EXPECT_TRUE(tuner.is_under_way(0));
  EXPECT_EQ(tuner.report(0, {1, 9.0}).verdict, Verdict::pause);
  EXPECT_FALSE(tuner.is_under_way(0));
  ASSERT_TRUE(std::holds_alternative<Job>(tuner.next()));
  tuner.ended(1, TrialState::failed);
  EXPECT_FALSE(tuner.is_under_way(1));
}

/// A searcher of one parameter that proposes the step it was told to aim at.
class Aimed {
 public:
  void aim(int step) { step_ = step; }
  [[nodiscard]] Proposal ask(TrialId, const Stream&) const {
    return Point{{static_cast<double>(step_)}};
  }
  static void tell(const Trial&) {}

 private:
  int step_ = 0;
};

TEST(Tuner, TellsTheSearcherWhichStepATrialRunsTo) {
  Tuner tuner({Aimed(), make_scheduler("fresh-rungs", {9}, {}), Budget(BudgetUnit::trials, 20, 9),
               Stream(1), 9});
  for (TrialId trial = 0; trial < 20; ++trial) {
    const NextJob next = tuner.next();
    const auto& job = std::get<Job>(next);
    EXPECT_EQ(job.point[0], job.until) << trial;
  }
}

}  // namespace sweep::tuner_test
