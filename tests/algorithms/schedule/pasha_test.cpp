#include "algorithms/schedule/pasha.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <map>

namespace sweep::pasha_test {

constexpr int kMaxStep = 81;
using Curve = std::function<double(TrialId, int)>;

/// What one worker did: how many trials came to each step where one paused or ended.
struct Played {
  std::map<int, int> trials_at;
  TrialId finished = 0;
};

Played play(Pasha pasha, TrialId trials, const Curve& curve, int max_step = kMaxStep) {
  Played played;
  std::map<TrialId, int> steps;
  TrialId fresh = 0;
  while (true) {
    const Order order = pasha.next(fresh < trials ? std::optional(fresh) : std::nullopt);
    TrialId trial = fresh;
    int until = 0;
    if (const auto* start = std::get_if<Start>(&order)) {
      until = start->until;
      ++fresh;
    } else if (const auto* resume = std::get_if<Resume>(&order)) {
      trial = resume->trial;
      until = resume->until;
    } else {
      return played;
    }
    while (steps[trial] < until) {
      const int step = ++steps[trial];
      const Decision decision = pasha.report(trial, step, curve(trial, step));
      EXPECT_EQ(decision.verdict,
                step == until && until < max_step ? Verdict::pause : Verdict::go_on);
    }
    ++played.trials_at[until];
    if (until < max_step) continue;
    pasha.ended(trial, TrialState::completed);
    played.finished = trial;
  }
}

double ranks_hold(TrialId trial, int step) {
  return static_cast<double>(trial * 7 % 101) + 1.0 / step;
}

TEST(Pasha, UsesTwoRungsWhereRanksHold) {
  const Played played = play(Pasha({kMaxStep}, {}), 60, ranks_hold);
  EXPECT_EQ(played.trials_at.at(1), 60);
  EXPECT_GE(played.trials_at.at(3), 20) << "a third, and some that others pushed out later";
  EXPECT_FALSE(played.trials_at.contains(9));
}

TEST(Pasha, TakesTheBestToItsEndOnceNothingIsLeftToBegin) {
  const Played played = play(Pasha({kMaxStep}, {}), 60, ranks_hold);
  EXPECT_EQ(played.trials_at.at(kMaxStep), 1);
  EXPECT_EQ(played.finished, 0u) << "the lowest loss";
}

// The order turns once, so that no pair swaps back: no noise explains it.
TEST(Pasha, AddsARungWhereRanksChange) {
  const auto turns = [](TrialId trial, int step) {
    const auto rank = static_cast<double>(trial * 7 % 101);
    return step < 3 ? rank : -rank;
  };
  const Played played = play(Pasha({kMaxStep}, {}), 100, turns);
  EXPECT_TRUE(played.trials_at.contains(9));
  EXPECT_FALSE(played.trials_at.contains(27)) << "from step 3 to step 9 they stay";
}

// A quarter of the trials is the best at step 3 and the worst at step 9, on the way there and back
// three times or once.
TEST(Pasha, AddsNoRungForWhatNoiseExplains) {
  const auto swaps = [](TrialId trial, int step) {
    if (trial % 4 != 0) return 0.5;
    return step == 9 || step % 2 == 0 ? 1.0 : 0.0;
  };
  const auto turns = [](TrialId trial, int step) {
    if (trial % 4 != 0) return 0.5;
    return step >= 9 ? 1.0 : 0.0;
  };
  Pasha::Options options;
  options.min_step = 3;
  EXPECT_FALSE(play(Pasha({kMaxStep}, options), 60, swaps).trials_at.contains(27));
  EXPECT_TRUE(play(Pasha({kMaxStep}, options), 60, turns).trials_at.contains(27));
}

TEST(Pasha, IsAshaWhereThereAreTwoRungsOnly) {
  const Played played = play(Pasha({4}, {}), 6, ranks_hold, 4);
  EXPECT_EQ(played.trials_at.at(1), 6);
  EXPECT_GE(played.trials_at.at(4), 2) << "a third goes on at once";
}

}  // namespace sweep::pasha_test
