#include "bench/verdict/comparison.hpp"

#include <gtest/gtest.h>

#include "algorithms/space/stream.hpp"
#include "bench/reports/section_json.hpp"
#include "bench/reports/section_text.hpp"
#include "bench/reports/verdict/compare_report.hpp"
#include "tests/bench/verdict/side_fixture.hpp"

namespace sweep::comparison_test {

using verdict_test::scattered;
using verdict_test::side;

using Losses = std::vector<std::vector<double>>;

Losses centred(std::initializer_list<double> centres) {
  Losses losses;
  for (const double centre : centres) losses.push_back(scattered(centre));
  return losses;
}

TEST(Comparison, RanksContendersByTheirMedians) {
  const std::vector<Side> contenders = {side("a", centred({1, 1, 1})),
                                        side("b", centred({2, 2, 0.5})),
                                        side("c", centred({3, 3, 3}))};
  const Comparison comparison = compare(contenders, {});
  ASSERT_EQ(comparison.standings.size(), 3U);
  EXPECT_DOUBLE_EQ(comparison.standings[0].mean_rank, 4.0 / 3);
  EXPECT_DOUBLE_EQ(comparison.standings[1].mean_rank, 5.0 / 3);
  EXPECT_DOUBLE_EQ(comparison.standings[2].mean_rank, 3);
  EXPECT_EQ(comparison.standings[0].lowest, 2U);
  ASSERT_TRUE(comparison.standings[0].interval);
  EXPECT_EQ(comparison.opponents[0].losses, 2U);
  EXPECT_EQ(comparison.opponents[0].wins, 1U);
  EXPECT_EQ(comparison.opponents[0].judgement(), Judgement::inconclusive);
  EXPECT_EQ(comparison.opponents[1].judgement(), Judgement::worse);
  EXPECT_EQ(sentence_of(comparison).find("a ranks first of 3, mean rank 1.33 ["), 0U)
      << sentence_of(comparison);
}

TEST(Comparison, IsSureOverManyProblems) {
  const std::vector<Side> contenders = {side("a", centred({1, 2, 3, 4, 5, 6, 7})),
                                        side("b", centred({2, 4, 6, 8, 10, 12, 14}))};
  const Comparison comparison = compare(contenders, {});
  ASSERT_TRUE(comparison.opponents[0].p_together());
  EXPECT_LT(*comparison.opponents[0].p_together(), 0.05);
  EXPECT_EQ(comparison.opponents[0].judgement(), Judgement::worse);
  EXPECT_EQ(
      sentence_of(comparison)
          .find("b is worse than a: its loss changes by +50 % of the larger one in the median "),
      0U)
      << sentence_of(comparison);
}

// Eleven of twenty problems are unchanged, nine are better.
TEST(Comparison, IsBetterWhereMostProblemsAreUnchanged) {
  const Losses base(20, scattered(1));
  Losses better = base;
  for (std::size_t i = 0; i < 9; ++i) better[i] = scattered(0.2 + 0.05 * static_cast<double>(i));
  const std::vector<Side> contenders = {side("a", base), side("b", better)};
  const Comparison there = compare(contenders, {});
  EXPECT_EQ(there.opponents[0].wins, 9U);
  EXPECT_EQ(there.opponents[0].same, 11U);
  EXPECT_EQ(there.opponents[0].judgement(), Judgement::better);
  EXPECT_EQ(sentence_of(there).find("b is better than a: "), 0U) << sentence_of(there);
  const std::vector<Side> swapped = {side("b", better), side("a", base)};
  EXPECT_EQ(compare(swapped, {}).opponents[0].judgement(), Judgement::worse);
}

// A tenth of a percent is nothing, on however many problems.
TEST(Comparison, MindsTheToleranceOverProblemsToo) {
  Losses base;
  Losses other;
  for (int i = 1; i <= 10; ++i) {
    base.push_back(scattered(i));
    other.push_back(scattered(i * 0.999));
  }
  const std::vector<Side> contenders = {side("s", base), side("t", other)};
  EXPECT_EQ(compare(contenders, {}).opponents[0].judgement(), Judgement::same);
  const VerdictRule strict = {0.05, {0.0001, true}};
  EXPECT_EQ(compare(contenders, strict).opponents[0].judgement(), Judgement::better);
}

// What two others show together is theirs, each's own.
TEST(Comparison, PoolsTheProblemsOfEachOpponentAlone) {
  const Losses base = centred({1, 2});
  const std::vector<Side> contenders = {side("a", base), side("b", centred({2, 4})),
                                        side("c", centred({0.5, 1}))};
  const Comparison comparison = compare(contenders, {});
  ASSERT_EQ(comparison.opponents[0].pooled.size(), 1U);
  ASSERT_EQ(comparison.opponents[1].pooled.size(), 1U);
  EXPECT_EQ(comparison.opponents[0].pooled[0].judgement, Judgement::worse);
  EXPECT_EQ(comparison.opponents[1].pooled[0].judgement, Judgement::better);
}

// 400 comparisons of A with A on six problems, whatever says so: at alpha on both sides and a
// tolerance of nothing, at most 400 (0.05 + 3 sqrt(0.05 0.95 / 400)) = 33 are better or worse.
TEST(Comparison, IsSeldomWrongOfTheSame) {
  int wrong = 0;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    Losses first(6);
    Losses second(6);
    Stream stream(seed);
    for (std::size_t i = 0; i < 6; ++i) {
      for (int k = 0; k < 8; ++k) {
        first[i].push_back(3 + 0.25 * stream.normal());
        second[i].push_back(3 + 0.25 * stream.normal());
      }
    }
    const std::vector<Side> contenders = {side("a", first), side("b", second)};
    const Judgement judgement = compare(contenders, {0.05, {0, false}}).opponents[0].judgement();
    wrong += judgement == Judgement::inconclusive ? 0 : 1;
  }
  EXPECT_LE(wrong, 33);
}

TEST(Comparison, OfTheMethodsOfOneStore) {
  Side two = side("a.db", centred({1}));
  two.methods = {"bayes", "tpe"};
  const std::size_t cells = two.cells.size();
  for (std::size_t i = 0; i < cells; ++i) {
    two.cells.push_back(two.cells[i]);
    two.cells.back().method = 1;
    two.cells.back().loss *= 2;
    two.cells.back().digest.high ^= 1;
  }
  const std::vector<Side> contenders = contenders_of({two});
  ASSERT_EQ(contenders.size(), 2U);
  EXPECT_EQ(contenders[1].label, "tpe");
  const Comparison comparison = compare(contenders, {});
  EXPECT_EQ(comparison.problems, 1U);
  EXPECT_EQ(comparison.opponents[0].problems[0].title, "bayes -> tpe on f0");
  EXPECT_EQ(comparison.opponents[0].losses, 1U);
}

TEST(Comparison, SaysWhyItIsNone) {
  Side other = side("b", centred({1}));
  other.terms["trials"] = "50";
  const std::vector<Side> contenders = {side("a", centred({1})), other};
  EXPECT_EQ(compare(contenders, {}).reason, "trials is 25 in a and 50 in b");
}

TEST(Comparison, IsTheSameInTextAndJson) {
  const std::vector<Side> contenders = {side("a", centred({1, 2})), side("b", centred({2, 2}))};
  const Sections sections = comparison_sections(compare(contenders, {}));
  const std::string text = to_text(sections);
  EXPECT_NE(text.find("standings: mean rank"), std::string::npos) << text;
  EXPECT_NE(text.find("tpe on f0"), std::string::npos);
  const Map map = to_map(sections, kComparisonKey);
  EXPECT_EQ(text.find(*find(map, "sentence")->as<std::string>()), 0U);
  const Map& tables = *find(map, kComparisonKey)->as<Map>();
  EXPECT_EQ(find(tables, "standings")->as<List>()->size(), 2U);
  EXPECT_EQ(find(tables, "b against a, problems")->as<List>()->size(), 1U);
}

TEST(RelativeChange, IsBoundedWhereTheMedianIsZero) {
  ProblemVerdict problem;
  EXPECT_EQ(relative_change(problem), 0);
  problem.shift = Shift{0.5, std::nullopt, 0};
  EXPECT_EQ(relative_change(problem), 1);
  problem.sample.base.value = 2;
  EXPECT_EQ(relative_change(problem), 0.25);
  problem.sample.candidate.value = -4;
  EXPECT_EQ(relative_change(problem), 0.125);
}

}  // namespace sweep::comparison_test
