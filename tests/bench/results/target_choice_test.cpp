#include "bench/results/target_choice.hpp"

#include <gtest/gtest.h>

#include "algorithms/text/error.hpp"

namespace sweep::target_choice_test {

TEST(TargetChoice, IsANameOrFractionsFromEasyToHard) {
  EXPECT_EQ(target_choice("auto").rule, TargetRule::by_suite);
  EXPECT_EQ(target_choice("coco").rule, TargetRule::coco);
  EXPECT_EQ(target_choice("quantiles").rule, TargetRule::quantiles);
  EXPECT_TRUE(target_choice("quantiles").fractions.empty());
  const TargetChoice given = target_choice("0.1, 1,0.5,1");
  EXPECT_EQ(given.rule, TargetRule::quantiles);
  EXPECT_EQ(given.fractions, (std::vector<double>{1, 0.5, 0.1}));
}

TEST(TargetChoice, RefusesWhatIsNeither) {
  for (const char* text : {"", "cocoa", "0", "1.5", "-0.1", "0.5,", "0.5,x", "0.5 0.1", "nan", "inf",
                           "50%", ","}) {
    EXPECT_THROW(static_cast<void>(target_choice(text)), SpecError) << text;
  }
}

}  // namespace sweep::target_choice_test
