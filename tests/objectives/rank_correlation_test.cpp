#include "algorithms/space/rank_correlation.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "objectives/catalog.hpp"
#include "objectives/curves/fidelity_function.hpp"

namespace sweep::rank_correlation_test {

TEST(RankCorrelation, IsThatOfTheMeanRanks) {
  const std::vector<double> up{1, 2, 3, 4, 5};
  EXPECT_EQ(rank_correlation(up, std::vector<double>{1, 10, 100, 1e3, 1e4}), 1);
  EXPECT_EQ(rank_correlation(up, std::vector<double>{5, 4, 3, 2, 1}), -1);
  // 1 - 6 sum d^2 / (n (n^2 - 1)) with d = (1, 1, 0, 1, 1).
  EXPECT_NEAR(rank_correlation(up, std::vector<double>{2, 1, 3, 5, 4}), 0.8, 1e-15);
  EXPECT_EQ(mean_ranks(std::vector<double>{7, 3, 7, 9, 7}), (std::vector<double>{3, 1, 3, 5, 3}));
  // Ranks (1, 2.5, 2.5, 4) against (1, 2, 3, 4): 4.5 / sqrt(4.5 * 5).
  EXPECT_NEAR(rank_correlation(std::vector<double>{0, 1, 1, 2}, std::vector<double>{0, 1, 2, 3}),
              4.5 / std::sqrt(22.5), 1e-15);
  EXPECT_EQ(rank_correlation(up, std::vector<double>(5, 1.0)), 1);
}

/// Of the losses at a step and the final ones, over 1000 points drawn as random search draws them.
double measured(const Objective& objective, int step, Stream stream) {
  std::vector<double> early;
  std::vector<double> last;
  std::vector<double> row(objective.space().size());
  for (int i = 0; i < 1000; ++i) {
    stream.fill_uniform(row);
    objective.space().from_unit(row);
    early.push_back(objective.loss(row, step, Stream{0}));
    last.push_back(objective.exact_loss(row));
  }
  return rank_correlation(early, last);
}

/// Sets of 1000 points say how much one set scatters, whatever the distribution of the losses is.
/// The option was set on a sample of 2048 points: with deviation s of a set and n sets, their mean
/// is off by a deviation of s sqrt(1000/2048 + 1/n). Four of these are allowed, and the 0.01 that a
/// target of 0 is calibrated to.
void expect_correlation(const std::string& text, double target) {
  constexpr int kSets = 10;
  const Objective objective = make_objective(text + "&rank-correlation=" + std::to_string(target));
  double sum = 0;
  double squares = 0;
  for (TrialId set = 0; set < kSets; ++set) {
    const double r = measured(objective, 1, Stream{99}.child(set));
    sum += r;
    squares += r * r;
  }
  const double mean = sum / kSets;
  const double deviation = std::sqrt((squares - kSets * mean * mean) / (kSets - 1));
  // Without correlation it is 1/sqrt(1000), which ten sets tell to a quarter: four of these more.
  EXPECT_LT(deviation, 2 / std::sqrt(1000)) << text;
  const double allowed = 4 * deviation * std::sqrt(1000.0 / 2048 + 1.0 / kSets);
  EXPECT_NEAR(mean, target, allowed + (target == 0 ? 0.01 : 0)) << text;
}

TEST(Curve, RanksAtTheFirstStepAsWellAsAskedFor) {
  for (const char* of : {"ackley", "ackley(dim=10)", "branin", "rosenbrock(dim=4)", "hartmann6",
                         "hpo6", "hpo12r", "goldstein-price(shift=4)"}) {
    for (const double target : {0.0, 0.2, 0.5, 0.8, 0.95}) {
      expect_correlation(std::string("curve?of=") + of, target);
    }
  }
}

TEST(Curve, RanksPerfectlyIfAskedTo) {
  for (const char* of : {"ackley", "hpo12", "rosenbrock(dim=4)"}) {
    const Objective curve = make_objective(std::string("curve?of=") + of + "&rank-correlation=1");
    EXPECT_NEAR(measured(curve, 1, Stream{99}), 1, 1e-9) << of;  // but for ties by rounding
  }
}

TEST(Curve, RanksBetterLater) {
  const Objective curve = make_objective("curve?of=hpo6&rank-correlation=0.3");
  double before = 0;
  for (const int step : {1, 3, 9, 27, 81}) {
    const double now = measured(curve, step, Stream{99});
    EXPECT_GT(now, before) << step;
    before = now;
  }
  EXPECT_EQ(before, 1);
}

TEST(MultiFidelity, RanksAtTheFirstStepAsWellAsAskedFor) {
  for (const FidelityFunction& function : fidelity_functions()) {
    for (const char* bias : {"?bias=0", "?bias=1", "?bias=10"}) {
      for (const double target : {0.0, 0.5, 0.9}) {
        expect_correlation(std::string(function.name) + bias, target);
      }
    }
  }
}

// Where bias alone ranks worse than asked for, some of it is taken away.
TEST(MultiFidelity, RanksBetterThanItsBiasIfAskedTo) {
  const Objective natural = make_objective("mf-branin?bias=10");
  EXPECT_LT(measured(natural, 1, Stream{99}), 0.85);
  expect_correlation("mf-branin?bias=10", 0.95);
  expect_correlation("mf-currin?bias=10", 0.95);
}

}  // namespace sweep::rank_correlation_test
