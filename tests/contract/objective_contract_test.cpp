// What every objective of the catalogue has to do, bare and wrapped.
#include <gtest/gtest.h>

#include <bit>
#include <cmath>

#include "algorithms/search/catalog.hpp"
#include "objectives/catalog.hpp"

namespace sweep {
namespace {

std::vector<std::string> objective_texts() {
  std::vector<std::string> texts;
  for (const ObjectiveRow& row : objective_catalog()) {
    const std::string name(row.name);
    texts.push_back(name);
    texts.push_back(name + "?noise=0.1&fail=0.3");
    texts.push_back(name + "?shift=3");
  }
  return texts;
}

class EachObjective : public testing::TestWithParam<std::string> {
 protected:
  EachObjective() : objective_(make_objective(GetParam())) {}

  // Points as random search proposes them, one after the other.
  std::vector<double> draw(std::size_t n) const {
    std::vector<double> rows(n * objective_.space().size());
    Searcher random = make_searcher("random", {objective_.space(), n}, {});
    EXPECT_EQ(random.ask_block(0, Stream(1), rows), n);
    return rows;
  }
  PointView row(const std::vector<double>& rows, std::size_t i) const {
    const std::size_t width = objective_.space().size();
    return std::span(rows).subspan(i * width, width);
  }

  Objective objective_;
};

INSTANTIATE_TEST_SUITE_P(Catalog, EachObjective, testing::ValuesIn(objective_texts()),
                         [](const auto& row) {
                           std::string name = row.param;
                           for (char& c : name) c = std::isalnum(c) ? c : '_';
                           return name;
                         });

bool same_bits(double a, double b) {
  return (std::isnan(a) && std::isnan(b)) ||
         std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

TEST_P(EachObjective, HasALossAtEveryPoint) {
  const std::vector<double> rows = draw(50);
  const Stream noise(2);
  int failed = 0;
  for (std::size_t i = 0; i < 50; ++i) {
    const double loss = objective_.loss(row(rows, i), 1, noise.child(i));
    failed += std::isnan(loss) ? 1 : 0;
    EXPECT_FALSE(std::isinf(loss));
  }
  if (GetParam().find("fail") == std::string::npos) {
    EXPECT_EQ(failed, 0);
  } else {
    EXPECT_GT(failed, 0);  // 0.7^50 is 2e-8, and the stream is fixed
  }
}

TEST_P(EachObjective, GivesTheSameLossesInBlocks) {
  const std::vector<double> rows = draw(20);
  const Stream noise(3);
  std::vector<double> losses(20);
  objective_.losses(rows, 100, noise, losses);
  for (std::size_t i = 0; i < losses.size(); ++i) {
    const double alone = objective_.loss(row(rows, i), objective_.max_step(), noise.child(100 + i));
    EXPECT_TRUE(same_bits(losses[i], alone)) << i << ": " << losses[i] << " and " << alone;
  }
}

TEST_P(EachObjective, IsNeverBelowItsOptimum) {
  const auto optimum = objective_.optimum();
  if (!optimum || GetParam().find("noise") != std::string::npos) return;
  // Rounding of losses of the size of those at hand.
  const double slack = 1e-9 * std::max(1.0, std::abs(optimum->value));
  const std::vector<double> rows = draw(2000);
  std::vector<double> losses(2000);
  objective_.losses(rows, 0, Stream(4), losses);
  for (const double loss : losses) EXPECT_GE(loss, optimum->value - slack);
}

TEST_P(EachObjective, ReachesItsOptimumInsideItsSpace) {
  const auto optimum = objective_.optimum();
  if (!optimum || GetParam().find("noise") != std::string::npos) return;
  const double slack = 1e-9 * std::max(1.0, std::abs(optimum->value));
  for (const Point& point : optimum->points) {
    EXPECT_TRUE(objective_.space().contains(point.values));
    EXPECT_NEAR(objective_.loss(point.values, objective_.max_step(), Stream(5)), optimum->value,
                slack);
  }
}

TEST_P(EachObjective, CostsSomething) {
  const std::vector<double> rows = draw(1);
  EXPECT_GT(objective_.cost_seconds(row(rows, 0), 1), 0);
  EXPECT_GE(objective_.max_step(), 1);
}

TEST_P(EachObjective, HasOneCanonicalText) {
  const std::string canonical = canonical_objective(GetParam());
  EXPECT_EQ(canonical_objective(canonical), canonical);
  EXPECT_NO_THROW(make_objective(canonical));
}

TEST(ObjectiveCatalog, IsSortedByName) {
  std::string_view last;
  for (const ObjectiveRow& row : objective_catalog()) {
    EXPECT_LT(last, row.name);
    last = row.name;
  }
}

TEST(ObjectiveCatalog, HasASourceAndASummaryForEach) {
  for (const ObjectiveRow& row : objective_catalog()) {
    EXPECT_FALSE(row.summary.empty()) << row.name;
    EXPECT_FALSE(row.source.empty()) << row.name;
  }
}

}  // namespace
}  // namespace sweep
