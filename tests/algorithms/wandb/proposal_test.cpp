#include "algorithms/wandb/proposal.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "algorithms/space/stream.hpp"
#include "algorithms/wandb/model.hpp"

namespace sweep::proposal_test {

constexpr std::size_t kCandidates = 1000;

WandbTraining training_with(const std::vector<double>& targets) {
  WandbTraining training;
  training.samples.columns = 2;
  Stream stream(3);
  for (const double target : targets) {
    training.samples.rows.push_back(stream.uniform());
    training.samples.rows.push_back(stream.uniform());
    training.samples.targets.push_back(target);
  }
  return training;
}

// The candidates of a stream, where none are drawn before.
std::vector<double> candidates() {
  std::vector<double> rows(2 * kCandidates);
  Stream(5).fill_uniform(rows);
  return rows;
}

std::vector<double> candidate(std::size_t i) {
  const std::vector<double> rows = candidates();
  return {rows[2 * i], rows[2 * i + 1]};
}

TEST(WandbProposal, IsOneOfTheFirst999CandidatesWhereTheModelIsOfNoUse) {
  const double huge = std::numeric_limits<double>::max();
  const WandbTraining training = training_with({huge, -huge, huge / 2, 0});
  for (const std::uint64_t chosen : {0u, 500u, 998u}) {
    WandbDraws draws = draws_from(Stream(5));
    std::vector<std::uint64_t> asked;
    draws.index = [&](std::uint64_t n) {
      asked.push_back(n);
      return chosen;
    };
    const WandbProposal proposal = wandb_proposal(training, draws);
    EXPECT_EQ(asked, std::vector<std::uint64_t>{kCandidates - 1});
    EXPECT_EQ(proposal.coordinates, candidate(chosen));
    EXPECT_EQ(proposal.explanation.chosen_by, "chance");
    EXPECT_NE(proposal.explanation.fallback, "");
  }
}

TEST(WandbProposal, IsTheCandidateOfTheHighestExpectedImprovement) {
  WandbTraining training = training_with(std::vector<double>(12));
  for (std::size_t i = 0; i < 12; ++i) {  // smooth, so that the length scale is within its bounds
    const double x = training.samples.rows[2 * i];
    const double y = training.samples.rows[2 * i + 1];
    training.samples.targets[i] = std::sin(3 * x) + y * y;
  }
  const WandbProposal proposal = wandb_proposal(training, draws_from(Stream(5)));
  ASSERT_EQ(proposal.explanation.fallback, "");
  const auto model = fit_wandb_model(training, draws_from(Stream(5)));
  ASSERT_TRUE(model);
  std::vector<double> improvements;
  for (const Prediction& there : model->gp.posterior.predict(candidates())) {
    improvements.push_back(model->explain(there).expected_improvement);
  }
  const auto best = std::max_element(improvements.begin(), improvements.end());
  EXPECT_EQ(proposal.coordinates, candidate(static_cast<std::size_t>(best - improvements.begin())));
  EXPECT_EQ(proposal.explanation.expected_improvement, *best);
}

}  // namespace sweep::proposal_test
