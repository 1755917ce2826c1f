#include "bench/results/cell_descents.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace sweep::cell_descents_test {

using Drops = std::vector<Drop>;

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

Record record(TrialId trial, int step, double loss, double seconds,
              TrialState state = TrialState::completed) {
  return {trial, step, loss, state, seconds};
}

CellResult cell(std::vector<Record> records) {
  CellResult result;
  result.trials = 10;
  result.optimum = 1;
  result.use = {40, 40, 40, 40, 0, 0};
  result.records = std::move(records);
  return result;
}

ObjectiveInfo curve_of(int max_step) {
  ObjectiveInfo objective;
  objective.dimension = 2;
  objective.is_noisy = false;
  objective.max_step = max_step;
  return objective;
}

CellDescents descents(const CellResult& result, RecordLevel level, int max_step = 1) {
  return descents_of(result, curve_of(max_step), level).value();
}

TEST(CellDescents, CountEveryTrialAsAnEvaluation) {
  const CellResult result = cell({record(0, 1, kNan, 1, TrialState::failed), record(1, 1, 5, 2),
                                  record(2, 1, 6, 3), record(4, 1, 3, 5)});
  const CellDescents along = descents(result, RecordLevel::best);
  EXPECT_EQ(along.evaluations, (Descent{{{2, 4}, {5, 2}}, 10}));
  EXPECT_EQ(along.seconds, (Descent{{{2, 4}, {5, 2}}, 40}));
}

TEST(CellDescents, TakeTheLastStepOfTrialsThatRanToTheirEnds) {
  const CellResult result =
      cell({record(0, 1, 2, 9), record(0, 2, 7, 9), record(1, 1, 4, 10, TrialState::stopped)});
  EXPECT_EQ(descents(result, RecordLevel::steps, 2).evaluations.drops, (Drops{{1, 6}}));
}

// Trial 6 ended first, then 4, whose loss was known later.
TEST(CellDescents, KeepTheEvaluationOfWhatWasKnownBefore) {
  const CellResult result = cell({record(6, 1, 5, 1), record(4, 1, 3, 2), record(8, 1, 2, 4)});
  const CellDescents along = descents(result, RecordLevel::best);
  EXPECT_EQ(along.evaluations.drops, (Drops{{7, 2}, {9, 1}}));
  EXPECT_EQ(along.seconds.drops, (Drops{{1, 4}, {2, 2}, {4, 1}}));
}

Record after_steps(Record record, std::uint64_t steps) {
  record.steps = steps;
  return record;
}

// A trial that was stopped after one step cost one; one that is paused had cost its steps, too.
TEST(CellDescents, CountTheStepsOfAllTrials) {
  CellResult result = cell({after_steps(record(1, 1, 9, 2, TrialState::stopped), 2),
                            after_steps(record(0, 4, 5, 4), 7),
                            after_steps(record(3, 4, 3, 10), 13)});
  result.use.steps = 15;
  for (const RecordLevel level : {RecordLevel::best, RecordLevel::trials, RecordLevel::steps}) {
    EXPECT_EQ(descents(result, level, 4).steps, (Descent{{{7, 4}, {13, 2}}, 15}));
  }
}

TEST(CellDescents, KnowTheStepsOfOlderStoresWhereTrialsAreWhole) {
  CellResult result = cell({record(0, 4, 5, 4), record(3, 4, 3, 16)});
  EXPECT_EQ(descents(result, RecordLevel::best, 4).steps, (Descent{{{4, 4}, {16, 2}}, 40}));
  struct Row {
    const char* name;
    void (*change)(CellResult& result);
  };
  for (const Row& row : {Row{"stopped", [](CellResult& r) { r.use.stopped = 1; }},
                         {"failed", [](CellResult& r) { r.failed = 1; }},
                         {"fewer steps", [](CellResult& r) { r.use.steps = 39; }},
                         {"several workers", [](CellResult& r) { r.use.seconds = 20; }}}) {
    CellResult changed = result;
    row.change(changed);
    EXPECT_EQ(descents(changed, RecordLevel::best, 4).steps, std::nullopt) << row.name;
  }
}

TEST(CellDescents, AreOfLossesWhereNoOptimumIsKnown) {
  CellResult result = cell({record(0, 1, 5, 1), record(1, 1, -3, 2)});
  result.optimum.reset();
  EXPECT_EQ(descents(result, RecordLevel::best).evaluations.drops, (Drops{{1, 5}, {2, -3}}));
}

TEST(CellDescents, TakeTheLowestLossWithoutNoiseWhateverWasObserved) {
  CellResult noisy =
      cell({record(0, 1, 8, 1), record(1, 1, 9.5, 2), record(2, 1, 7, 3), record(3, 1, 9, 4)});
  const double exact[] = {5, 4, 6, 1.5};
  for (std::size_t i = 0; i < 4; ++i) noisy.records[i].exact = exact[i];
  ObjectiveInfo objective = curve_of(1);
  objective.is_noisy = true;
  EXPECT_EQ(descents_of(noisy, objective, RecordLevel::trials)->evaluations.drops,
            (Drops{{1, 4}, {2, 3}, {4, 0.5}}));
  EXPECT_FALSE(descents_of(noisy, objective, RecordLevel::best));
  noisy.records[2].exact = kNan;
  EXPECT_FALSE(descents_of(noisy, objective, RecordLevel::trials));
}

TEST(CellDescents, AreNoneWhereTheObjectiveIsNotDescribed) {
  const CellResult result = cell({record(0, 1, 5, 1)});
  EXPECT_FALSE(descents_of(result, ObjectiveInfo{}, RecordLevel::trials));
}

}  // namespace sweep::cell_descents_test
