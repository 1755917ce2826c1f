#include "algorithms/search/bayes/trial_choice.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "algorithms/space/real_limits.hpp"

namespace sweep::trial_choice_test {

using Places = std::vector<std::size_t>;
const ColumnKinds kKinds = {{0}};

// The later, the better; on a narrow stretch of the line.
TrialTable improving(std::size_t n) {
  TrialTable trials;
  for (std::size_t i = 0; i < n; ++i) {
    const auto x = static_cast<double>(i);
    trials.end(i, {0.5 + 1e-4 * x}, -x);
  }
  return trials;
}

// The later, the worse.
TrialTable worsening(std::size_t n) {
  TrialTable trials = improving(n);
  for (std::size_t i = 0; i < n; ++i) trials.revise(i, static_cast<double>(i));
  return trials;
}

Places from_to(std::size_t first, std::size_t end) {
  Places places(end - first);
  std::iota(places.begin(), places.end(), first);
  return places;
}

bool holds(const Places& places, std::size_t first, std::size_t end) {
  const Places wanted = from_to(first, end);
  return std::includes(places.begin(), places.end(), wanted.begin(), wanted.end());
}

TEST(TrialChoice, TakesAllOfFewTrials) {
  EXPECT_EQ(fitted_trials(improving(kMostFitted)), from_to(0, kMostFitted));
  EXPECT_EQ(modelled_trials(improving(kMostModelled), kKinds), from_to(0, kMostModelled));
  EXPECT_EQ(fitted_trials({}), Places{});
  EXPECT_EQ(modelled_trials({}, kKinds), Places{});
}

TEST(FittedTrials, AreTheBestHalfAndTheNewestOfTheOthers) {
  EXPECT_EQ(fitted_trials(improving(500)), from_to(100, 500));
  const Places places = fitted_trials(worsening(500));
  EXPECT_EQ(places.size(), kMostFitted);
  EXPECT_TRUE(holds(places, 0, 200));
  EXPECT_TRUE(holds(places, 300, 500));
}

TEST(ModelledTrials, AreTheBestHalfTheNewestAndSomeThatAreSpread) {
  const Places places = modelled_trials(worsening(2000), kKinds);
  EXPECT_EQ(places.size(), kMostModelled);
  EXPECT_TRUE(std::is_sorted(places.begin(), places.end()));
  EXPECT_EQ(std::adjacent_find(places.begin(), places.end()), places.end());
  EXPECT_TRUE(holds(places, 0, 256));
  EXPECT_TRUE(holds(places, 1872, 2000));
  // The other 128 halve the gap between the two until its parts are 8 to 16 trials wide.
  for (std::size_t i = 1; i < places.size(); ++i) {
    EXPECT_LE(places[i] - places[i - 1], 16u) << places[i];
  }
}

TEST(ModelledTrials, ReachTheEdgesOfWhatWasTried) {
  TrialTable trials = improving(300);
  trials.end(300, {0.01}, kNaN);  // a failure, far from all else
  trials.end(301, {0.99}, 1000);
  const Places lonely = {300, 301};
  for (std::size_t i = 302; i < 1500; ++i) {
    trials.end(i, {0.5 + 1e-4 * static_cast<double>(i)}, -static_cast<double>(i));
  }
  const Places places = modelled_trials(trials, kKinds);
  EXPECT_TRUE(std::includes(places.begin(), places.end(), lonely.begin(), lonely.end()));
  EXPECT_EQ(places.size(), kMostModelled);
  EXPECT_EQ(places, modelled_trials(trials, kKinds));
}

TEST(ModelledTrials, CountFailuresAsTheWorst) {
  TrialTable trials = worsening(1000);
  for (std::size_t i = 0; i < 10; ++i) trials.revise(i, kNaN);
  const Places places = modelled_trials(trials, kKinds);
  EXPECT_TRUE(holds(places, 10, 266));
}

}  // namespace sweep::trial_choice_test
