#include "algorithms/model/parzen/parzen.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "algorithms/model/parzen/parzen_categories.hpp"

namespace sweep::parzen_test {

ParzenColumn categories(std::vector<double> probabilities) {
  return {ParzenColumn::Kind::category, 0, std::move(probabilities)};
}

TEST(ParzenWeights, AreFullForTheNewestAndOnALineForOlderOnes) {
  const auto weights = [](std::size_t n) {
    std::vector<double> all(n, -1);
    parzen_weights(all);
    return all;
  };
  EXPECT_EQ(weights(0), std::vector<double>{});
  EXPECT_EQ(weights(25), std::vector<double>(25, 1.0));
  EXPECT_DOUBLE_EQ(weights(26)[0], 1.0 / 26);
  EXPECT_EQ(weights(26)[1], 1);
  const std::vector<double> many = weights(125);
  EXPECT_DOUBLE_EQ(many[0], 1.0 / 125);
  EXPECT_DOUBLE_EQ(many[99], 1);
  EXPECT_NEAR(many[50] - many[49], (1 - 1.0 / 125) / 99, 1e-15);
  EXPECT_EQ(many[100], 1);
}

// Three of nine, of which the middle ones weigh what the second, fifth and eighth do, three times.
TEST(ParzenWeights, OfASampleStandForThoseLeftOut) {
  std::vector<double> exact(100);
  parzen_weights(exact);
  std::vector<double> thinned(94);
  parzen_weights(thinned, 3, 9);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_DOUBLE_EQ(thinned[i], 3 * exact[3 * i + 1]) << i;
  EXPECT_TRUE(std::equal(exact.begin() + 9, exact.end(), thinned.begin() + 3));
}

TEST(ParzenWeights, OfASampleThatLeavesNothingOutAreThoseOfAll) {
  std::vector<double> exact(100);
  parzen_weights(exact);
  std::vector<double> all(100);
  parzen_weights(all, 40, 40);
  EXPECT_EQ(all, exact);
}

struct Widths {
  const char* name;
  std::vector<double> sorted;
  ParzenOptions options;
  std::vector<double> expected;
};

class NeighbourWidths : public testing::TestWithParam<Widths> {};

TEST_P(NeighbourWidths, AreDistancesToTheFurtherNeighbour) {
  const Widths& row = GetParam();
  std::vector<double> widths(row.sorted.size());
  neighbour_widths(row.sorted, row.options, widths);
  ASSERT_EQ(widths.size(), row.expected.size());
  for (std::size_t i = 0; i < widths.size(); ++i) {
    EXPECT_NEAR(widths[i], row.expected[i], 1e-15) << i;
  }
}

constexpr ParzenOptions kUnclipped{1, false, false};
constexpr ParzenOptions kWithEnds{1, false, true};

INSTANTIATE_TEST_SUITE_P(
    Rows, NeighbourWidths,
    testing::Values(Widths{"PriorAlone", {0.5}, kUnclipped, {0.5}},
                    Widths{"OneHasTheEnds", {0.3}, kUnclipped, {0.7}},
                    Widths{"TwoHaveEachOther", {0.3, 0.5}, kUnclipped, {0.2, 0.2}},
                    Widths{
                        "OuterOnesHaveOneNeighbour", {0.1, 0.5, 0.7}, kUnclipped, {0.4, 0.4, 0.2}},
                    Widths{"EndsAsNeighbours", {0.2, 0.25, 0.6}, kWithEnds, {0.2, 0.35, 0.4}},
                    Widths{"EqualOnes", {0.5, 0.5, 0.5}, kUnclipped, {1e-12, 1e-12, 1e-12}},
                    Widths{"Clipped", {0.5, 0.5, 0.9}, {}, {0.25, 0.4, 0.4}}),
    [](const auto& row) { return row.param.name; });

TEST(LeastWidth, StopsAtAHundredth) {
  EXPECT_DOUBLE_EQ(least_width(1, {}), 1.0 / 2);
  EXPECT_DOUBLE_EQ(least_width(98, {}), 1.0 / 99);
  EXPECT_DOUBLE_EQ(least_width(5000, {}), 0.01);
}

TEST(ProductWidth, FollowsScott) {
  EXPECT_DOUBLE_EQ(product_width(1000, 6, {}), 0.2 * std::pow(1000, -0.1));
  EXPECT_DOUBLE_EQ(product_width(0, 1, {}), 0.5);  // clipped
}

TEST(ParzenCategories, EqualsThePlainFormula) {
  const std::vector<ParzenKernel> seen = {{2, 0.5}, {0, 1}, {2, 1}};
  const std::vector<double> prior = {0.5, 0.25, 0.25, 0};
  const ParzenOptions options{2, true, false};
  ParzenCategories density(categories(prior), options);
  density.fit(std::vector<ParzenKernel>{{1, 1}, {3, 1}});
  density.fit(seen);
  const std::vector<double> all = {0, 1, 2, 3};
  std::vector<double> logs(4);
  density.log_densities(all, logs);
  const double smoothing = 2.0 * 4 / 4;  // prior weight times categories over observations and one
  for (std::size_t k = 0; k < 4; ++k) {
    double sum = options.prior_weight * prior[k];
    for (const ParzenKernel& kernel : seen) {
      const double own = kernel.at == all[k] ? 1 : 0;
      sum += kernel.weight * (own + smoothing * prior[k]) / (1 + smoothing);
    }
    EXPECT_NEAR(std::exp(logs[k]), sum / 4.5, 1e-15) << k;
  }
}

TEST(ParzenCategories, DrawsNoneOfProbabilityZero) {
  constexpr int kDraws = 4000;
  ParzenCategories density(categories({0, 0.7, 0.3, 0}), {});
  density.fit(std::vector<ParzenKernel>{{2, 1}});
  std::vector<double> logs(1);
  density.log_densities(std::vector<double>{2}, logs);
  Stream draws(1);
  int twos = 0;
  for (int i = 0; i < kDraws; ++i) {
    const double drawn = density.draw(draws);
    ASSERT_TRUE(drawn == 1 || drawn == 2);
    if (drawn == 2) ++twos;
  }
  // 3.3 deviations of a binomial of at most 1/2: a probability of 0.001.
  EXPECT_NEAR(twos, kDraws * std::exp(logs[0]), 3.3 * std::sqrt(kDraws / 4.0));
}

}  // namespace sweep::parzen_test
