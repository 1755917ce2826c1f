#include "bench/session/store_contents.hpp"

#include <gtest/gtest.h>

#include "objectives/catalog.hpp"

namespace sweep::store_contents_test {

TEST(StoreContents, TrialsEndInOrderOnOnePerfectWorkerOnly) {
  EXPECT_TRUE(trials_end_in_order(1, {}));
  EXPECT_TRUE(trials_end_in_order(1, {{"grid.levels", "3"}}));
  EXPECT_FALSE(trials_end_in_order(1, {{"cluster.late", "2"}}));
  EXPECT_FALSE(trials_end_in_order(4, {}));
}

TEST(StoreContents, SayWhatTheExperimentIs) {
  Experiment experiment;
  experiment.methods = {"random", "grid"};
  experiment.objectives = {"sphere?noise=0.1", "bbob/f8/d2/i3"};
  experiment.seeds = {1, 2, 3};
  const StoreContents contents = store_contents(PreparedExperiment(experiment));
  EXPECT_EQ(contents.header.cells, 12u);
  EXPECT_TRUE(contents.header.in_order);
  ASSERT_EQ(contents.objectives.size(), 2u);
  EXPECT_TRUE(contents.objectives[0].is_noisy);
  EXPECT_EQ(contents.objectives[1].function_name, "Rosenbrock");
  EXPECT_EQ(contents.provenance.time.size(), 20u);
  EXPECT_NE(contents.provenance.build_id, "");
}

}  // namespace sweep::store_contents_test
