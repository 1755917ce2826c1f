#include "bench/session/store_upgrade.hpp"

#include <gtest/gtest.h>

namespace sweep::store_upgrade_test {

using Words = std::vector<std::string>;

TEST(StoreUpgrade, ReadsAnExperimentAsRunDoes) {
  const StoreUpgrade upgrade = store_upgrade(
      "method: [\"random+asha\", \"martian\"]\nobjective: [\"max(x, 1)\", \"venus\"]\n"
      "seeds: \"1..20,30..30\"\ntrials: 25\nworkers: 4\nset: {\"asha.eta\": \"2\"}\n"
      "config: {\"parameters\": {\"x\": {\"min\": 0.0, \"max\": 1.0}}}\nrecord: best\n");
  EXPECT_EQ(upgrade.objectives, (Words{"max(x, 1)", "venus"}));
  EXPECT_EQ(upgrade.cells, 2u * 2 * 21);
  EXPECT_EQ(upgrade.in_order, false);
  EXPECT_EQ(upgrade.method_key("random+asha"), "random+asha?eta=2");
  EXPECT_EQ(upgrade.method_key("martian"), "");
  EXPECT_EQ(upgrade.describe("max(x, 1)").value().info.dimension, 1);
  EXPECT_FALSE(upgrade.describe("venus"));
}

TEST(StoreUpgrade, KnowsNothingOfWhatItCannotRead) {
  const StoreUpgrade upgrade = store_upgrade(
      "method: [\"random\"]\nobjective: [\"sphere\"]\nseeds: \"many\"\nworkers: \"few\"\n");
  EXPECT_FALSE(upgrade.cells);
  EXPECT_FALSE(upgrade.in_order);
  EXPECT_EQ(upgrade.method_key("random"), "random");
  EXPECT_TRUE(store_upgrade("method: [\"random\"]\n").in_order.value());
}

TEST(StoreUpgrade, TakesWandbForItsOwnSearcher) {
  const StoreUpgrade upgrade = store_upgrade("method: [\"bayes\"]\nwandb-compat: true\n");
  EXPECT_EQ(upgrade.method_key("bayes").substr(0, 11), "wandb-bayes");
}

}  // namespace sweep::store_upgrade_test
