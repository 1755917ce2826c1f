// What every objective of the catalogue has to do, bare and wrapped.
#include <gtest/gtest.h>

#include <bit>
#include <cmath>

#include "algorithms/search/catalog.hpp"
#include "objectives/catalog.hpp"
#include "tests/support/objectives.hpp"

namespace sweep::objective_contract_test {

std::vector<std::string> objective_texts() {
  std::vector<std::string> texts;
  for (const std::string& name : every_objective()) {
    texts.push_back(name);
    texts.push_back(name + "?noise=0.1&fail=0.3");
    texts.push_back(name + "?shift=3");
  }
  for (const char* text :
       {"curve?of=hpo6(shift=2)&shape=mixed&crossing=1&cost-spread=1",
        "curve?of=ackley(dim=5)&steps=27&jitter=0.5&diverge=0.3&noise=0.1",
        "curve?of=levy(dim=3&noise=0.2)&shape=exponential&rank-correlation=0.1&rotate=2",
        "curve?of=branin&steps=1", "curve?of=sphere&steps=2&fail=0.3&noise=0.1",
        "mf-branin?bias=8&rank-correlation=0.2&rotate=1", "mf-hartmann6?steps=9&noise=0.3",
        "counting-ones?categories=0&continuous=2", "counting-ones?categories=3&continuous=0"}) {
    texts.emplace_back(text);
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

  bool adds_noise() const { return GetParam().find("noise=") != std::string::npos; }
  // What is counted from draws cannot.
  bool may_go_below_optimum() const {
    return objective_.is_noisy() && (!GetParam().starts_with("counting-ones") || adds_noise());
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
  if (GetParam().find("diverge") != std::string::npos) return;
  if (GetParam().find("fail") == std::string::npos) {
    // A training run of a table may have failed at once, as real ones do.
    EXPECT_LE(failed, GetParam().starts_with("tabular/") ? 25 : 0);
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
  if (!optimum || may_go_below_optimum()) return;
  // Rounding of losses of the size of those at hand.
  const double slack = 1e-9 * std::max(1.0, std::abs(optimum->value));
  const std::vector<double> rows = draw(2000);
  std::vector<double> losses(2000);
  objective_.losses(rows, 0, Stream(4), losses);
  for (const double loss : losses) {
    if (std::isnan(loss)) continue;  // failed
    EXPECT_GE(loss, optimum->value - slack);
  }
}

TEST_P(EachObjective, ReachesItsOptimumInsideItsSpace) {
  const auto optimum = objective_.optimum();
  if (!optimum || may_go_below_optimum()) return;
  const double slack = 1e-9 * std::max(1.0, std::abs(optimum->value));
  for (const Point& point : optimum->points) {
    EXPECT_TRUE(objective_.space().contains(point.values));
    EXPECT_NEAR(objective_.loss(point.values, objective_.max_step(), Stream(5)), optimum->value,
                slack);
  }
}

// The first steps, some in between and the last ones, rising.
std::vector<int> some_steps(int max_step) {
  std::vector<int> steps;
  for (const int step : {1, 2, 3, 9, max_step / 2, max_step - 1, max_step}) {
    if (step >= 1 && step <= max_step && (steps.empty() || step > steps.back())) {
      steps.push_back(step);
    }
  }
  return steps;
}

TEST_P(EachObjective, CostsSomethingAtEachStep) {
  const std::vector<double> rows = draw(20);
  ASSERT_GE(objective_.max_step(), 1);
  for (std::size_t i = 0; i < 20; ++i) {
    for (const int step : some_steps(objective_.max_step())) {
      const double cost = objective_.cost_seconds(row(rows, i), step);
      EXPECT_TRUE(std::isfinite(cost) && cost > 0) << cost;
    }
  }
}

TEST_P(EachObjective, StaysFailedOnceItHasFailed) {
  const std::vector<double> rows = draw(50);
  for (std::size_t i = 0; i < 50; ++i) {
    bool has_failed = false;
    for (int step = 1; step <= objective_.max_step(); ++step) {
      const double loss = objective_.loss(row(rows, i), step, Stream(2).child(i));
      EXPECT_FALSE(std::isinf(loss));
      EXPECT_TRUE(std::isnan(loss) || !has_failed);
      has_failed = has_failed || std::isnan(loss);
    }
  }
}

TEST_P(EachObjective, DependsOnNothingButItsArguments) {
  const std::vector<double> rows = draw(10);
  const std::vector<int> steps = some_steps(objective_.max_step());
  const Objective again = make_objective(GetParam());
  std::vector<double> losses;
  for (std::size_t i = 0; i < 10; ++i) {
    for (const int step : steps) {
      losses.push_back(objective_.loss(row(rows, i), step, Stream(2).child(i)));
    }
  }
  for (std::size_t i = 10; i-- > 0;) {  // in another order, with another copy
    for (std::size_t k = steps.size(); k-- > 0;) {
      const double loss = again.loss(row(rows, i), steps[k], Stream(2).child(i));
      EXPECT_TRUE(same_bits(loss, losses[i * steps.size() + k]));
      EXPECT_EQ(again.cost_seconds(row(rows, i), steps[k]),
                objective_.cost_seconds(row(rows, i), steps[k]));
    }
  }
}

TEST_P(EachObjective, HasTheExactLossAtTheEndUnlessItIsNoisy) {
  const std::vector<double> rows = draw(50);
  int different = 0;
  for (std::size_t i = 0; i < 50; ++i) {
    const double exact = objective_.exact_loss(row(rows, i));
    const double last = objective_.loss(row(rows, i), objective_.max_step(), Stream(2).child(i));
    const bool may_have_diverged = GetParam().starts_with("tabular/");
    if (may_have_diverged && std::isnan(exact)) continue;
    EXPECT_TRUE(std::isfinite(exact));
    different += !std::isnan(last) && last != exact ? 1 : 0;
    if (const auto optimum = objective_.optimum()) {
      EXPECT_GE(exact, optimum->value - 1e-9 * std::max(1.0, std::abs(optimum->value)));
    }
  }
  EXPECT_EQ(different > 0, objective_.is_noisy());
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

}  // namespace sweep::objective_contract_test
