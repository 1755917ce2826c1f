#include "objectives/tables/tabular.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <thread>
#include <vector>

#include "algorithms/text/error.hpp"
#include "objectives/catalog.hpp"
#include "objectives/tables/embedded.hpp"
#include "objectives/tables/read_table.hpp"
#include "objectives/tables/table_file.hpp"

namespace sweep::tabular_test {

constexpr const char* kSweep =
    "parameters: {lr: {min: 0.0, max: 1.0}, opt: {values: [adam, sgd]}}\n";
constexpr const char* kTable =
    "param:lr,param:opt,loss:1,loss:2,loss:3,cost:1,cost:2,cost:3\n"
    "0.1,adam,5,4,3,1,2,4\n"
    "0.5,adam,4,2,1,1,1,1\n"
    "0.5,sgd,4,,,1,1,1\n"
    "0.9,sgd,6,3,1,1,1,1\n"
    "0.5,adam,0,0,0,9,9,9\n";  // the point of the second row, so never found

Objective small() { return make_tabular(kSweep, "runs.yaml", kTable, "runs.csv"); }

std::string refusal(const std::string& sweep_text, const std::string& table) {
  try {
    static_cast<void>(make_tabular(sweep_text, "runs.yaml", table, "runs.csv"));
    return "";
  } catch (const SpecError& error) {
    return error.what();
  }
}

TEST(Tabular, GivesTheCurvesAndCostsOfTheNearestRow) {
  const Objective objective = small();
  const Stream noise(1);
  EXPECT_EQ(objective.max_step(), 3);
  EXPECT_EQ(objective.loss(std::vector{0.2, 0.0}, 1, noise), 5);
  EXPECT_EQ(objective.loss(std::vector{0.2, 0.0}, 3, noise), 3);
  EXPECT_EQ(objective.cost_seconds(std::vector{0.2, 0.0}, 3), 4);
  EXPECT_EQ(objective.loss(std::vector{0.4, 0.0}, 3, noise), 1);
  EXPECT_EQ(objective.loss(std::vector{0.4, 1.0}, 1, noise), 4);
  EXPECT_TRUE(std::isnan(objective.loss(std::vector{0.4, 1.0}, 2, noise)));
  EXPECT_EQ(objective.exact_loss(std::vector{1.0, 1.0}), 1);
}

TEST(Tabular, HasItsOptimumAtTheRowsThatCanBeFound) {
  const auto optimum = small().optimum();
  ASSERT_TRUE(optimum.has_value());
  EXPECT_EQ(optimum->value, 1);
  ASSERT_EQ(optimum->points.size(), 2u);
  EXPECT_EQ(optimum->points[0].values, (std::vector{0.5, 0.0}));
  EXPECT_EQ(optimum->points[1].values, (std::vector{0.9, 1.0}));
}

TEST(Tabular, KnowsNoOptimumIfOnlyRepeatedPointsHaveALoss) {
  const Objective objective = make_tabular("parameters: {x: {min: 0.0, max: 1.0}}", "runs.yaml",
                                           "param:x,loss\n0.5,\n0.5,1\n", "runs.csv");
  EXPECT_FALSE(objective.optimum().has_value());
}

TEST(Tabular, CostsOneWhereNothingWasMeasured) {
  const Objective objective = make_tabular("parameters: {x: {min: 0.0, max: 1.0}}", "runs.yaml",
                                           "param:x,loss:1,loss:2\n0.5,2,1\n", "runs.csv");
  EXPECT_EQ(objective.cost_seconds(std::vector{0.1}, 2), 1);
}

TEST(Tabular, HasTheOneCostOfARowAtEachStep) {
  const Objective objective = make_tabular("parameters: {x: {min: 0.0, max: 1.0}}", "runs.yaml",
                                           "param:x,loss:1,loss:2,cost\n0.5,2,1,7\n", "runs.csv");
  EXPECT_EQ(objective.cost_seconds(std::vector{0.1}, 1), 7);
  EXPECT_EQ(objective.cost_seconds(std::vector{0.1}, 2), 7);
}

TEST(Tabular, NamesTheFileThatIsWrong) {
  EXPECT_EQ(refusal("parameters: {x: {min: 2.0, max: 1.0}}", kTable).rfind("runs.yaml:1:", 0), 0u);
  EXPECT_EQ(refusal("method: random\nmetric: {name: acc, goal: maximize}\n"
                    "parameters: {x: {min: 0.0, max: 1.0}}",
                    "param:x,loss\n0,1\n"),
            "runs.yaml: metric: goal maximize: a table holds losses; negate them and write "
            "minimize");
  EXPECT_EQ(refusal(kSweep, "param:lr,loss\n0.1,2\n"),
            "runs.csv:1:1: the column param:opt is missing: opt is a parameter of the space");
}

TEST(Tabular, HasItsSweepFileBesideIt) {
  EXPECT_EQ(sweep_file_beside("a/runs.csv.gz"), "a/runs.yaml");
  EXPECT_EQ(sweep_file_beside("runs.v2.csv"), "runs.v2.yaml");
  EXPECT_EQ(sweep_file_beside("runs"), "runs.yaml");
}

TEST(EmbeddedTables, AreSortedAndEachInTheCatalogue) {
  ASSERT_FALSE(embedded_tables().empty());
  std::string_view last;
  for (const EmbeddedTable& table : embedded_tables()) {
    EXPECT_LT(last, table.name);
    last = table.name;
    EXPECT_FALSE(table.summary.empty()) << table.name;
    EXPECT_EQ(canonical_objective(table.name), table.name);
    const Objective objective = make_objective(table.name);
    const auto optimum = objective.optimum();
    ASSERT_TRUE(optimum.has_value()) << table.name;
    for (const Point& point : optimum->points) {
      EXPECT_EQ(objective.exact_loss(point.values), optimum->value) << table.name;
    }
  }
}

TEST(EmbeddedTables, AreReadOnceWhoeverAsks) {
  const std::string_view name = embedded_tables().front().name;
  std::vector<const SearchSpace*> spaces(4);
  std::vector<std::thread> threads;
  for (auto& space : spaces) {
    threads.emplace_back([&] { space = &embedded_objective(name).space(); });
  }
  for (std::thread& thread : threads) thread.join();
  for (const SearchSpace* space : spaces) EXPECT_EQ(space, spaces.front());
}

}  // namespace sweep::tabular_test
