#include "bench/results/importance/forest.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "bench/results/importance/parameter_importance.hpp"

namespace sweep::forest_test {

/// A number that decides, a category that adds a little, and a constant.
struct Sample {
  std::vector<Factor> factors = {{"rate", {}}, {"kind", {}, {"a", "b", "c"}}, {"fixed", {}}};
  std::vector<double> metric;

  explicit Sample(std::size_t n) {
    Stream stream(1);
    for (std::size_t i = 0; i < n; ++i) {
      const double rate = stream.uniform();
      const auto kind = static_cast<double>(stream.index(3));
      factors[0].values.push_back(rate);
      factors[1].values.push_back(kind);
      factors[2].values.push_back(4);
      metric.push_back(5 * rate + (kind == 1 ? 1 : 0));
    }
  }
};

TEST(Columns, AreOneForANumberAndOneForEachLevel) {
  const std::vector<FactorColumn> columns = columns_of(Sample(4).factors);
  ASSERT_EQ(columns.size(), 5u);
  EXPECT_EQ(columns[2].factor, 1u);
  EXPECT_EQ(columns[2].level, 1u);
  for (std::size_t row = 0; row < 4; ++row) {
    EXPECT_EQ(columns[1].values[row] + columns[2].values[row] + columns[3].values[row], 1);
  }
}

TEST(Forest, GrowsTreesUntilTheirLeavesArePure) {
  const Sample sample(40);
  const auto forest = grow_forest(columns_of(sample.factors), sample.metric, Stream(2), 5);
  ASSERT_EQ(forest.size(), 5u);
  for (const RegressionTree& tree : forest) {
    EXPECT_EQ(tree.nodes.front().rows, 40u);
    for (const RegressionTree::Node& node : tree.nodes) {
      if (node.is_leaf()) EXPECT_NEAR(node.variance, 0, 1e-20);
    }
  }
}

TEST(Forest, IsTheSameForTheSameStream) {
  const Sample sample(30);
  const auto columns = columns_of(sample.factors);
  const auto shares = [&](std::uint64_t seed) {
    return split_importance(grow_forest(columns, sample.metric, Stream(seed), 10), columns.size());
  };
  EXPECT_EQ(shares(1), shares(1));
  EXPECT_NE(shares(1), shares(2));
}

TEST(Forest, GivesNoImportanceWhereNothingVaries) {
  const std::vector<FactorColumn> columns = {{0, std::nullopt, {1, 1, 1}}, {1, std::nullopt, {1, 2, 3}}};
  const auto of_constant_metric = grow_forest(columns, std::vector<double>{2, 2, 2}, Stream(1), 3);
  EXPECT_EQ(split_importance(of_constant_metric, 2), (std::vector<double>{0, 0}));
  const auto forest = grow_forest(columns, std::vector<double>{1, 2, 3}, Stream(1), 20);
  EXPECT_EQ(split_importance(forest, 2), (std::vector<double>{0, 1}));
}

TEST(ParameterImportance, RanksParametersAndDropsTrialsWithoutAMetric) {
  Sample sample(80);
  const ParameterImportance all = parameter_importance(sample.factors, sample.metric, Stream(3));
  EXPECT_EQ(all.trials, 80u);
  EXPECT_GT(all.factors[0].forest, all.factors[1].forest);
  EXPECT_EQ(all.factors[2].forest, 0);
  EXPECT_NEAR(all.factors[0].forest + all.factors[1].forest, 1, 1e-12);
  EXPECT_EQ(all.factors[1].correlations.size(), 3u);
  EXPECT_GT(all.factors[0].correlations[0], 0.9);
  EXPECT_FALSE(all.factors[2].correlations[0]);
  for (Factor& factor : sample.factors) factor.values.push_back(0);
  sample.metric.push_back(std::numeric_limits<double>::quiet_NaN());
  const ParameterImportance again = parameter_importance(sample.factors, sample.metric, Stream(3));
  EXPECT_EQ(again.trials, 80u);
  EXPECT_EQ(again.factors[0].forest, all.factors[0].forest);
}

TEST(ParameterImportance, SaysNothingOfNoTrial) {
  const ParameterImportance none =
      parameter_importance({{"x", {}}, {"y", {}}}, std::vector<double>{}, Stream(1));
  EXPECT_EQ(none.trials, 0u);
  EXPECT_EQ(none.factors.size(), 2u);
  EXPECT_EQ(none.factors[0].forest, 0);
  const ParameterImportance one =
      parameter_importance({{"x", {1}}, {"y", {2}}}, std::vector<double>{3}, Stream(1));
  EXPECT_EQ(one.factors[1].forest, 0);
  EXPECT_EQ(one.variance.size(), 3u);
}

}  // namespace sweep::forest_test
