#include "algorithms/search/bayes/trial_table.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "algorithms/space/real_limits.hpp"

namespace sweep::trial_table_test {

using Row = std::vector<double>;

TEST(TrialTable, KnowsTheFirstOfTheBestTrials) {
  TrialTable table;
  EXPECT_FALSE(table.best());
  const struct {
    double loss;
    std::optional<std::size_t> best;
  } steps[] = {{kNaN, {}}, {kInfinity, {}}, {3, 2}, {3, 2}, {-kInfinity, 2}, {2, 5}, {2.5, 5}};
  TrialId id = 0;
  for (const auto& step : steps) {
    table.end(id, {static_cast<double>(id)}, step.loss);
    EXPECT_EQ(table.best(), step.best) << id;
    ++id;
  }
  EXPECT_TRUE(std::isnan(table.ended()[1].loss));
  EXPECT_TRUE(std::isnan(table.ended()[4].loss));
}

TEST(TrialTable, MovesTrialsFromPendingToEnded) {
  TrialTable table;
  table.start(4, {0.1});
  table.start(2, {0.2});
  EXPECT_EQ(table.trials(), 2u);
  table.end(4, {0.1}, 1);
  EXPECT_EQ(table.trials(), 2u);
  EXPECT_EQ(table.pending().size(), 1u);
  EXPECT_EQ(table.pending().count(2), 1u);
  EXPECT_EQ(table.ended().front().id, 4u);
  table.end(9, {0.3}, 1);  // one that it was never told of
  EXPECT_EQ(table.trials(), 3u);
}

TEST(TrialTable, EndsATrialOnce) {
  TrialTable table;
  table.end(1, {0.1}, 1);
  table.end(1, {0.1}, 1);
  table.start(1, {0.1});
  EXPECT_EQ(table.trials(), 1u);
  EXPECT_EQ(table.ended().size(), 1u);
}

TEST(TrialTable, RevisesLosses) {
  TrialTable table;
  for (const double loss : {3.0, 1.0, 2.0}) {
    table.end(table.ended().size(), {loss}, loss);
  }
  const struct {
    std::size_t place;
    double loss;
    std::optional<std::size_t> best;
    std::size_t revisions;
  } steps[] = {{1, 1, 1, 0},    {1, 2, 1, 1},    {1, 2.5, 2, 2},       {0, 0, 0, 3},
               {0, kNaN, 2, 4}, {0, kNaN, 2, 4}, {2, kInfinity, 1, 5}, {1, kNaN, {}, 6}};
  for (const auto& step : steps) {
    table.revise(step.place, step.loss);
    EXPECT_EQ(table.best(), step.best) << step.revisions;
    EXPECT_EQ(table.revisions(), step.revisions);
  }
}

TEST(TrialTable, StartsATrialOnce) {
  TrialTable table;
  table.start(1, {0.1});
  table.start(1, {0.7});
  EXPECT_EQ(table.trials(), 1u);
  EXPECT_EQ(table.pending().at(1), Row{0.1});
}

TEST(TrialTable, CountsARowOnceHoweverOftenItWasMet) {
  TrialTable table;
  EXPECT_FALSE(table.has_seen({0.5, 1}));
  table.start(1, {0.5, 1});
  EXPECT_TRUE(table.has_seen({0.5, 1}));
  table.end(1, {0.5, 1}, kNaN);
  table.end(2, {0.5, 1}, 3);
  table.end(3, {0.5, 2}, 3);
  EXPECT_EQ(table.rows_seen(), 2u);
  EXPECT_EQ(table.trials(), 3u);
  EXPECT_FALSE(table.has_seen({0.5, 3}));
}

}  // namespace sweep::trial_table_test
