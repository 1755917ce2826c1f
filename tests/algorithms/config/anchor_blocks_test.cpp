#include "algorithms/config/anchor_blocks.hpp"

#include <gtest/gtest.h>

#include <string>

#include "algorithms/config/sweep_config.hpp"

namespace sweep::anchor_blocks_test {

SweepConfig read(const std::string& text, Behaviour behaviour) {
  return read_sweep(text, {"f.yaml", behaviour, false, SweepUse::next_run});
}

std::string warnings(const SweepConfig& config) {
  std::string all;
  for (const Diagnostic& warning : config.warnings) all += to_text("f.yaml", warning) + "\n";
  return all;
}

TEST(AnchorBlocks, AreQuietIfTheirAnchorsAreUsed) {
  const std::string text =
      "shared: &drop {distribution: uniform, min: 0.0, max: 0.5}\nranges:\n  wide: &wide {min: 0, "
      "max: 9}\nmethod: random\nparameters: {a: *drop, b: *drop, c: *wide}\n";
  for (const Behaviour behaviour : {Behaviour::corrected, Behaviour::as_wandb}) {
    EXPECT_EQ(read(text, behaviour).space->size(), 3U);
    EXPECT_EQ(warnings(read(text, behaviour)), "");
  }
  const std::string nearly_keys =
      "common: &c {min: 0.0, max: 1.0}\nnames: {lr: &lr {min: 0.0, max: 1.0}}\nmethod: random\n"
      "parameters: {lr: *lr, x: *c}\n";
  EXPECT_EQ(warnings(read(nearly_keys, Behaviour::corrected)), "");
  const std::string unused =
      "early_stopping: &stop {type: hyperband, min_iter: 3}\nmethod: random\n"
      "parameters: {x: {min: 0.0, max: 1.0}}\n";
  EXPECT_NE(warnings(read(unused, Behaviour::corrected)).find("\"early_stopping\""),
            std::string::npos);
  const std::string mixed =
      "shared: {lr: &lr {min: 0.0, max: 1.0}, n: 5}\nmethod: random\n"
      "parameters: {lr: *lr}\n";
  EXPECT_NE(warnings(read(mixed, Behaviour::corrected)).find("\"shared\""), std::string::npos);
}

}  // namespace sweep::anchor_blocks_test
