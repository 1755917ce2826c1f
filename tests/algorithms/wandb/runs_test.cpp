#include "algorithms/wandb/runs.hpp"

#include <gtest/gtest.h>

#include "algorithms/text/error.hpp"

namespace sweep::runs_test {

const SearchSpace kSpace({{"m/k", Categorical({"a", "b"})}, {"m/x", Uniform{0, 10}}});
constexpr const char* kJoined = "m.wbnest[599c28ca25da].x";

Run run_with(Map config) {
  Run run;
  run.config = std::move(config);
  return run;
}

TEST(WandbRow, FindsValuesByTheirPathOrJoinedName) {
  struct Case {
    const char* name;
    Map config;
    std::vector<double> row;
  };
  const Value nested = Map{{"value", Map{{"k", "b"}, {"x", 2.5}}}};
  const Case cases[] = {
      {"path", {{"m", nested}}, {1, 0.25}},
      {"joined name first", {{"m", nested}, {kJoined, Map{{"value", 5}}}}, {1, 0.5}},
      {"joined without value", {{"m", nested}, {kJoined, 5}}, {1, 0.25}},
      {"nothing", {}, {0.5, 0}},
      {"no map on the way", {{"m", Map{{"value", 3}}}}, {0.5, 0}},
      {"without the value level", {{"m", Map{{"k", "b"}, {"x", 2.5}}}}, {0.5, 0}},
  };
  for (const Case& row : cases) {
    EXPECT_EQ(wandb_row(run_with(row.config), kSpace), row.row) << row.name;
  }
}

std::string refusal(Run run) {
  try {
    wandb_row(run, kSpace);
  } catch (const SpecError& error) {
    return error.what();
  }
  return "";
}

TEST(WandbRow, NamesTheRunThatIsRefused) {
  sweep::Run run = run_with({{"m", Map{{"value", Map{{"k", "c"}}}}}});
  EXPECT_EQ(refusal(run), "run without a name: m/k = \"c\": not one of the values listed");
  run.name = "first";
  EXPECT_EQ(refusal(run), "run \"first\": m/k = \"c\": not one of the values listed");
  run.config = {{"m", Map{{"value", Map{{"x", "many"}}}}}};
  EXPECT_EQ(refusal(run), "run \"first\": m/x = \"many\": expected a number");
}

TEST(WandbOutcome, IsWhatARunHasReported) {
  sweep::Run run;
  run.history = {Map{{"loss", 3}}, Map{{"other", 0}}, Map{{"loss", "nan"}}, Map{{"loss", 2.0}}};
  run.summary = Map{{"loss", 5}};
  const RunOutcome lower = wandb_outcome(run, {"loss", false, {}, {}, {}});
  EXPECT_EQ(lower.best, 2);
  EXPECT_EQ(lower.worst, 5);
  EXPECT_EQ(lower.latest, 2);
  const RunOutcome higher = wandb_outcome(run, {"loss", true, {}, {}, {}});
  EXPECT_EQ(higher.best, -5);
  EXPECT_EQ(higher.worst, -2);
  run.summary.reset();
  EXPECT_EQ(wandb_outcome(run, {"loss", false, {}, {}, {}}).best, std::nullopt);
  EXPECT_EQ(wandb_outcome(run, {"loss", false, {}, {}, {}}).latest, 2);
}

TEST(WandbOutcome, KnowsHowFarARunHasCome) {
  const std::pair<RunState, Progress> cases[] = {
      {RunState::pending, Progress::waiting},   {RunState::running, Progress::running},
      {RunState::finished, Progress::finished}, {RunState::killed, Progress::failed},
      {RunState::crashed, Progress::failed},    {RunState::failed, Progress::failed},
      {RunState::preempted, Progress::waiting}, {RunState::preempting, Progress::waiting}};
  for (const auto& [state, progress] : cases) {
    sweep::Run run;
    run.state = state;
    EXPECT_EQ(wandb_outcome(run, {"loss", false, {}, {}, {}}).progress, progress) << to_text(state);
  }
}

}  // namespace sweep::runs_test
