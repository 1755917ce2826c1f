#include "bench/results/inference/bayesian_signed_rank.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace sweep::bayesian_signed_rank_test {

// Five standard deviations of a share of 50,000 draws.
constexpr double kNoise = 5 * 0.5 / 223;

TEST(BayesianSignedRank, SumsToOneAndSwapsItsSides) {
  const std::vector<double> differences = {0.5, -0.2, 0.9, 0.1, 0.3, -0.4};
  std::vector<double> negated;
  for (const double d : differences) negated.push_back(-d);
  const Posterior posterior = bayesian_signed_rank(differences, 0.1, Stream(1));
  const Posterior mirrored = bayesian_signed_rank(negated, 0.1, Stream(1));
  EXPECT_NEAR(posterior.left + posterior.rope + posterior.right, 1, 1e-9);
  EXPECT_NEAR(posterior.right, mirrored.left, kNoise);
  EXPECT_GT(posterior.right, posterior.left);
}

TEST(BayesianSignedRank, DependsOnNoOrderOfDifferences) {
  const Posterior one = bayesian_signed_rank(std::vector{0.5, -0.2, 0.9}, 0.1, Stream(1));
  const Posterior other = bayesian_signed_rank(std::vector{0.9, 0.5, -0.2}, 0.1, Stream(1));
  EXPECT_EQ(one.left, other.left);
  EXPECT_EQ(one.right, other.right);
}

TEST(BayesianSignedRank, HasNothingButThePriorWithoutDifferences) {
  EXPECT_EQ(bayesian_signed_rank({}, 0.1, Stream(1)).rope, 1);
}

TEST(BayesianSignedRank, ListensToThePrior) {
  const std::vector<double> differences = {1, 1, -1};
  const auto rope_of = [&](double prior) {
    return bayesian_signed_rank(differences, 0.1, Stream(1), 20'000, prior).rope;
  };
  EXPECT_LT(rope_of(0.5), rope_of(2));
  EXPECT_LT(rope_of(2), rope_of(20));
}

TEST(BayesianSignedRank, OfManySamplesIsThatOfEachAlone) {
  const std::vector<std::vector<double>> samples = {
      {0.5, -0.2, 0.9, 0.1}, {}, {0.05}, {-1, -2, 0.3, 0.01, 0.4, -0.6, 0.7}};
  const std::vector<Posterior> together = bayesian_signed_ranks(samples, 0.1, Stream(1), 1001);
  ASSERT_EQ(together.size(), samples.size());
  for (std::size_t i = 0; i < samples.size(); ++i) {
    const Posterior alone = bayesian_signed_rank(samples[i], 0.1, Stream(1), 1001);
    EXPECT_EQ(together[i].left, alone.left);
    EXPECT_EQ(together[i].rope, alone.rope);
    EXPECT_EQ(together[i].right, alone.right);
    EXPECT_NEAR(alone.left + alone.rope + alone.right, 1, 1e-9);  // no draw is lost, none is twice
  }
}

}  // namespace sweep::bayesian_signed_rank_test
