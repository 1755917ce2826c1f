// All verbs that read runs of W&B see the same curve in them.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "algorithms/schedule/none.hpp"
#include "bench/sweep/audit.hpp"
#include "bench/sweep/early_stop.hpp"
#include "bench/sweep/running_sweep.hpp"
#include "tests/support/approved.hpp"

namespace sweep::curves_test {

constexpr const char* kSweep = R"(
method: random
metric: {name: loss, goal: minimize}
early_terminate: {type: hyperband, min_iter: 1, eta: 3}
parameters: {x: {min: 0.0, max: 1.0}}
)";

constexpr const char* kRuns = R"([
  {"name": "sparse", "state": "running", "config": {"x": {"value": 0.1}},
   "history": [{"_step": 0, "loss": 9}, {"_step": 10, "loss": 8}, {"_step": 20, "loss": 7.5}]},
  {"name": "plain", "state": "running", "config": {"x": {"value": 0.2}},
   "history": [{"loss": 3}, {"loss": 2}, {"other": 1}, {"loss": 2.5}]},
  {"name": "sampled", "state": "finished", "config": {"x": {"value": 0.3}},
   "history": [{"_step": 4, "loss": 5}], "summary": {"loss": 1.5}},
  {"name": "diverged", "state": "crashed", "config": {"x": {"value": 0.4}},
   "history": [{"loss": 4}, {"loss": "nan"}]}
])";

/// Writes down the curves that it is told or shown.
struct Listener {
  std::vector<std::vector<Observation>>* heard;
  Proposal ask(TrialId, const Stream&) { return Exhausted{}; }
  void tell(const Trial& trial) { heard->push_back(trial.curve); }
  void observe(const Trial& trial) { heard->push_back(trial.curve); }
};

std::string text_of(const std::vector<Observation>& curve) {
  std::string text;
  for (const Observation& seen : curve) text += fmt::format(" {}:{}", seen.step, seen.loss);
  return text;
}

TEST(GoldenCurves, AreTheSameForAllVerbs) {
  const SweepConfig config = read_sweep(kSweep, {"sweep.yaml", Behaviour::corrected, false});
  const std::vector<sweep::Run> runs = read_runs(kRuns, "runs.json");
  std::vector<std::vector<Observation>> heard;
  Tuner tuner(
      {Listener{&heard}, NoScheduler({1}, {}), Budget(BudgetUnit::trials, 1, 1), Stream(1)});
  EXPECT_TRUE(adopt_runs(runs, config, tuner).empty());
  const History history = history_of(runs, *config.metric);
  ASSERT_EQ(heard.size(), runs.size());
  ASSERT_EQ(history.runs.size(), runs.size());
  std::string text;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const std::vector<Observation>& steps = history.runs[i].reports;
    text += runs[i].name + text_of(heard[i]) + "\n";
    // Searchers alone hear the summary, after the same curve and at its last step.
    EXPECT_TRUE(text_of(heard[i]).starts_with(text_of(steps))) << runs[i].name;
    EXPECT_EQ(steps.back().step, heard[i].back().step) << runs[i].name;
  }
  expect_approved("run_curves.txt", text);
  for (const StopAnswer& answer :
       {stop_by_bands(config, runs), stop_by_scheduler({"median", {}}, *config.metric, runs)}) {
    ASSERT_EQ(answer.verdicts.size(), 2u);
    for (const RunVerdict& verdict : answer.verdicts) {
      EXPECT_EQ(verdict.reason.step, heard[verdict.run].back().step) << verdict.run;
    }
  }
}

}  // namespace sweep::curves_test
