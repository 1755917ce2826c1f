#include "bench/results/data_sets.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "bench/results/default_axis.hpp"

namespace sweep::data_sets_test {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// Cells of any methods on objectives that are added as they come.
struct Cells {
  CellSet set;

  std::size_t objective(const std::string& name, const std::string& family) {
    for (std::size_t i = 0; i < set.objectives.size(); ++i) {
      if (set.objectives[i].name == name) return i;
    }
    ObjectiveInfo& info = set.objectives.emplace_back();
    info.name = name;
    info.family = family;
    info.function = family.empty() ? 0 : 1;
    return set.objectives.size() - 1;
  }
  KeyedCell& add(const char* method, const char* name, Descent descent, const char* family = "") {
    KeyedCell& cell = set.cells.emplace_back();
    cell.key = {method, name, set.cells.size(), "", name, 5, 1};
    cell.objective = objective(name, family);
    cell.optimum = 0;
    cell.descents = CellDescents{descent, descent, descent};
    return cell;
  }
};

TEST(DataSetsOfCells, AreAlongTheAxisThatIsAskedFor) {
  Cells cells;
  KeyedCell& cell = cells.add("tpe", "a", {{{1, 4}}, 2});
  cell.descents->steps = Descent{{{27, 4}}, 54};
  cell.descents->seconds = Descent{{{3.5, 4}}, 7};
  cell.timing.searcher_seconds = 27;
  const DataSet steps = data_sets_of(cells.set, Axis::steps).all.at(0);
  EXPECT_EQ(steps.descents[0], (Descent{{{27, 4}}, 54}));
  EXPECT_EQ(steps.axis, Axis::steps);
  EXPECT_EQ(steps.own_seconds, 0.5);  // for each of 54 steps
  EXPECT_EQ(data_sets_of(cells.set, Axis::time).all.at(0).descents[0], (Descent{{{3.5, 4}}, 7}));
  EXPECT_EQ(data_sets_of(cells.set).all.at(0).own_seconds, 13.5);
}

TEST(DataSetsOfCells, LeaveOutCellsWhoseStepsAreNotKnown) {
  Cells cells;
  cells.add("tpe", "a", {{{1, 4}}, 2}).descents->steps.reset();
  cells.add("tpe", "b", {{{1, 4}}, 2});
  const DataSets sets = data_sets_of(cells.set, Axis::steps);
  EXPECT_EQ(sets.without_steps, (std::vector<std::string>{"a"}));
  ASSERT_EQ(sets.all.size(), 1U);
  EXPECT_EQ(sets.all[0].function, "b");
  EXPECT_TRUE(data_sets_of(cells.set, Axis::time).without_steps.empty());
}

TEST(DataSetsOfCells, TakeCellsThatDoNotVaryForOneObservation) {
  Cells cells;
  for (int seed = 0; seed < 20; ++seed) {
    cells.add("grid", "a", {{{1, 4}, {3, 1}}, 9});
    cells.add("tpe", "a", {{{1, 4}, {3, 1.0 + seed}}, 9});
  }
  const DataSets sets = data_sets_of(cells.set);
  ASSERT_EQ(sets.all.size(), 2U);
  EXPECT_EQ(sets.all[0].descents.size(), 1U);
  EXPECT_EQ(sets.all[0].repeats, 19U);
  EXPECT_EQ(sets.all[1].descents.size(), 20U);
  EXPECT_EQ(sets.all[1].repeats, 0U);
}

// Two of three may agree by chance: only where all do, nothing varies.
TEST(DataSetsOfCells, KeepEveryCellOfAnObjectiveOnWhichSomeDiffer) {
  Cells cells;
  for (const double last : {1.0, 1.0, 2.0}) cells.add("tpe", "a", {{{1, 4}, {3, last}}, 9});
  cells.add("tpe", "b", {{{1, 4}}, 9});
  cells.add("tpe", "b", {{{1, 4}}, 9});
  for (KeyedCell& cell : cells.set.cells) cell.key.function = "bbob/f1";  // two instances
  const DataSets sets = data_sets_of(cells.set);
  ASSERT_EQ(sets.all.size(), 1U);
  EXPECT_EQ(sets.all[0].descents.size(), 4U);
  EXPECT_EQ(sets.all[0].repeats, 1U);
}

TEST(Targets, AreOfCocoWhereTheSuiteIsAndTheOptimumIsKnownAndQuantilesElse) {
  Cells cells;
  cells.add("tpe", "bbob/f1/d5/i1", {{{1, 4}}, 9}, "bbob");
  cells.add("tpe", "branin", {{{1, 4}}, 9});
  cells.add("tpe", "x**2", {{{1, -4}}, 9}).optimum.reset();
  const DataSets sets = data_sets_of(cells.set);
  ASSERT_EQ(sets.all.size(), 3U);
  EXPECT_EQ(sets.all[0].targets.kind, TargetKind::precisions);
  EXPECT_EQ(sets.all[1].targets.kind, TargetKind::fractions);
  EXPECT_EQ(sets.all[1].function, "branin");
  EXPECT_EQ(sets.all[2].targets.shown, (std::vector<double>(5, -4)));
  EXPECT_EQ(sets.all[2].targets.end, -kInfinity);
  const DataSets coco = data_sets_of(cells.set, Axis::evaluations, {TargetRule::coco});
  EXPECT_EQ(coco.all[1].targets.kind, TargetKind::precisions);
  EXPECT_EQ(coco.all[2].targets.kind, TargetKind::fractions) << "no optimum, no precision";
  const DataSets none = data_sets_of(cells.set, Axis::evaluations, {TargetRule::quantiles, {0.5}});
  for (const DataSet& set : none.all) EXPECT_EQ(set.targets.places, (std::vector<double>{0.5}));
}

TEST(Targets, AreOfAllMethodsTogether) {
  Cells cells;
  for (const double loss : {8.0, 6.0}) cells.add("grid", "a", {{{1, 9}, {2, loss}}, 9});
  for (const double loss : {4.0, 2.0}) cells.add("tpe", "a", {{{1, 9}, {2, loss}}, 9});
  const DataSets sets = data_sets_of(cells.set, Axis::evaluations,
                                     {TargetRule::quantiles, {1, 0.75, 0.5, 0.25}});
  ASSERT_EQ(sets.all.size(), 2U);
  for (const DataSet& set : sets.all) {
    EXPECT_EQ(set.targets.all, (std::vector<double>{8, 6, 4, 2}));
    EXPECT_EQ(set.targets.last, 2);
  }
}

TEST(Targets, OfBbobAreWhatTheReferenceMissesWhereEvaluationsAreExpensive) {
  Cells cells;
  cells.add("tpe", "bbob/f1/d5/i1", {{{1, 4}}, 9}, "bbob");
  cells.add("tpe", "branin", {{{1, 4}}, 9});
  const DataSets sets = data_sets_of(cells.set, Axis::evaluations, {.expensive = true});
  ASSERT_EQ(sets.all.size(), 2U);
  EXPECT_EQ(sets.all[0].targets.kind, TargetKind::budgets);
  // On the sphere in 5-D ERTs are 1, 1, 1, 5, 8, 11, then 12: the first above 2.5 is to 10^1.4.
  EXPECT_EQ(sets.all[0].targets.shown.front(), grid_target(7));
  EXPECT_EQ(sets.all[0].targets.shown.back(), 1e-8);
  EXPECT_EQ(sets.all[1].targets.kind, TargetKind::fractions);
}

TEST(DefaultAxis, IsStepsWhereASchedulerStoppedTrials) {
  Cells cells;
  cells.add("random", "a", {{{1, 4}}, 9});
  KeyedCell& stopped = cells.add("random+asha", "a", {{{1, 4}}, 9});
  EXPECT_EQ(default_axis(cells.set).axis, Axis::evaluations);
  EXPECT_EQ(default_axis(cells.set).reason, "");
  stopped.use.stopped = 1;
  EXPECT_EQ(default_axis(cells.set).axis, Axis::steps);
  EXPECT_NE(default_axis(cells.set).reason, "");
  stopped.descents->steps.reset();
  EXPECT_EQ(default_axis(cells.set).axis, Axis::time);
  stopped.descents.reset();  // it is in no figure
  EXPECT_EQ(default_axis(cells.set).axis, Axis::steps);
}

}  // namespace sweep::data_sets_test
