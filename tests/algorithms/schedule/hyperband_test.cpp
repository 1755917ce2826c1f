#include "algorithms/schedule/hyperband.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "algorithms/schedule/sha.hpp"

namespace sweep::hyperband_test {

double loss_of(TrialId trial) { return static_cast<double>((trial * 37) % 101); }

/// Runs a scheduler with one worker until there are `trials`, or nothing is left; steps of all
/// trials in order, "the trial came to this step". Those of `lost` fail before their first report.
template <class S>
std::map<TrialId, int> play(S& scheduler, int max_step, TrialId trials,
                            const std::set<TrialId>& lost = {}) {
  std::map<TrialId, int> reached;
  TrialId fresh = 0;
  while (true) {
    const Order order = scheduler.next(fresh < trials ? std::optional(fresh) : std::nullopt);
    if (std::holds_alternative<Wait>(order)) return reached;
    if (std::holds_alternative<GiveUp>(order)) continue;
    const auto* resume = std::get_if<Resume>(&order);
    const TrialId trial = resume ? resume->trial : fresh++;
    const int until = resume ? resume->until : std::get<Start>(order).until;
    reached[trial];
    if (lost.contains(trial)) {
      scheduler.ended(trial, TrialState::failed);
      continue;
    }
    while (reached[trial] < until) {
      static_cast<void>(scheduler.report(trial, ++reached[trial], loss_of(trial)));
    }
    if (until == max_step) scheduler.ended(trial, TrialState::completed);
  }
}

// How many trials ended at each step.
std::map<int, int> ends(const std::map<TrialId, int>& reached, TrialId first, TrialId last) {
  std::map<int, int> count;
  for (TrialId trial = first; trial <= last; ++trial) ++count[reached.at(trial)];
  return count;
}

TEST(Hyperband, RunsThePapersBracketsInTurn) {
  Hyperband hyperband({81}, {});
  const auto reached = play(hyperband, 81, 143 + 81);
  using Count = std::map<int, int>;
  EXPECT_EQ(ends(reached, 0, 80), (Count{{1, 54}, {3, 18}, {9, 6}, {27, 2}, {81, 1}}));
  EXPECT_EQ(ends(reached, 81, 114), (Count{{3, 23}, {9, 8}, {27, 2}, {81, 1}}));
  EXPECT_EQ(ends(reached, 115, 129), (Count{{9, 10}, {27, 4}, {81, 1}}));
  EXPECT_EQ(ends(reached, 130, 137), (Count{{27, 6}, {81, 2}}));
  EXPECT_EQ(ends(reached, 138, 142), (Count{{81, 5}}));
  EXPECT_EQ(ends(reached, 143, 223), (Count{{1, 54}, {3, 18}, {9, 6}, {27, 2}, {81, 1}}));
}

TEST(Sha, KeepsExactlyTheBestShareOfARung) {
  Sha sha({9}, {});
  const auto reached = play(sha, 9, 9);
  EXPECT_EQ(ends(reached, 0, 8), (std::map<int, int>{{1, 6}, {3, 2}, {9, 1}}));
  // 37 i mod 101 of 0 .. 8: 0 37 74 10 47 84 20 57 94.
  EXPECT_EQ(reached.at(0), 9);
  EXPECT_EQ(reached.at(3), 3);
  EXPECT_EQ(reached.at(6), 3);
}

TEST(Sha, GoesOnWithThoseThatAreLeft) {
  Sha sha({9}, {});
  const auto reached = play(sha, 9, 9, {0, 3, 4, 5, 6, 7, 8});
  // Of nine three may go on, but only two are left; the best of them is the third's best.
  EXPECT_EQ(reached.at(1), 9);
  EXPECT_EQ(reached.at(2), 3);
}

TEST(Sha, ClosesARungWhenTrialsRunOut) {
  Sha sha({9}, {});
  const auto reached = play(sha, 9, 7);
  EXPECT_EQ(ends(reached, 0, 6), (std::map<int, int>{{1, 5}, {3, 1}, {9, 1}}));
}

TEST(Sha, GivesLosersUpWithTheirRank) {
  Sha sha({3}, {});
  for (TrialId trial = 0; trial < 3; ++trial) {
    static_cast<void>(sha.next(trial));
    const Decision decision = sha.report(trial, 1, loss_of(trial));
    EXPECT_EQ(to_text(decision.reason).substr(0, 8), "rung 1: ");
  }
  const Order order = sha.next(3);
  ASSERT_TRUE(std::holds_alternative<GiveUp>(order));
  EXPECT_EQ(std::get<GiveUp>(order).trial, 1u);
  EXPECT_EQ(to_text(std::get<GiveUp>(order).reason), "rung 1: rank 2 of 3, the best 1 go on");
  EXPECT_EQ(std::get<GiveUp>(sha.next(3)).reason.rank, 3u);
  EXPECT_EQ(sha.next(3), Order(Resume{0, 3}));
}

TEST(Sha, BeginsTheNextBracketUnlessToldToWait) {
  for (const bool overlap : {true, false}) {
    Sha sha({3}, {3, 1, 0, overlap});
    for (TrialId trial = 0; trial < 3; ++trial) static_cast<void>(sha.next(trial));
    EXPECT_EQ(sha.next(3), overlap ? Order(Start{1}) : Order(Wait{}));
  }
}

}  // namespace sweep::hyperband_test
