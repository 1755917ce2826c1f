#include "bench/verdict/problem_verdict.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

#include "tests/bench/verdict/side_fixture.hpp"

namespace sweep::problem_verdict_test {

using verdict_test::scattered;
using verdict_test::side;

using Losses = std::vector<std::vector<double>>;

std::vector<ProblemVerdict> judged_sides(const Side& base, const Side& candidate,
                                         const VerdictRule& rule = {}) {
  std::vector<ProblemVerdict> problems = sampled_problems(paired(base, candidate).problems);
  judge_together(problems, rule);
  return problems;
}

// Verdicts of a baseline and a candidate with other digests.
std::vector<ProblemVerdict> judged(const Losses& base, const Losses& candidate,
                                   const VerdictRule& rule = {}) {
  return judged_sides(side("a", base), side("b", candidate), rule);
}

Losses raised(Losses losses, double share) {
  for (std::vector<double>& objective : losses) {
    for (double& loss : objective) loss *= 1 + share;
  }
  return losses;
}

TEST(ProblemVerdict, IsWorseOrBetterBeyondTheTolerance) {
  const Losses base = {scattered(1)};
  EXPECT_EQ(judged(base, raised(base, 0.2))[0].judgement, Judgement::worse);
  EXPECT_EQ(judged(base, raised(base, -0.2))[0].judgement, Judgement::better);
  EXPECT_EQ(judged(base, raised(base, 0.01))[0].judgement, Judgement::same);
}

TEST(ProblemVerdict, IsSymmetric) {
  const Losses base = {scattered(1)};
  const Losses other = {scattered(1.3, 3)};
  const ProblemVerdict there = judged(base, other, {0.05, {0.05, false}})[0];
  const ProblemVerdict back = judged(other, base, {0.05, {0.05, false}})[0];
  EXPECT_DOUBLE_EQ(there.p_worse, back.p_better);
  EXPECT_DOUBLE_EQ(there.p_better, back.p_worse);
  EXPECT_DOUBLE_EQ(there.shift->estimate, -back.shift->estimate);
}

TEST(ProblemVerdict, IsInconclusiveWhereNothingIsSure) {
  const ProblemVerdict verdict = judged({scattered(1)}, {scattered(1.02, 5)})[0];
  EXPECT_EQ(verdict.judgement, Judgement::inconclusive);
  ASSERT_TRUE(verdict.detectable);
  EXPECT_GT(*verdict.detectable, 0);
  ASSERT_TRUE(verdict.pairs_needed);
  EXPECT_GT(*verdict.pairs_needed, 20U);
}

TEST(ProblemVerdict, OfFewerThanSixPairsIsInconclusive) {
  const ProblemVerdict verdict = judged({{1, 2, 3, 4, 5}}, {{11, 12, 13, 14.5, 15}})[0];
  EXPECT_EQ(verdict.judgement, Judgement::inconclusive);
  EXPECT_FALSE(verdict.detectable);
  EXPECT_EQ(verdict.pairs_needed, 6U);
}

TEST(ProblemVerdict, CorrectsOverProblems) {
  const Losses base(40, std::vector<double>{1, 2, 3, 4, 5, 6});
  Losses other = base;  // alone p = 1/64 on one of them, which forty problems explain
  for (double& loss : other[0]) loss *= 1.5;
  for (std::size_t i = 1; i < other.size(); ++i) other[i] = {2, 1, 4, 3, 6, 5};
  EXPECT_EQ(judged(base, other)[0].judgement, Judgement::inconclusive);
  EXPECT_EQ(judged({base[0]}, {other[0]})[0].judgement, Judgement::worse);
}

TEST(ProblemVerdict, OfEqualDigestsIsTheSameAtOnceAndInNoFamily) {
  const Losses base = {scattered(1), scattered(2)};
  const std::vector<ProblemVerdict> verdicts = judged(base, {base[0], raised(base, 0.2)[1]});
  EXPECT_TRUE(verdicts[0].sample.is_identical);
  EXPECT_EQ(verdicts[0].judgement, Judgement::same);
  const double alone = judged({base[1]}, {raised(base, 0.2)[1]})[0].p_worse;
  EXPECT_DOUBLE_EQ(verdicts[1].p_worse, alone);
}

TEST(ProblemVerdict, CountsOutcomesWithoutVarianceOnce) {
  const ProblemVerdict verdict =
      judged({std::vector<double>(20, 1)}, {std::vector<double>(20, 2)})[0];
  EXPECT_EQ(verdict.sample.differences.size(), 1U);
  EXPECT_EQ(verdict.sample.cells, 20U);
  EXPECT_EQ(verdict.sample.distinct, 1U);
  EXPECT_EQ(verdict.judgement, Judgement::inconclusive);
}

TEST(ProblemVerdict, OfTheSameLossesIsTheSame) {
  Side base = side("a", {std::vector<double>(20, 1)});
  Side other = base;
  for (CellOutcome& cell : other.cells) cell.digest.high ^= 1;
  const ProblemVerdict verdict = judged_sides(base, other)[0];
  EXPECT_FALSE(verdict.sample.is_identical);
  EXPECT_EQ(verdict.judgement, Judgement::same);
}

TEST(ProblemVerdict, TakesRoundingForNoDifference) {
  Losses base = {scattered(1)};
  Side first = side("a", base);
  Side second = first;
  for (CellOutcome& cell : second.cells) {
    cell.loss *= 1 + 2e-13;
    cell.digest.high ^= 1;
  }
  const ProblemVerdict verdict = judged_sides(first, second)[0];
  EXPECT_EQ(verdict.sample.differences, std::vector<double>(20, 0.0));
  EXPECT_EQ(verdict.judgement, Judgement::same);
}

TEST(ProblemVerdict, SurvivesCellsWithoutAnyLoss) {
  const double never = std::numeric_limits<double>::infinity();
  const Losses base = {scattered(1)};
  Losses other = base;
  std::fill(other[0].begin(), other[0].begin() + 15, never);
  Side first = side("a", base);
  Side second = side("b", {scattered(1.5)});
  for (std::size_t i = 0; i < 15; ++i) second.cells[i].loss = never;
  EXPECT_EQ(judged_sides(first, second)[0].judgement, Judgement::worse);
  first.cells = second.cells;
  for (CellOutcome& cell : first.cells) cell.digest.high ^= 1;
  EXPECT_EQ(judged_sides(first, second)[0].judgement, Judgement::same);
}

// The sides have other digests and losses below the last target.
TEST(ProblemVerdict, TakesRegretsBelowTheLastTargetForTheSame) {
  Side base = side("a", {std::vector<double>(20, 0.0)});
  Side other = base;
  for (std::size_t i = 0; i < 20; ++i) {
    base.cells[i].loss = i < 15 ? 0 : 1e-13;
    other.cells[i].loss = base.cells[i].loss + 1.5e-12;
    other.cells[i].digest.high ^= 1;
  }
  const ProblemVerdict verdict = judged_sides(base, other)[0];
  EXPECT_EQ(verdict.tolerance, 1e-8);
  EXPECT_EQ(verdict.judgement, Judgement::same);
  EXPECT_FALSE(tolerance_note(verdict, {}));
  EXPECT_EQ(judged_sides(base, other, {0.05, {0, true}})[0].judgement, Judgement::worse);
  for (CellOutcome& cell : other.cells) cell.loss += 1e-6;
  EXPECT_EQ(judged_sides(base, other)[0].judgement, Judgement::worse);
}

TEST(ProblemVerdict, NotesWhereAShareIsNoTolerance) {
  Side base = side("a", {std::vector<double>(20, 0.0)});
  Side other = side("b", {scattered(1)});
  base.objectives[0].optimum.reset();
  other.objectives[0].optimum.reset();
  const ProblemVerdict verdict = judged_sides(base, other)[0];
  EXPECT_EQ(verdict.tolerance, 0);
  ASSERT_TRUE(tolerance_note(verdict, {}));
  EXPECT_EQ(tolerance_note(verdict, {})->find("tpe on f0: the median of the baseline is 0, "), 0U);
  EXPECT_FALSE(tolerance_note(verdict, {0.01, false}));
  EXPECT_FALSE(tolerance_note(judged_sides(other, base)[0], {}));
}

}  // namespace sweep::problem_verdict_test
