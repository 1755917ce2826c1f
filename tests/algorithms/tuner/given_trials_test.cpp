#include "algorithms/tuner/given_trials.hpp"

#include <gtest/gtest.h>

#include <variant>

namespace sweep::given_trials_test {

TEST(GivenTrials, AreAsManyAsGiven) {
  const GivenTrials trials(2);
  EXPECT_TRUE(std::holds_alternative<Point>(trials.ask(1, Stream(1))));
  EXPECT_TRUE(std::holds_alternative<Exhausted>(trials.ask(2, Stream(1))));
}

}  // namespace sweep::given_trials_test
