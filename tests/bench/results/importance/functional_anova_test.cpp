#include "bench/results/importance/functional_anova.hpp"

#include <gtest/gtest.h>

#include "bench/results/importance/leaf_boxes.hpp"

namespace sweep::functional_anova_test {

double volume_of(const ValueBox& box) {
  double volume = 1;
  for (const AxisPart& side : box.sides) {
    double width = 0;
    for (const auto& [low, high] : side) width += high - low;
    volume *= width;
  }
  return volume;
}

/// x + [kind is b], and a parameter without any effect.
struct Sample {
  std::vector<Factor> factors = {{"x", {}}, {"kind", {}, {"a", "b", "c"}}, {"idle", {}}};
  std::vector<double> metric;

  Sample() {
    Stream stream(1);
    for (int i = 0; i < 300; ++i) {
      factors[0].values.push_back(stream.uniform());
      factors[1].values.push_back(static_cast<double>(stream.index(3)));
      factors[2].values.push_back(stream.uniform());
      metric.push_back(factors[0].values.back() + (factors[1].values.back() == 1 ? 1 : 0));
    }
  }
  [[nodiscard]] std::vector<RegressionTree> forest() const {
    return grow_forest(columns_of(factors), metric, Stream(2), 20);
  }
};

TEST(LeafBoxes, FillTheCube) {
  const Sample sample;
  for (const RegressionTree& tree : sample.forest()) {
    double total = 0;
    for (const ValueBox& box : boxes_of(tree, sample.factors)) total += volume_of(box);
    EXPECT_NEAR(total, 1, 1e-12);
  }
}

// Var(x) = 1/12, Var([kind is b]) = 2/9.
TEST(VarianceShares, AreThoseOfTheFunctionThatTheTreesLearnt) {
  const Sample sample;
  const auto shares = variance_shares(sample.forest(), sample.factors, 2);
  ASSERT_EQ(shares.size(), 6u);
  const double of_x = (1.0 / 12) / (1.0 / 12 + 2.0 / 9);
  EXPECT_NEAR(shares[0].share, of_x, 0.02);
  EXPECT_NEAR(shares[1].share, 1 - of_x, 0.02);
  EXPECT_LT(shares[2].share, 0.01);
  EXPECT_EQ(shares[3].axes, (std::vector<std::size_t>{0, 1}));
  for (const VarianceShare& share : shares) EXPECT_GT(share.share, -1e-12);
}

TEST(FunctionalAnova, SharesNothingOfAConstant) {
  const std::vector<ValueBox> boxes = {{3, {{{0, 0.5}}}}, {3, {{{0.5, 1}}}}};
  const auto shares = functional_anova(boxes, 1);
  ASSERT_EQ(shares.size(), 1u);
  EXPECT_EQ(shares[0].share, 0);
}

// A box that takes two intervals of an axis.
TEST(FunctionalAnova, TakesBoxesInSeveralPieces) {
  const std::vector<ValueBox> boxes = {{1, {{{0, 0.25}, {0.75, 1}}, {{0, 1}}}},
                                       {0, {{{0.25, 0.75}}, {{0, 1}}}}};
  const auto shares = functional_anova(boxes, 2);
  EXPECT_NEAR(shares[0].share, 1, 1e-12);
  EXPECT_NEAR(shares[1].share, 0, 1e-12);
  EXPECT_NEAR(shares[2].share, 0, 1e-12);
}

}  // namespace sweep::functional_anova_test
