#include "bench/results/keyed_cells.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "algorithms/text/error.hpp"
#include "bench/results/data_sets.hpp"

namespace sweep::keyed_cells_test {

using Words = std::vector<std::string>;

const Provenance kOld{"11111111aaaa", "gcc", "A", "1", "", ""};
const Provenance kNew{"22222222bbbb", "gcc", "A", "2", "", ""};

/// A cell, and what its store knows of it.
struct Stored {
  CellResult result;
  ObjectiveInfo objective;
  Provenance provenance = kOld;
  RecordLevel level = RecordLevel::best;
  std::string origin = "a.db";
};

Stored stored(const char* method, const char* objective, std::uint64_t seed) {
  Stored cell;
  cell.result.cell = {method, objective, seed};
  cell.result.trials = 5;
  cell.result.use = {5, 5, 5, 5, 0, 0};
  cell.result.optimum = 0;
  cell.result.digest = {seed, 1};
  cell.result.records = {{1, 1, 2.5, TrialState::completed, 2}};
  cell.objective.name = objective;
  cell.objective.dimension = 2;
  cell.objective.is_noisy = false;
  cell.objective.optimum = 0;
  return cell;
}

Stored member(int function, int instance, std::uint64_t seed) {
  const std::string name =
      "bbob/f" + std::to_string(function) + "/d3/i" + std::to_string(instance) + "?noise=1";
  Stored cell = stored("tpe", name.c_str(), seed);
  cell.objective.family = "bbob";
  cell.objective.function = function;
  cell.objective.instance = instance;
  cell.objective.dimension = 3;
  cell.objective.group = "1-separable";
  cell.objective.options = "?noise=1";
  return cell;
}

CellSet joined(const std::vector<Stored>& cells) {
  std::vector<CellSource> sources;
  for (const Stored& cell : cells) {
    sources.push_back({&cell.result, &cell.objective, &cell.provenance, cell.level, cell.origin});
  }
  return keyed_cells(sources, [&](std::size_t i) { return cells[i].result; });
}

Words methods_of(const CellSet& set) {
  Words methods;
  for (const DataSet& data : data_sets_of(set).all) methods.push_back(data.title());
  return methods;
}

std::string refusal(const std::vector<Stored>& cells) {
  try {
    joined(cells);
  } catch (const SpecError& error) {
    return error.what();
  }
  return "";
}

TEST(KeyedCells, HaveTheKeyOfTheirFunction) {
  const CellSet set = joined({member(8, 4, 7)});
  ASSERT_EQ(set.cells.size(), 1U);
  EXPECT_EQ(set.cells[0].key,
            (CellKey{"tpe", "bbob/f8/d3/i4?noise=1", 7, "", "bbob/f8?noise=1", 3, 4}));
  EXPECT_EQ(set.cells[0].descents->evaluations, (Descent{{{2, 2.5}}, 5}));
  const DataSets sets = data_sets_of(set);
  EXPECT_EQ(sets.all[0].suite, "bbob?noise=1");
  EXPECT_EQ(sets.all[0].group, "bbob?noise=1 1-separable");
  EXPECT_EQ(sets.all[0].number, 8);
}

TEST(KeyedCells, AreSortedWhateverTheOrderOfTheSources) {
  const CellSet set = joined({stored("tpe", "b", 1), stored("tpe", "a", 2), stored("grid", "b", 1),
                              stored("tpe", "a", 1)});
  Words keys;
  for (const KeyedCell& cell : set.cells) {
    keys.push_back(cell.key.method + " " + set.objectives[cell.objective].name + " " +
                   std::to_string(cell.key.seed));
  }
  EXPECT_EQ(keys, (Words{"grid b 1", "tpe a 1", "tpe a 2", "tpe b 1"}));
}

TEST(KeyedCells, TakeInstancesAndSeedsTogetherInDataSets) {
  const DataSets sets =
      data_sets_of(joined({member(8, 1, 1), member(8, 2, 1), member(8, 1, 2), member(9, 1, 1)}));
  ASSERT_EQ(sets.all.size(), 2U);
  EXPECT_EQ(sets.all[0].descents.size() + sets.all[0].repeats, 3U);
  EXPECT_EQ(sets.all[1].function, "bbob/f9?noise=1");
}

TEST(KeyedCells, NeverPoolTwoOptionsOfAMethod) {
  Stored with_option = stored("tpe", "a", 1);
  with_option.result.method_key = "tpe?candidates=1";
  with_option.result.digest = {5, 5};
  EXPECT_EQ(methods_of(joined({stored("tpe", "a", 1), with_option})),
            (Words{"tpe", "tpe?candidates=1"}));
}

TEST(KeyedCells, CountACellOnceWithItsMostRecords) {
  Stored steps = stored("tpe", "a", 1);
  steps.level = RecordLevel::steps;
  steps.result.records = {{0, 1, 4, TrialState::completed, 1},
                          {1, 1, 2.5, TrialState::completed, 2}};
  for (const auto& cells : {std::vector<Stored>{stored("tpe", "a", 1), steps},
                            std::vector<Stored>{steps, stored("tpe", "a", 1)}}) {
    const CellSet set = joined(cells);
    ASSERT_EQ(set.cells.size(), 1U);
    EXPECT_EQ(set.cells[0].descents->evaluations.drops.size(), 2U);
  }
}

TEST(KeyedCells, RefuseTwoResultsOfOneBuild) {
  Stored other = stored("tpe", "a", 1);
  other.result.digest = {9, 9};
  other.origin = "b.db";
  EXPECT_EQ(refusal({stored("tpe", "a", 1), other}),
            "b.db: tpe on a with seed 1 has another result than in a.db");
}

TEST(KeyedCells, RefuseAnObjectiveOfAnotherSpace) {
  Stored here = stored("tpe", "x**2", 1);
  here.objective.space = "{x: {min: 0.0, max: 1.0}}";
  Stored there = stored("tpe", "x**2", 2);
  there.origin = "b.db";
  EXPECT_EQ(refusal({here, there}), "") << "a store need not know its spaces";
  there.objective.space = "{x: {min: 0.0, max: 2.0}}";
  EXPECT_EQ(refusal({here, there}), "b.db: x**2 has another space than in a.db");
}

TEST(KeyedCells, KeepBuildsApartAndNameThem) {
  Stored other = stored("tpe", "a", 1);
  other.result.digest = {9, 9};
  other.provenance = kNew;
  const CellSet set = joined({stored("tpe", "a", 1), stored("grid", "a", 1), other});
  EXPECT_EQ(methods_of(set), (Words{"grid", "tpe @ 11111111", "tpe @ 22222222"}));
  ASSERT_EQ(set.builds.size(), 1U);
  EXPECT_EQ(set.builds[0].method, "tpe");
  EXPECT_EQ(set.builds[0].names, (Words{"11111111", "22222222"}));
  EXPECT_EQ(set.builds[0].sources, (std::vector<Provenance>{kOld, kNew}));
}

// Methods of different builds are compared as they are; nothing pools.
TEST(KeyedCells, NameNoBuildOfMethodsThatHaveOneEach) {
  Stored other = stored("grid", "a", 1);
  other.provenance = kNew;
  const CellSet set = joined({stored("tpe", "a", 1), other});
  EXPECT_EQ(methods_of(set), (Words{"grid", "tpe"}));
  EXPECT_TRUE(set.builds.empty());
}

TEST(KeyedCells, KeepObjectivesWithoutOptimum) {
  Stored unknown = stored("tpe", "x**2", 1);
  unknown.result.optimum.reset();
  unknown.objective.optimum.reset();
  const DataSets sets = data_sets_of(joined({unknown, stored("tpe", "y", 1)}));
  ASSERT_EQ(sets.all.size(), 2U);
  EXPECT_EQ(sets.all[0].function, "y");
  EXPECT_FALSE(sets.all[1].has_optimum);
  EXPECT_EQ(sets.all[1].descents[0].drops, (std::vector<Drop>{{2, 2.5}}));
}

// Whether a loss had noise, or how many parameters there were, nobody can guess.
TEST(KeyedCells, HaveNoDescentsWhereTheObjectiveIsNotDescribed) {
  Stored nameless = stored("tpe", "venus", 1);
  nameless.objective = {};
  nameless.objective.name = "venus";
  const DataSets alone = data_sets_of(joined({nameless, stored("tpe", "a", 1)}));
  ASSERT_EQ(alone.all.size(), 1U);
  EXPECT_EQ(alone.all[0].function, "a");
  EXPECT_EQ(alone.undescribed, (Words{"venus"}));
  EXPECT_TRUE(alone.unknown.empty());
  // The other store knows it, whichever comes first.
  const DataSets joint = data_sets_of(joined({nameless, stored("tpe", "venus", 2)}));
  ASSERT_EQ(joint.all.size(), 1U);
  EXPECT_EQ(joint.all[0].dimension, 2);
  EXPECT_EQ(joint.all[0].descents.size(), 1U);
  EXPECT_EQ(joint.all[0].repeats, 0U);
  EXPECT_EQ(joint.undescribed, (Words{"venus"}));
}

TEST(KeyedCells, KeepTheLossesOfNoisyCellsWithoutAllTrials) {
  Stored noisy = stored("tpe", "a", 1);
  noisy.objective.is_noisy = true;
  noisy.result.best_loss = 2.5;
  noisy.result.incumbent_loss = 3;
  const CellSet set = joined({noisy});
  EXPECT_FALSE(set.cells[0].descents);
  EXPECT_EQ(set.cells[0].observed_loss, 2.5);
  EXPECT_EQ(set.cells[0].exact_loss, 3);
  EXPECT_EQ(data_sets_of(set).unknown, (Words{"a"}));
  EXPECT_TRUE(data_sets_of(set).all.empty());
}

}  // namespace sweep::keyed_cells_test
