#include "objectives/curves/multi_fidelity.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "objectives/catalog.hpp"
#include "objectives/curves/counting_ones.hpp"

namespace sweep::multi_fidelity_test {

double tolerance(double value) { return 1e-13 * std::max(1.0, std::abs(value)); }

TEST(MultiFidelity, MatchesItsFormulaAtLowFidelities) {
  const std::vector<double> hole{0.1, 25000, 90000, 1050, 90, 760, 1400, 11000};
  const struct {
    const char* objective;
    std::vector<double> x;
    int step;  // of 81
    double value;
  } cases[] = {// computed with 40 digits in another language from the formulas of the sources
               {"mf-borehole", hole, 1, -56.835948171559484391},
               {"mf-borehole", hole, 27, -61.503215818081616144},
               {"mf-borehole", hole, 81, -71.196771699319889785},
               {"mf-branin", {10, 15}, 1, 145.91362651046104463},
               {"mf-branin", {10, 15}, 27, 145.90015993036475589},
               {"mf-branin", {-2, 3}, 1, 47.792443709025850269},
               {"mf-branin", {-2, 3}, 27, 48.787449418823161307},
               {"mf-currin", {0.5, 0.5}, 1, -7.4420184027529311224},
               {"mf-currin", {0.5, 0.5}, 81, -7.405123913298808916},
               {"mf-currin", {0.2, 0.03}, 1, -13.436680301612939316},
               {"mf-currin", {0.2, 0.03}, 27, -13.544758945034487794},
               {"mf-hartmann3", {0.5, 0.5, 0.5}, 1, -0.59779503596249179858},
               {"mf-hartmann3", {0.5, 0.5, 0.5}, 27, -0.60761880417262507883},
               {"mf-hartmann6", {.1, .2, .3, .4, .5, .6}, 1, -1.350173816054446279},
               {"mf-hartmann6", {.1, .2, .3, .4, .5, .6}, 27, -1.3686132630817733867}};
  for (const auto& c : cases) {
    EXPECT_NEAR(make_objective(c.objective).loss(c.x, c.step, Stream{0}), c.value,
                tolerance(c.value))
        << c.objective << " " << c.step;
  }
}

TEST(MultiFidelity, IsItsFunctionAtTheLastStepWhateverTheBias) {
  for (const char* name : {"branin", "hartmann3", "hartmann6"}) {
    const Objective plain = make_objective(name);
    const Objective biased =
        make_objective(std::string("mf-") + name + "?bias=7&rank-correlation=0.3&steps=5");
    Stream stream{4};
    std::vector<double> x(plain.space().size());
    for (int i = 0; i < 100; ++i) {
      stream.fill_uniform(x);
      plain.space().from_unit(x);
      EXPECT_EQ(biased.loss(x, 5, Stream{0}), plain.exact_loss(x));
      EXPECT_NE(biased.loss(x, 1, Stream{0}), plain.exact_loss(x));
    }
  }
}

TEST(MultiFidelity, HasNoBiasIfItIsSwitchedOff) {
  for (const FidelityFunction& function : fidelity_functions()) {
    const Objective objective = make_objective(std::string(function.name) + "?bias=0");
    Stream stream{4};
    std::vector<double> x(objective.space().size());
    stream.fill_uniform(x);
    objective.space().from_unit(x);
    EXPECT_EQ(objective.loss(x, 1, Stream{0}), objective.exact_loss(x)) << function.name;
  }
}

TEST(MultiFidelity, CostsASecondPerStepInAllAndMoreTowardsTheEnd) {
  for (const FidelityFunction& function : fidelity_functions()) {
    const Objective objective = make_objective(function.name);
    const std::vector<double> x(objective.space().size(), 0.5);
    double sum = 0;
    for (int step = 1; step <= 81; ++step) sum += objective.cost_seconds(x, step);
    EXPECT_NEAR(sum, 81, 1e-11) << function.name;
    // The floor of lambda is paid with the first step.
    EXPECT_GT(objective.cost_seconds(x, 1), 81 * function.least_cost);
    EXPECT_GT(objective.cost_seconds(x, 81), objective.cost_seconds(x, 2));
  }
}

// Local search that shrinks its steps: nothing lies lower, neither near the optimum nor elsewhere.
TEST(MultiFidelity, HasNothingBelowItsOptimum) {
  for (const FidelityFunction& function : fidelity_functions()) {
    const Objective objective = make_objective(function.name);
    const double lowest = objective.optimum().value().value;
    double found = HUGE_VAL;
    for (std::uint64_t start = 0; start < 20; ++start) {
      Stream stream = Stream{6}.child(start);
      std::vector<double> u(objective.space().size());
      stream.fill_uniform(u);
      double best = HUGE_VAL;
      for (int i = 0; i < 3000; ++i) {
        std::vector<double> next = u;
        const double length = std::pow(10, -0.5 - 7 * stream.uniform());
        for (double& v : next) v = std::clamp(v + length * stream.normal(), 0.0, 1.0);
        const double loss =
            objective.exact_loss(objective.space().from_unit(UnitPoint{next}).values);
        ASSERT_GE(loss, lowest - tolerance(lowest)) << function.name;
        if (loss < best) {
          best = loss;
          u = next;
        }
      }
      found = std::min(found, best);
    }
    EXPECT_NEAR(found, lowest, 1e-3 * std::abs(lowest)) << function.name;  // it is a real search
  }
}

std::vector<double> log_factorials(std::size_t n) {
  std::vector<double> result{0};
  for (std::size_t i = 1; i <= n; ++i) {
    result.push_back(result.back() + std::log(static_cast<double>(i)));
  }
  return result;
}

TEST(Binomial, GivesEachCountTheShareThatItsProbabilityIs) {
  constexpr std::size_t kDraws = 5;
  constexpr int kCells = 100000;
  const std::vector<double> table = log_factorials(kDraws);
  constexpr double kWays[] = {1, 5, 10, 10, 5, 1};
  for (const double p : {0.05, 0.5, 0.83}) {
    std::vector<int> counts(kDraws + 1, 0);
    for (int i = 0; i < kCells; ++i) ++counts.at(binomial(kDraws, p, (i + 0.5) / kCells, table));
    for (std::size_t k = 0; k <= kDraws; ++k) {
      const double mass = kWays[k] * std::pow(p, k) * std::pow(1 - p, kDraws - k);
      EXPECT_NEAR(counts[k], mass * kCells, 2) << p << " " << k;  // one cell at each end
    }
  }
}

TEST(Binomial, IsSureOfItselfAtTheEnds) {
  const std::vector<double> table = log_factorials(729);
  for (const double u : {1e-16, 0.5, 1 - 1e-16}) {
    EXPECT_EQ(binomial(729, 0, u, table), 0u);
    EXPECT_EQ(binomial(729, 1, u, table), 729u);
    EXPECT_EQ(binomial(729, -1e-17, u, table), 0u);
    EXPECT_LE(binomial(729, 0.3, u, table), 729u);
  }
}

TEST(CountingOnes, HasTheMeanAndVarianceOfItsDraws) {
  const Objective objective = make_objective("counting-ones?categories=2&continuous=3");
  const std::vector<double> x{1, 0, 0.2, 0.5, 0.9};
  const double exact = -(1 + 0.2 + 0.5 + 0.9);
  EXPECT_NEAR(objective.exact_loss(x), exact, 1e-15);
  constexpr int kTrials = 20000;
  for (const int step : {1, 9, 81}) {
    double sum = 0;
    double squares = 0;
    for (TrialId trial = 0; trial < kTrials; ++trial) {
      const double from_mean = objective.loss(x, step, Stream{1}.child(trial)) - exact;
      sum += from_mean;
      squares += from_mean * from_mean;
    }
    const double variance = (0.2 * 0.8 + 0.5 * 0.5 + 0.9 * 0.1) / (9 * step);
    // Five standard errors; the losses are near enough to normal for that of the variance.
    EXPECT_NEAR(sum / kTrials, 0, 5 * std::sqrt(variance / kTrials));
    EXPECT_NEAR(squares / kTrials, variance, 5 * variance * std::sqrt(2.0 / kTrials));
  }
}

TEST(CountingOnes, DrawsAnewAtEachStepAndForEachTrial) {
  const Objective objective = make_objective("counting-ones?categories=0&continuous=8");
  const std::vector<double> x(8, 0.5);
  const Stream trial = Stream{1}.child(7);
  EXPECT_EQ(objective.loss(x, 40, trial), objective.loss(x, 40, trial));
  EXPECT_NE(objective.loss(x, 40, trial), objective.loss(x, 41, trial));
  EXPECT_NE(objective.loss(x, 40, trial), objective.loss(x, 40, Stream{1}.child(8)));
}

TEST(CountingOnes, IsExactlyAtItsOptimumWhereAllAreOnes) {
  const Objective objective = make_objective("counting-ones");
  const std::vector<double> ones(16, 1);
  for (const int step : {1, 40, 81}) EXPECT_EQ(objective.loss(ones, step, Stream{step + 1u}), -16);
}

}  // namespace sweep::multi_fidelity_test
