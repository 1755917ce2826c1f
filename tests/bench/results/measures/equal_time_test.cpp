#include "bench/results/measures/equal_time.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace sweep::equal_time_test {

// A quick method that needs many evaluations, and a slow one that needs few: 100 cells' targets at
// 1, 2, ... 100 evaluations, and ten times as fast.
std::vector<TimedMethod> quick_and_slow() {
  std::vector<double> many;
  std::vector<double> few;
  for (int i = 1; i <= 100; ++i) {
    many.push_back(i);
    few.push_back(0.1 * i);
  }
  return {{Ecdf(many), 1e-6, 100}, {Ecdf(few), 1e-2, 100}};
}

TEST(EqualTime, GivesASlowMethodFewerEvaluationsWhereTheyAreCheap) {
  const std::vector<TimedMethod> methods = quick_and_slow();
  // 100 evaluations of the quick one take 1.0001 s, in which the slow one does 50.
  EXPECT_EQ(quality_at_equal_time(methods, 0.01), (std::vector<double>{1, 1}));
  const std::vector<double> cheap = quality_at_equal_time(methods, 1e-4);
  EXPECT_EQ(cheap[0], 1);                              // 100 of them take 10.1 ms
  EXPECT_EQ(cheap[1], 0.1);                            // one takes 10.1 ms, and reaches a tenth
  EXPECT_EQ(quality_at_equal_time(methods, 0)[1], 0);  // nothing in 0.1 ms
}

TEST(EqualTime, ComparesTheSameEvaluationsWhereTheyAreDear) {
  std::vector<TimedMethod> methods = quick_and_slow();
  methods[0].length = 50;
  const std::vector<double> dear = quality_at_equal_time(methods, 1e6);
  EXPECT_EQ(dear[0], 0.5);
  EXPECT_EQ(dear[1], 1);
}

TEST(EqualTime, TakesAllEvaluationsWhereNothingTakesTime) {
  std::vector<TimedMethod> methods = quick_and_slow();
  methods[0].own_seconds = methods[1].own_seconds = 0;
  methods[0].length = 10;
  EXPECT_EQ(quality_at_equal_time(methods, 0), (std::vector<double>{0.1, 1}));
}

TEST(EqualTimeStandings, AreMeansOverProblemsWithTestsCorrectedForAllCosts) {
  const std::vector<std::vector<TimedMethod>> problems(8, quick_and_slow());
  const std::vector<double> costs = {1e-4, 1e6};
  const std::vector<EqualTimeStanding> standings = standings_over_costs(problems, costs);
  ASSERT_EQ(standings.size(), 2U);
  EXPECT_EQ(standings[0].best, 0U);
  EXPECT_EQ(standings[0].quality[1].n, 8U);
  EXPECT_DOUBLE_EQ(standings[0].quality[1].value, 0.1);
  EXPECT_FALSE(standings[0].p[0].has_value());
  EXPECT_DOUBLE_EQ(standings[0].p[1].value(), 2 * 0.0078125);  // 2^(1-8), for two costs
  EXPECT_EQ(standings[1].p[1].value(), 1);                     // both reach all targets
}

// Reaches so many of 1000 targets.
TimedMethod reaching(std::size_t count) {
  std::vector<double> places(1000, 1000.0);
  std::fill_n(places.begin(), count, 1.0);
  return {Ecdf(places), 0, 100};
}

// On fourteen problems the rival reaches a little more, on one much less: the mean is the leader's,
// and the ranks are the rival's.
TEST(EqualTimeStandings, DoNotTakeTheRivalsRanksForTheLeaders) {
  std::vector<std::vector<TimedMethod>> problems;
  for (std::size_t i = 1; i <= 14; ++i) problems.push_back({reaching(400), reaching(400 + i)});
  problems.push_back({reaching(700), reaching(100)});
  const std::vector<double> costs = {1.0};
  const EqualTimeStanding standing = standings_over_costs(problems, costs)[0];
  EXPECT_EQ(standing.best, 0U);
  EXPECT_EQ(standing.p[1].value(), 1);
}

TEST(EqualTimeStandings, HaveNoIntervalOverOneProblem) {
  const std::vector<std::vector<TimedMethod>> problems = {quick_and_slow()};
  const std::vector<double> costs = {1e-4};
  const std::vector<EqualTimeStanding> standings = standings_over_costs(problems, costs);
  EXPECT_FALSE(standings[0].quality[0].lo.has_value());
  EXPECT_EQ(standings[0].p[1].value(), 1);
}

using Qualities = std::vector<std::vector<double>>;

std::string text_of(const std::vector<Lead>& leads) {
  std::string text;
  for (const Lead& lead : leads) {
    text += std::to_string(lead.method) + " from " +
            std::to_string(static_cast<int>(lead.from_cost)) + "; ";
  }
  return text;
}

TEST(Leads, ChangeWhereAnotherMethodIsClearlyAhead) {
  const std::vector<double> costs = {1, 2, 4, 8};
  const Qualities crossing = {{0.9, 0.2}, {0.6, 0.4}, {0.5, 0.5}, {0.4, 0.8}};
  EXPECT_EQ(text_of(leads_over_costs(costs, crossing, 0.01)), "0 from 1; 1 from 4; ");
  const Qualities never = {{0.9, 0.2}, {0.6, 0.4}, {0.6, 0.5}, {0.6, 0.5}};
  EXPECT_EQ(text_of(leads_over_costs(costs, never, 0.01)), "0 from 1; ");
  const Qualities barely = {{0.505, 0.5}, {0.4, 0.41}, {0.504, 0.5}, {0.4, 0.41}};
  EXPECT_EQ(text_of(leads_over_costs(costs, barely, 0.01)), "1 from 1; ");
  const Qualities three = {{0.9, 0.2, 0.1}, {0.5, 0.7, 0.1}, {0.5, 0.7, 0.1}, {0.5, 0.7, 0.9}};
  EXPECT_EQ(text_of(leads_over_costs(costs, three, 0.01)), "0 from 1; 1 from 2; 2 from 8; ");
}

}  // namespace sweep::equal_time_test
