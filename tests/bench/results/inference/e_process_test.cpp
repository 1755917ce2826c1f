#include "bench/results/inference/e_process.hpp"

#include <gtest/gtest.h>

namespace sweep::e_process_test {

// A fair game: given the sizes, the mean over all patterns of signs stays 1.
TEST(EProcess, IsAMartingaleUnderFairSigns) {
  const std::vector<double> sizes = {0.5, 2, 2, 0.1, 7, 3};
  const std::size_t patterns = std::size_t{1} << sizes.size();
  std::vector<double> sums(sizes.size(), 0.0);
  for (std::size_t pattern = 0; pattern < patterns; ++pattern) {
    std::vector<double> differences;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
      differences.push_back((pattern >> i & 1) != 0 ? sizes[i] : -sizes[i]);
    }
    const Evidence evidence = e_process(differences);
    for (std::size_t i = 0; i < sizes.size(); ++i) sums[i] += evidence.above[i];
  }
  for (const double sum : sums) EXPECT_NEAR(sum / static_cast<double>(patterns), 1, 1e-12);
}

TEST(EProcess, StopsOnceItsLevelIsReached) {
  const Evidence evidence = e_process(std::vector<double>(10, 1.0));
  const auto first = first_at_least(evidence.above, 20);
  ASSERT_TRUE(first);
  EXPECT_GE(evidence.above[*first - 1], 20);
  EXPECT_LT(evidence.above[*first - 2], 20);
  EXPECT_FALSE(first_at_least(evidence.below, 20));
}

}  // namespace sweep::e_process_test
