#include "bench/results/measures/method_ranking.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "bench/results/measures/method_pairs.hpp"

namespace sweep::method_ranking_test {

/// The cells of a method on a function without a known optimum: the losses that they end with.
DataSet losses(const char* method, int number, const std::vector<double>& ends) {
  DataSet set;
  set.method = method;
  set.function = "f" + std::to_string(number);
  set.has_optimum = false;
  for (const double end : ends) {
    const bool has_result = std::isfinite(end);
    set.descents.push_back({has_result ? std::vector<Drop>{{1, end}} : std::vector<Drop>{}, 10});
  }
  return set;
}

std::vector<DataSet> eight_problems() {
  std::vector<DataSet> sets;
  for (int number = 1; number <= 8; ++number) {
    sets.push_back(losses("a", number, {0, 1.0 * number, 2.0 * number}));
    sets.push_back(losses("b", number, {4.0 * number, 6.0 * number, 8.0 * number}));
    sets.push_back(losses("c", number, {5.0 * number, 7.0 * number, 10.0 * number}));
  }
  return sets;
}

TEST(MethodScores, AreMediansBetweenTheBestAndTheWorstCell) {
  const MethodScores scores = method_scores(eight_problems());
  EXPECT_EQ(scores.methods, (std::vector<std::string>{"a", "b", "c"}));
  ASSERT_EQ(scores.problems.size(), 8u);
  for (const ScoredProblem& problem : scores.problems) {
    EXPECT_DOUBLE_EQ(problem.scores[0], 0.1);
    EXPECT_DOUBLE_EQ(problem.scores[1], 0.6);
    EXPECT_DOUBLE_EQ(problem.scores[2], 0.7);
  }
}

TEST(MethodScores, AreLogarithmicDownToTheFinalTargetWhereTheOptimumIsKnown) {
  DataSet near = losses("near", 1, {1e-12});
  DataSet middle = losses("middle", 1, {1e-4});
  DataSet far = losses("far", 1, {1});
  for (DataSet* set : {&near, &middle, &far}) set->has_optimum = true;
  const MethodScores scores = method_scores(std::vector{far, middle, near});
  EXPECT_EQ(scores.problems[0].scores, (std::vector<double>{1, 0.5, 0}));
}

TEST(MethodScores, LookWhereAllMethodsStillRan) {
  DataSet early = losses("early", 1, {4});
  early.descents[0].length = 5;
  DataSet late = losses("late", 1, {6});
  late.descents[0].drops.push_back({8, 1});
  const MethodScores scores = method_scores(std::vector{early, late});
  EXPECT_EQ(scores.problems[0].budget, 5);
  EXPECT_EQ(scores.problems[0].scores, (std::vector<double>{0, 1}));
}

// Cells that came down in the very same way are one descent of the data set. Others that end alike,
// as at an optimum, are results of their own.
TEST(MethodScores, CountEachDescentThatEndsAlike) {
  const MethodScores scores =
      method_scores(std::vector{losses("a", 1, {2, 2, 2}), losses("b", 1, {2, 2, 3})});
  EXPECT_EQ(scores.problems[0].regrets[0].size(), 3u);
}

TEST(MethodScores, GiveTheWorstToACellWithoutAResult) {
  constexpr double kNone = std::numeric_limits<double>::infinity();
  const MethodScores scores =
      method_scores(std::vector{losses("a", 1, {kNone}), losses("b", 1, {3})});
  EXPECT_EQ(scores.problems[0].scores, (std::vector<double>{1, 0}));
}

TEST(MethodRanking, IsByMeanRankWithGroups) {
  const MethodRanking ranking = ranking_of(method_scores(eight_problems()));
  EXPECT_EQ(ranking.problems, 8u);
  ASSERT_EQ(ranking.methods.size(), 3u);
  EXPECT_EQ(ranking.methods[0].method, 0u);
  EXPECT_EQ(ranking.methods[0].rank.value, 1);
  EXPECT_EQ(ranking.methods[0].best, 8u);
  EXPECT_EQ(ranking.methods[2].rank.lo, 3);
  EXPECT_NEAR(ranking.critical_difference, 2.3437 * std::sqrt(12 / 48.0), 1e-4);
  EXPECT_EQ(ranking.groups, (std::vector<std::vector<std::size_t>>{{0, 1}, {1, 2}}));
  EXPECT_EQ(ranking.methods[1].groups, (std::vector<std::size_t>{0, 1}));
}

TEST(MethodRanking, IsOfProblemsThatAllMethodsHave) {
  std::vector<DataSet> sets = eight_problems();
  sets.pop_back();  // c on the last
  const MethodScores scores = method_scores(sets);
  EXPECT_EQ(ranking_of(scores).problems, 7u);
  sets = {losses("a", 1, {1}), losses("b", 2, {1})};
  const MethodRanking nothing = ranking_of(method_scores(sets));
  EXPECT_EQ(nothing.problems, 0u);
  EXPECT_EQ(nothing.methods[0].rank.n, 0u);
  EXPECT_TRUE(method_pairs(method_scores(sets), std::vector<std::size_t>{0, 1}).empty());
}

TEST(MethodPairs, SpeakForTheFirstWhereDifferencesAreAboveZero) {
  const MethodScores scores = method_scores(eight_problems());
  const auto pairs = method_pairs(scores, std::vector<std::size_t>{0, 1, 2});
  ASSERT_EQ(pairs.size(), 3u);
  EXPECT_EQ(pairs[0].wins, 8u);
  EXPECT_EQ(pairs[0].ties(), 0u);
  EXPECT_EQ(pairs[0].a12, 1);
  EXPECT_NEAR(pairs[0].shift.estimate, 0.5, 1e-12);
  EXPECT_EQ(pairs[0].p, 2 / 256.0);
  EXPECT_EQ(pairs[0].p_holm, 3 * 2 / 256.0);
  EXPECT_GT(pairs[0].posterior.right, 0.99);
  const auto reversed = method_pairs(scores, std::vector<std::size_t>{1, 0});
  EXPECT_EQ(reversed[0].losses, 8u);
  EXPECT_EQ(reversed[0].a12, 0);
  EXPECT_GT(reversed[0].posterior.left, 0.99);
}

}  // namespace sweep::method_ranking_test
