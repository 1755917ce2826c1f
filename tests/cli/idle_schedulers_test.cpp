// Schedulers that have nothing to do, as a user of run and audit hears of them.
#include <gtest/gtest.h>

#include "tests/support/program.hpp"

namespace sweep::idle_schedulers_test {

using Words = std::vector<std::string>;

TEST(IdleSchedulers, ThatCannotStopAnythingAreNamedByRunAndAudit) {
  const auto run = [](const Words& more) {
    Words words = {"--trials", "3", "--seeds", "1", "--no-progress"};
    words.insert(words.end(), more.begin(), more.end());
    return run_program(words).err;
  };
  EXPECT_EQ(run({"--method", "random+asha", "--objective", "sphere"}),
            "warning: asha cannot stop anything on sphere: it has no learning curve, one step "
            "only\n");
  EXPECT_NE(run({"--method", "random+asha", "--objective", "sphere,branin"})
                .find("; nor on 1 other objectives\n"),
            std::string::npos);
  EXPECT_EQ(run({"--method", "random", "--objective", "sphere", "--explain"}),
            "warning: --explain: no method here begins brackets of trials; those with sha or "
            "hyperband do\n");
  EXPECT_EQ(run({"--method", "random+asha", "--objective", "sphere", "--quiet"}), "");
  const std::string runs = R"([{"state": "finished", "history": [{"loss": 1}, {"loss": 0.5}]}])";
  EXPECT_EQ(
      run_program(
          {"audit", "-", "--metric", "loss", "--scheduler", "wandb-hyperband?min_iter=4&s=2"}, runs)
          .err,
      "warning: wandb-hyperband: s is ignored without max_iter\n"
      "warning: wandb-hyperband cannot stop anything: its first band is at step 4, and the "
      "longest run has 2 steps\n");
}

TEST(IdlePriors, AreNamedByRun) {
  const auto run = [](const Words& more) {
    Words words = {"--objective", "curve", "--trials", "3", "--seeds", "1", "--no-progress"};
    words.insert(words.end(), more.begin(), more.end());
    return run_program(words);
  };
  EXPECT_EQ(run({"--method", "priorband"}).err,
            "warning: priorband: nothing is believed without --set "
            "'prior.defaults=NAME:VALUE;..': its points are random, or near the best so far\n");
  EXPECT_EQ(run({"--method", "priorband", "--set", "prior.defaults=x0:0.5"}).err, "");
  const auto wrong = run({"--method", "priorband", "--set", "prior.defaults=x0:99"});
  EXPECT_EQ(wrong.exit_code, 2);
  EXPECT_EQ(wrong.err, "error: prior.defaults: x0:99 is no value that x0 can take\n");
}

}  // namespace sweep::idle_schedulers_test
