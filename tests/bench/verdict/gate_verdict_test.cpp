#include "bench/verdict/gate_verdict.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "bench/terminal/exit_code.hpp"
#include "tests/bench/verdict/side_fixture.hpp"

namespace sweep::gate_verdict_test {

using verdict_test::scattered;
using verdict_test::side;

TEST(GateVerdict, OfTheSameBitsIsTheSame) {
  const Side base = side("a", {scattered(1), scattered(2)});
  const GateVerdict verdict = judge(base, base, {});
  EXPECT_EQ(verdict.judgement, Judgement::same);
  EXPECT_EQ(verdict.identical, 2U);
  EXPECT_EQ(verdict.cells, 40U);
}

TEST(GateVerdict, IsWorseIfAnyProblemIsElseBetter) {
  const Side base = side("a", {scattered(1), scattered(2), scattered(3)});
  EXPECT_EQ(judge(base, side("b", {scattered(2), scattered(1), scattered(3)}), {}).judgement,
            Judgement::worse);
  EXPECT_EQ(judge(base, side("b", {scattered(0.5), scattered(2), scattered(3.1, 5)}), {}).judgement,
            Judgement::better);
  EXPECT_EQ(judge(base, side("b", {scattered(1), scattered(2), scattered(3.1, 5)}), {}).judgement,
            Judgement::inconclusive);
}

TEST(GateVerdict, OfOneSeedMeasuresNothingUnlessItIsTheSame) {
  const Side base = side("a", {{1}});
  EXPECT_EQ(judge(base, base, {}).judgement, Judgement::same);
  const GateVerdict verdict = judge(base, side("b", {{2}}), {});
  EXPECT_EQ(verdict.judgement, Judgement::not_comparable);
  EXPECT_EQ(verdict.reason,
            "nothing was measured: a and b differ, and one seed shows no more; run at least 6");
}

TEST(GateVerdict, OfOneSeedMeasuresNothingBesideAnIdenticalProblem) {
  const GateVerdict verdict = judge(side("a", {{1}, {2}}), side("b", {{1}, {3}}), {});
  EXPECT_EQ(verdict.identical, 1U);
  EXPECT_EQ(verdict.judgement, Judgement::not_comparable);
  EXPECT_EQ(verdict.reason.find("nothing was measured: a and b differ"), 0U) << verdict.reason;
}

TEST(GateVerdict, OfNothingIsNotComparable) {
  const GateVerdict verdict = judge(Side(), Side(), {});
  EXPECT_EQ(verdict.judgement, Judgement::not_comparable);
  EXPECT_EQ(verdict.reason, "nothing was measured: there is no cell to compare");
}

TEST(GateVerdict, OfFewerCellsThanTheBaseHasIsNotComparable) {
  const Side base = side("a", {scattered(1), scattered(2)});
  std::vector<double> few = scattered(2);
  few.resize(3);
  const GateVerdict verdict = judge(base, side("b", {scattered(1), few}), {});
  EXPECT_EQ(verdict.judgement, Judgement::not_comparable);
  EXPECT_EQ(verdict.reason, "b lacks 17 of the cells that a has: run as many seeds");
  EXPECT_EQ(judge(side("a", {few}), side("b", {scattered(2)}), {}).judgement, Judgement::same);
}

TEST(GateVerdict, OfTrialsThatAllFailedIsNotComparable) {
  Side base = side("a", {scattered(1)});
  Side candidate = side("b", {scattered(2)});
  for (Side* one : {&base, &candidate}) {
    for (CellOutcome& cell : one->cells) cell.loss = std::numeric_limits<double>::infinity();
  }
  const GateVerdict verdict = judge(base, candidate, {});
  EXPECT_EQ(verdict.judgement, Judgement::not_comparable);
  EXPECT_EQ(verdict.reason, "nothing was measured: no trial of either side has a loss");
}

TEST(GateVerdict, NeedsStepsWhereTrialsWereStopped) {
  Side base = side("a", {scattered(1)});
  Side other = side("b", {scattered(2)});
  for (CellOutcome& cell : other.cells) {
    cell.has_stops = true;
    cell.steps = 10;
  }
  const GateVerdict verdict = judge(base, other, {});
  EXPECT_EQ(verdict.judgement, Judgement::not_comparable);
  EXPECT_NE(verdict.reason.find("--record trials"), std::string::npos);
}

TEST(ExitCode, SeparatesTheJudgements) {
  EXPECT_EQ(exit_code(Judgement::same), 0);
  EXPECT_EQ(exit_code(Judgement::better), 0);
  EXPECT_EQ(exit_code(Judgement::worse), 3);
  EXPECT_EQ(exit_code(Judgement::inconclusive), 4);
  EXPECT_EQ(exit_code(Judgement::not_comparable), 2);
}

}  // namespace sweep::gate_verdict_test
