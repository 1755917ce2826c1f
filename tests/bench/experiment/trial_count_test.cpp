#include "bench/experiment/trial_count.hpp"

#include <gtest/gtest.h>

#include <string>

#include "algorithms/text/error.hpp"
#include "bench/run/runner.hpp"

namespace sweep::trial_count_test {

SearchSpace space_of(std::size_t reals, std::size_t constants) {
  std::vector<Parameter> parameters;
  for (std::size_t i = 0; i < reals; ++i) {
    parameters.push_back({"x" + std::to_string(i), Uniform(0, 1)});
  }
  for (std::size_t i = 0; i < constants; ++i) {
    parameters.push_back({"c" + std::to_string(i), Constant{Value(1)}});
  }
  return SearchSpace(std::move(parameters));
}

TEST(TrialCount, MultipliesByTheParametersThatAreNoConstants) {
  EXPECT_EQ(trial_count("100").on(space_of(5, 0)), 100u);
  EXPECT_EQ(trial_count("100D").on(space_of(5, 0)), 500u);
  EXPECT_EQ(trial_count("100D").on(space_of(5, 2)), 500u);
  EXPECT_EQ(trial_count("100D").on(space_of(0, 2)), 100u);
}

TEST(TrialCount, HasATextThatReadsBack) {
  for (const char* text : {"1", "25", "1D", "100D", "1000000000000", "1000000000000D"}) {
    EXPECT_EQ(to_text(trial_count(text)), text);
  }
  EXPECT_NE(trial_count("3"), trial_count("3D"));
}

TEST(TrialCount, RefusesWhatIsNoCount) {
  for (const char* text : {"", "D", "0", "0D", "-3D", "2.5D", "3DD", "3d", "3 D", "D3",
                           "1000000000001", "1000000000001D"}) {
    EXPECT_THROW(trial_count(text), SpecError) << text;
  }
}

TEST(TrialCount, GivesEachCellANumberOfItsOwn) {
  Experiment experiment;
  experiment.methods = {"random", "tpe"};
  experiment.objectives = {"sphere?dim=2", "sphere?dim=5"};
  experiment.seeds = {1};
  experiment.trials = trial_count("20D");
  const PreparedExperiment prepared(experiment);
  const std::atomic<bool> stop = false;
  int cells = 0;
  run_cells(prepared, {{0, 1, 2, 3}}, 1, stop, [&](std::size_t, CellResult&& result) {
    EXPECT_EQ(result.trials, result.cell.objective == "sphere?dim=2" ? 40u : 100u);
    ++cells;
  });
  EXPECT_EQ(cells, 4);
  EXPECT_NE(to_text(experiment).find("trials: 20D\n"), std::string::npos) << to_text(experiment);
}

TEST(TrialCount, StaysBelowTheMostThereAre) {
  Experiment experiment;
  experiment.methods = {"random"};
  experiment.objectives = {"sphere?dim=5"};
  experiment.seeds = {1};
  experiment.trials = {kMostTrials / 5, true};
  EXPECT_NO_THROW(PreparedExperiment{experiment});
  experiment.trials = {kMostTrials / 5 + 1, true};
  EXPECT_THROW(PreparedExperiment{experiment}, SpecError);
}

}  // namespace sweep::trial_count_test
