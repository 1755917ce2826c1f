#include "bench/results/measures/rank_verdict.hpp"

#include <gtest/gtest.h>

#include "bench/reports/measures/rank_disagreements.hpp"
#include "bench/reports/measures/rank_sentence.hpp"

namespace sweep::rank_verdict_test {

/// Cells on a function without a known optimum: the losses that they end with.
DataSet cells_of(const char* method, int number, const std::vector<double>& ends) {
  DataSet set;
  set.method = method;
  set.function = "f" + std::to_string(number);
  set.has_optimum = false;
  for (const double end : ends) set.descents.push_back({{{1, end}}, 10});
  return set;
}

std::vector<double> from(double first, int count) {
  std::vector<double> numbers;
  for (int i = 0; i < count; ++i) numbers.push_back(first + i);
  return numbers;
}

/// "good" is better than "bad" on each of so many problems.
std::vector<DataSet> one_sided(int problems, int cells) {
  std::vector<DataSet> sets;
  for (int number = 1; number <= problems; ++number) {
    sets.push_back(cells_of("bad", number, from(100.0 + number, cells)));
    sets.push_back(cells_of("good", number, from(number, cells)));
  }
  return sets;
}

TEST(RankVerdict, IsOverProblemsWhereTheseAreEnough) {
  const RankedMethods ranked = ranked_methods(one_sided(6, 1));
  EXPECT_TRUE(ranked.verdict.is_over_problems);
  ASSERT_EQ(ranked.verdict.rivals.size(), 1U);
  EXPECT_EQ(ranked.verdict.rivals[0].p, 0.03125);  // 2^(1-6)
  EXPECT_TRUE(ranked.verdict.is_beaten(ranked.verdict.rivals[0], 6));
  EXPECT_EQ(rank_sentence(ranked),
            "good is best: mean rank 1.00 of 2 [1.00, 1.00] over 6 problems. It surely beats bad "
            "(p ≤ 0.031).");
}

TEST(RankVerdict, IsOfTheseProblemsAloneWhereTheyAreTooFew) {
  const RankedMethods ranked = ranked_methods(one_sided(3, 8));
  EXPECT_FALSE(ranked.verdict.is_over_problems);
  EXPECT_EQ(ranked.verdict.rivals.at(0).ahead, 3U);
  EXPECT_EQ(ranked.verdict.rivals.at(0).behind, 0U);
  EXPECT_EQ(rank_sentence(ranked),
            "good leads with mean rank 1.00 of 2 [1.00, 1.00] over 3 problems, too few to speak of "
            "others. On these alone its cells surely beat bad on 3 of 3.");
}

TEST(RankVerdict, OfOneProblemSaysWhatCellsSay) {
  const std::string sure = rank_sentence(ranked_methods(one_sided(1, 8)));
  EXPECT_EQ(sure,
            "good leads with mean rank 1.00 of 2 over 1 problem, too few to speak of others. On "
            "this one it is best. It surely beats bad (p ≤ 0.00016).");
  const std::vector<DataSet> alike = {cells_of("a", 1, {1, 4, 5}), cells_of("b", 1, {2, 3, 6})};
  EXPECT_NE(
      rank_sentence(ranked_methods(alike)).find("On this one it may be no better than a (p ="),
      std::string::npos);
}

TEST(RankVerdict, TakesItsDirectionFromTheTest) {
  MethodPair pair;
  pair.p_holm = 0.01;
  pair.lead = -5;
  EXPECT_EQ(says_signed_rank(pair), PairSays::second_is_better);
  pair.lead = 5;
  EXPECT_EQ(says_signed_rank(pair), PairSays::first_is_better);
  pair.lead = 0;
  EXPECT_EQ(says_signed_rank(pair), PairSays::nothing);
}

// On nine of twenty problems "a" is better; on eleven they are the same.
TEST(RankVerdict, SeesALeadWhereMostProblemsAreTheSame) {
  std::vector<DataSet> sets;
  for (int number = 1; number <= 20; ++number) {
    sets.push_back(cells_of("a", number, {1.0, 2.0, 9.0}));
    sets.push_back(number < 10 ? cells_of("b", number, {4.0, 5.0, 6.0 + number})
                               : cells_of("b", number, {1.0, 2.0, 9.0}));
  }
  const RankedMethods ranked = ranked_methods(sets);
  ASSERT_EQ(ranked.pairs.size(), 1U);
  EXPECT_EQ(ranked.scores.methods[ranked.verdict.best], "a");
  EXPECT_GT(ranked.pairs[0].lead, 0);
  EXPECT_TRUE(ranked.verdict.is_beaten(ranked.verdict.rivals[0], 20));
}

// Medians tie, and "a" comes first; its cells are surely higher than those of "b".
TEST(RankVerdict, TakesNoTieOfScoresForALead) {
  std::vector<double> high(11, 5.0);
  high.resize(21, 9.0);
  std::vector<double> low(10, 1.0);
  low.resize(21, 5.0);
  const RankedMethods ranked =
      ranked_methods(std::vector{cells_of("a", 1, high), cells_of("b", 1, low)});
  ASSERT_EQ(ranked.scores.methods[ranked.verdict.best], "a");
  EXPECT_EQ(ranked.verdict.rivals[0].ahead, 0U);
  EXPECT_EQ(ranked.verdict.rivals[0].behind, 1U);
}

TEST(RankVerdict, CountsProblemsOnWhichTheLeaderIsSurelyWorse) {
  std::vector<DataSet> sets = one_sided(3, 8);
  sets.push_back(cells_of("bad", 4, from(1, 8)));
  sets.push_back(cells_of("good", 4, from(100, 8)));
  const RankedMethods ranked = ranked_methods(sets);
  EXPECT_EQ(ranked.verdict.rivals.at(0).ahead, 3U);
  EXPECT_EQ(ranked.verdict.rivals.at(0).behind, 1U);
  EXPECT_NE(rank_sentence(ranked).find("bad on 3 of 4 (and is surely worse on 1)"),
            std::string::npos);
}

TEST(RankVerdict, OfNothingHasNoRivals) {
  const std::vector<DataSet> apart = {cells_of("a", 1, {1}), cells_of("b", 2, {1})};
  EXPECT_TRUE(ranked_methods(apart).verdict.rivals.empty());
}

TEST(RankDisagreements, SayWhereNemenyiIsBlindToWhatTheBayesianComparisonSees) {
  // Eight other methods widen the critical difference between the two best ones.
  std::vector<DataSet> sets;
  const char* const methods[] = {"a", "b", "c", "d", "e", "f", "g", "h"};
  for (int number = 1; number <= 12; ++number) {
    for (int m = 0; m < 8; ++m) {
      sets.push_back(cells_of(methods[m], number, from(number + 10.0 * m, 3)));
    }
  }
  const std::vector<std::string> lines = nemenyi_disagreements(ranked_methods(sets));
  ASSERT_FALSE(lines.empty());
  EXPECT_EQ(lines[0].find("a and b: Nemenyi's test is sure of nothing (mean ranks 1 apart), the "
                          "Bayesian comparison that a is better"),
            0U)
      << lines[0];
}

TEST(RankDisagreements, AreNoneWhereAllAgree) {
  const RankedMethods ranked = ranked_methods(one_sided(12, 3));
  EXPECT_TRUE(nemenyi_disagreements(ranked).empty());
  EXPECT_TRUE(signed_rank_disagreements(ranked.scores, ranked.pairs).empty());
  EXPECT_TRUE(nemenyi_disagreements(ranked_methods(one_sided(1, 3))).empty());
}

}  // namespace sweep::rank_verdict_test
