#include "bench/verdict/pairing.hpp"

#include <gtest/gtest.h>

#include "algorithms/text/error.hpp"
#include "tests/bench/verdict/side_fixture.hpp"

namespace sweep::pairing_test {

using verdict_test::side;

TEST(Pairing, TakesCellsOfTheSameSeed) {
  const Side base = side("a", {{1, 2, 3}});
  const Side candidate = side("b", {{5, 6, 7}}, 2);  // seeds 2, 3, 4
  const Pairing pairing = paired(base, candidate);
  ASSERT_EQ(pairing.problems.size(), 1U);
  ASSERT_EQ(pairing.problems[0].pairs.size(), 2U);
  EXPECT_EQ(pairing.problems[0].pairs[0].base->loss, 2);
  EXPECT_EQ(pairing.problems[0].pairs[0].candidate->loss, 5);
  ASSERT_EQ(pairing.notes.size(), 1U);
  EXPECT_EQ(pairing.notes[0], "2 cells are without a partner of the same seed, and left out");
}

TEST(Pairing, IsInOrderWhereNoSeedIsShared) {
  const Side base = side("a", {{1, 2, 3}});
  const Side candidate = side("b", {{5, 6, 7}}, 11);
  const Pairing pairing = paired(base, candidate);
  EXPECT_EQ(pairing.problems[0].pairs.size(), 3U);
  ASSERT_EQ(pairing.notes.size(), 1U);
  EXPECT_NE(pairing.notes[0].find("share no seeds"), std::string::npos);
}

TEST(Pairing, JoinsTheInstancesOfAFunction) {
  Side base = side("a", {{1, 2}, {3, 4}});
  for (ComparedObjective& objective : base.objectives) objective.function = "bbob/f1";
  const Pairing pairing = paired(base, base);
  ASSERT_EQ(pairing.problems.size(), 1U);
  EXPECT_EQ(pairing.problems[0].pairs.size(), 4U);
  EXPECT_EQ(pairing.problems[0].title(), "tpe on bbob/f1 in 2-D");
}

TEST(Pairing, OfOneMethodEachTakesWhateverTheyAre) {
  const Side base = side("a", {{1, 2}});
  Side candidate = side("b", {{1, 2}});
  candidate.methods = {"bayes"};
  EXPECT_EQ(paired(base, candidate).problems[0].method, "tpe -> bayes");
}

TEST(Pairing, IsRefusedWhereSidesDoNotCompare) {
  const Side base = side("a", {{1, 2}});
  Side candidate = base;
  candidate.origin = "b";
  candidate.terms["trials"] = "50";
  EXPECT_EQ(paired(base, candidate).refusal, "trials is 25 in a and 50 in b");
  candidate.terms = base.terms;
  candidate.terms["workers"] = "4";
  EXPECT_EQ(paired(base, candidate).refusal, "workers is none in a and 4 in b");
  candidate.terms = base.terms;
  candidate.objectives[0].space = "another";
  EXPECT_EQ(paired(base, candidate).refusal, "f0 has another space in a than in b");
  candidate.objectives[0].name = "g";
  EXPECT_EQ(paired(base, candidate).refusal, "b has no cell of tpe on f0, and a has");
}

TEST(Pairing, RefusesACellThatIsThereTwice) {
  Side twice = side("a", {{1, 2}});
  twice.cells[1].seed = twice.cells[0].seed;
  EXPECT_THROW(sort_cells(twice), SpecError);
}

// One cell whose scheduler stopped trials after 60 steps, one that took 100 without.
struct StoppedPair {
  ComparedObjective objective{"f", "f", 2, "", 1.0, 9, ""};
  CellOutcome whole;
  CellOutcome stopped;

  StoppedPair() {
    whole.loss = 1.5;
    whole.steps = 100;
    whole.course = Descent{{{9, 3}, {72, 0.5}}, 100};  // precisions; the optimum is 1
    stopped.loss = 2;
    stopped.steps = 60;
    stopped.has_stops = true;
  }
  [[nodiscard]] CellPair pair() const { return {&whole, &stopped, &objective}; }
};

TEST(PairedLosses, AreOfEquallyManyStepsWhereTrialsWereStopped) {
  StoppedPair cells;
  const auto losses = losses_of(cells.pair());
  ASSERT_TRUE(losses);
  EXPECT_DOUBLE_EQ(losses->base, 4);  // at 60 steps it had not come to its best
  EXPECT_DOUBLE_EQ(losses->candidate, 2);
}

TEST(PairedLosses, AreMissingWhereTheStepsAreNotRecorded) {
  StoppedPair cells;
  cells.whole.course.reset();
  EXPECT_FALSE(losses_of(cells.pair()));
  cells.whole.steps = 69;  // no more than a trial apart
  EXPECT_TRUE(losses_of(cells.pair()));
}

}  // namespace sweep::pairing_test
