#include "algorithms/search/bayes/local_turns.hpp"

#include <gtest/gtest.h>

namespace sweep::local_turns_test {

// How many failures of the model in a row make it the local search's turn.
int patience_of(LocalTurns turns, bool is_ending = false) {
  int failures = 0;
  while (!turns.is_local(false, is_ending) && failures < 100) {
    turns.model_ended(false);
    ++failures;
  }
  return failures;
}

TEST(LocalTurns, LetTheModelFailAFewTimes) {
  LocalTurns turns;
  EXPECT_EQ(patience_of(turns), LocalTurns::kPatience);
  turns.model_ended(false);
  turns.model_ended(false);
  turns.model_ended(true);
  EXPECT_EQ(patience_of(turns), LocalTurns::kPatience);
}

TEST(LocalTurns, WaitTwiceAsLongAfterEachFailureOfTheLocalSearch) {
  LocalTurns turns;
  for (const int expected : {6, 12, 16, 16}) {
    turns.local_began();
    turns.local_ended(false);
    EXPECT_EQ(patience_of(turns), expected);
  }
  turns.local_began();
  turns.local_ended(true);
  EXPECT_EQ(patience_of(turns), 1);
  turns.local_began();
  turns.local_ended(false);
  EXPECT_EQ(patience_of(turns), 2);
}

TEST(LocalTurns, WaitLessNearTheEndOfTheBudget) {
  LocalTurns turns;
  for (int i = 0; i < 3; ++i) turns.local_ended(false);
  EXPECT_EQ(patience_of(turns, true), LocalTurns::kLastPatience);
  turns.local_ended(true);
  EXPECT_EQ(patience_of(turns, true), 1);
}

TEST(LocalTurns, StandInForTheModelNearTheBestAsLongAsTheyWork) {
  LocalTurns turns;
  EXPECT_TRUE(turns.is_local(true, false));
  turns.local_ended(false);
  EXPECT_FALSE(turns.is_local(true, false));
  turns.model_ended(false);
  EXPECT_FALSE(turns.is_local(true, false));
  turns.model_ended(true);
  EXPECT_TRUE(turns.is_local(true, false));
}

}  // namespace sweep::local_turns_test
