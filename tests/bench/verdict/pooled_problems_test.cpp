#include "bench/verdict/pooled_problems.hpp"

#include <gtest/gtest.h>

#include "algorithms/space/stream.hpp"
#include "bench/verdict/gate_verdict.hpp"
#include "tests/bench/verdict/side_fixture.hpp"

namespace sweep::pooled_problems_test {

using verdict_test::scattered;
using verdict_test::side;

using Losses = std::vector<std::vector<double>>;

Losses drawn(double mean, Stream stream) {
  Losses losses(6);
  for (std::vector<double>& problem : losses) {
    for (int i = 0; i < 10; ++i) problem.push_back(mean + 0.25 * stream.normal());
  }
  return losses;
}

TEST(PooledProblems, ShowTogetherWhatNoneShowsAlone) {
  int together = 0;
  std::size_t alone = 0;
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const Side base = side("a", drawn(1, Stream(seed).child("a")));
    const Side worse = side("b", drawn(1.3, Stream(seed).child("b")));
    const GateVerdict verdict = judge(base, worse, {});
    ASSERT_EQ(verdict.pooled.size(), 1U);
    EXPECT_EQ(verdict.pooled[0].title, "tpe on 6 problems together");
    together += verdict.pooled[0].judgement == Judgement::worse ? 1 : 0;
    alone += verdict.count(Judgement::worse);
    const Judgement back = judge(worse, base, {}).pooled[0].judgement;
    EXPECT_NE(back, Judgement::worse);
  }
  EXPECT_GE(together, 19);
  EXPECT_LT(alone, 60U);
}

TEST(PooledProblems, MakeAVerdictWorse) {
  GateVerdict verdict;
  verdict.problems.resize(2);
  verdict.pooled.resize(1);
  EXPECT_EQ(overall_judgement(verdict), Judgement::inconclusive);
  EXPECT_TRUE(verdict.telling().empty());
  verdict.pooled[0].judgement = Judgement::worse;
  EXPECT_EQ(overall_judgement(verdict), Judgement::worse);
  EXPECT_EQ(verdict.telling().size(), 1U);
}

// 400 gates of A against A: at alpha/2 and beyond a tolerance, at most 400 (0.025 + 3 sqrt(0.025
// 0.975 / 400)) = 19 are worse.
TEST(PooledProblems, RaiseFewFalseAlarms) {
  int worse = 0;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    const Side base = side("a", drawn(1, Stream(seed).child("a")));
    const Side again = side("b", drawn(1, Stream(seed).child("b")));
    worse += judge(base, again, {0.05, {0, false}}).judgement == Judgement::worse ? 1 : 0;
  }
  EXPECT_LE(worse, 19);
}

TEST(PooledProblems, AreNoneWhereOneProblemIsTestedOrPairsAreFew) {
  EXPECT_TRUE(judge(side("a", {scattered(1)}), side("b", {scattered(2)}), {}).pooled.empty());
  const Side one = side("a", {scattered(1), scattered(2)});
  EXPECT_TRUE(judge(one, side("b", {scattered(1), scattered(3)}), {}).pooled.empty());
  EXPECT_TRUE(judge(side("a", {{1, 2}, {3, 4}}), side("b", {{2, 3}, {4, 5}}), {}).pooled.empty());
}

}  // namespace sweep::pooled_problems_test
