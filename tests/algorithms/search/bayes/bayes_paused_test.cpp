// Bayes beside schedulers that pause trials.
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

#include "algorithms/search/bayes/bayes.hpp"
#include "algorithms/space/real_limits.hpp"
#include "tests/support/asked.hpp"

namespace sweep::bayes_paused_test {

const SearchSpace kSquare({{"x", Uniform{-1, 2}}, {"y", Uniform{-1, 2}}});

double bowl(const Point& point) {
  double sum = 0;
  for (const double x : point.values) sum += (x - 0.3) * (x - 0.3);
  return sum;
}

// As beside a scheduler that pauses all at step 1, and goes on with none.
TEST(BayesPaused, LearnsFromPausedTrials) {
  Bayes bayes({kSquare, std::nullopt}, {});
  const Stream trials(1);
  double best = std::numeric_limits<double>::infinity();
  for (TrialId id = 0; id < 25; ++id) {
    const Point point = *asked(bayes, id, trials.child(id));
    EXPECT_EQ(bayes.explain().fallback, "") << id;
    best = std::min(best, bowl(point));
    bayes.observe({id, point, TrialState::running, {{1, 10 + bowl(point)}}});
  }
  constexpr double kDistance = 0.01;  // of a domain of width 3; random points come to about 0.3
  EXPECT_LT(best, kDistance * kDistance);
  EXPECT_EQ(bayes.model()->rows.size(), 25U);
  EXPECT_TRUE(bayes.model()->running_rows.empty());
}

// What trials gain after their pause is believed of those that wait: no fork between the two.
TEST(BayesPaused, ExpectsOfAPausedTrialWhatOthersHaveGained) {
  Bayes bayes({kSquare, std::nullopt}, {});
  const Stream trials(1);
  for (TrialId id = 0; id < 12; ++id) {
    const Point point = *asked(bayes, id, trials.child(id));
    const Trial paused = {id, point, TrialState::running, {{1, 10 + bowl(point)}}};
    bayes.observe(paused);
    if (id % 3 != 0) continue;
    bayes.tell({id, point, TrialState::completed, {{1, 10 + bowl(point)}, {3, bowl(point)}}});
  }
  const ModelView model = *bayes.model();
  constexpr double kBowl = 2 * 1.7 * 1.7;  // its highest value in the cube
  for (const auto& row : model.rows) EXPECT_LT(model.at(row).predicted_loss, kBowl);
}

TEST(BayesPaused, ForgetsTheOnlyResultIfItsTrialFails) {
  Bayes::Options options;
  options.initial_trials = 2;
  Bayes bayes({kSquare, std::nullopt}, options);
  const Stream trials(1);
  const Point first = *asked(bayes, 0, trials.child(0));
  const Point second = *asked(bayes, 1, trials.child(1));
  bayes.observe({0, first, TrialState::running, {{1, 5}}});
  bayes.tell({1, second, TrialState::failed, {{1, kNaN}}});
  EXPECT_TRUE(asked(bayes, 2, trials.child(2)));
  EXPECT_EQ(bayes.explain().fallback, "");
  bayes.tell({0, first, TrialState::failed, {{1, 5}, {2, kNaN}}});
  EXPECT_FALSE(bayes.model());
  EXPECT_TRUE(asked(bayes, 3, trials.child(3)));
  EXPECT_NE(bayes.explain().fallback, "");
}

}  // namespace sweep::bayes_paused_test
