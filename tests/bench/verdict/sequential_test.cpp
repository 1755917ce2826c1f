#include "bench/verdict/sequential.hpp"

#include <gtest/gtest.h>

#include "algorithms/space/stream.hpp"
#include "tests/bench/verdict/side_fixture.hpp"

namespace sweep::sequential_test {

using verdict_test::side;

constexpr SequentialPlan kPlan{"seeds", 40, 5};

std::vector<double> drawn(double mean, Stream stream, std::size_t n, double deviation = 0.3) {
  std::vector<double> losses;
  for (std::size_t i = 0; i < n; ++i) losses.push_back(mean + deviation * stream.normal());
  return losses;
}

// The verdict of a gate that grows, and the look at which it stopped.
struct Grown {
  GateVerdict verdict;
  int look = 0;
};

Grown grown(double base, double candidate, std::uint64_t seed, double deviation = 0.3) {
  const std::vector<double> all_base =
      drawn(base, Stream(seed).child("base"), kPlan.most, deviation);
  const std::vector<double> all_candidate =
      drawn(candidate, Stream(seed).child("candidate"), kPlan.most, deviation);
  Grown grown;
  for (grown.look = 1; grown.look <= kPlan.looks; ++grown.look) {
    const auto n = static_cast<std::ptrdiff_t>(kPlan.most_at(grown.look));
    grown.verdict = judge_look(side("a", {{all_base.begin(), all_base.begin() + n}}),
                               side("b", {{all_candidate.begin(), all_candidate.begin() + n}}), {},
                               kPlan, grown.look);
    if (is_settled(grown.verdict)) return grown;
  }
  grown.look = kPlan.looks;
  return grown;
}

TEST(SequentialGate, StopsEarlyWhereTheCaseIsClear) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const Grown worse = grown(2, 3, seed);
    EXPECT_EQ(worse.verdict.judgement, Judgement::worse);
    EXPECT_LE(worse.look, 2);  // 16 of 40 seeds
    const Grown better = grown(3, 2, seed);
    EXPECT_EQ(better.verdict.judgement, Judgement::better);
    EXPECT_LE(better.look, 2);
  }
}

// At 5 % in total and a tolerance of 5 %, fewer than 200 (5 % + 3 sqrt(5 % 95 % / 200)) = 19.
TEST(SequentialGate, IsSeldomWrongOfTheSame) {
  int wrong = 0;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const Judgement judgement = grown(2, 2, seed).verdict.judgement;
    wrong += judgement == Judgement::worse || judgement == Judgement::better ? 1 : 0;
  }
  EXPECT_LT(wrong, 19);
}

// At the edge of the tolerance, 5 % of 2, same is wrong: in 5 % of all cases, give or take three
// deviations, 200 (5 % + 3 sqrt(5 % 95 % / 200)) = 19.
TEST(SequentialGate, SeldomTakesTheEdgeOfTheToleranceForTheSame) {
  int wrong = 0;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    wrong += grown(2, 2.1, seed, 0.05).verdict.judgement == Judgement::same ? 1 : 0;
  }
  EXPECT_LE(wrong, 19);
}

TEST(SequentialGate, StopsEarlyWhereSidesAreTheSame) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const Grown same = grown(2, 2, seed, 0.01);
    EXPECT_EQ(same.verdict.judgement, Judgement::same);
    EXPECT_LE(same.look, 2);
  }
}

TEST(SequentialGate, SettlesIdenticalSidesAtOnce) {
  const Side base = side("a", {drawn(2, Stream(1), 8)});
  const GateVerdict verdict = judge_look(base, base, {}, kPlan, 1);
  EXPECT_TRUE(is_settled(verdict));
  EXPECT_EQ(verdict.judgement, Judgement::same);
}

// What needs no test is judged alike, at once or while seeds are added.
TEST(SequentialGate, AgreesWithTheFixedOneWhereNoTestIsNeeded) {
  const Side base = side("a", {drawn(2, Stream(1), 8)});
  Side other = base;
  for (CellOutcome& cell : other.cells) cell.digest.high ^= 1;  // the losses are equal
  EXPECT_EQ(judge(base, other, {}).judgement, Judgement::same);
  EXPECT_EQ(judge_look(base, other, {}, kPlan, 1).judgement, Judgement::same);
  const Side few = side("a", {{1, 2, 3, 4, 5}});
  const Side worse = side("b", {{11, 12, 13, 14, 15}});
  EXPECT_EQ(judge(few, worse, {}).judgement, Judgement::inconclusive);
  EXPECT_EQ(judge_look(few, worse, {}, {"seeds", 5, 1}, 1).judgement, Judgement::inconclusive);
}

std::string bound_said(const GateVerdict& verdict) {
  const std::string& note = verdict.notes.back();
  return note.substr(note.find("|z|"));
}

// A problem that is identical at first counts as it does later.
TEST(SequentialGate, KeepsItsBoundsWhateverIsSettled) {
  const std::vector<double> one = drawn(2, Stream(1), 8);
  const std::vector<double> two = drawn(3, Stream(2), 8);
  const std::vector<double> three = drawn(4, Stream(3), 8);
  const Side base = side("a", {one, two});
  const GateVerdict half = judge_look(base, side("b", {one, three}), {}, kPlan, 1);
  const GateVerdict none = judge_look(base, side("b", {three, three}), {}, kPlan, 1);
  EXPECT_EQ(bound_said(half), bound_said(none));
}

TEST(SequentialGate, AddsCellsOfOtherSeeds) {
  Side all;
  add_cells(all, side("a", {{1, 2}}));
  add_cells(all, side("a", {{3, 4}}, 3));
  ASSERT_EQ(all.cells.size(), 4U);
  EXPECT_EQ(all.cells.back().seed, 4U);
}

}  // namespace sweep::sequential_test
