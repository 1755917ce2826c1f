#include "bench/session/reported_cells.hpp"

#include "tests/bench/store/store_fixture.hpp"

namespace sweep::reported_cells_test {

class ReportedCellsTest : public StoreTest {
 protected:
  // A method and an objective that no program has compiled in.
  void write_store(const std::string& name, const std::string& build, std::uint64_t seed) const {
    StoreContents stored = contents();
    stored.objectives[0].name = "unheard-of";
    stored.objectives[0].optimum = -0.5;
    stored.provenance.build_id = build;
    Store store = Store::open(path(name), stored);
    CellResult result = cell(seed);
    result.cell = {"no-such-searcher?option=1", "unheard-of", seed};
    result.records = {{0, 1, 1.5, TrialState::completed}, {7, 1, 0.25, TrialState::completed}};
    ASSERT_TRUE(store.append(result));
  }
};

TEST_F(ReportedCellsTest, AreReadOfMethodsAndObjectivesThatNobodyKnows) {
  write_store("a.db", "3f2a91c0aa", 1);
  write_store("b.db", "3f2a91c0aa", 2);
  const ReportedCells cells = reported_cells({path("a.db"), path("b.db")});
  ASSERT_EQ(cells.set.cells.size(), 2U);
  EXPECT_EQ(cells.set.cells[1].key.method, "no-such-searcher?option=1");
  EXPECT_EQ(cells.set.cells[1].key.seed, 2U);
  EXPECT_EQ(cells.set.cells[0].descents->evaluations, (Descent{{{1, 2}, {8, 0.75}}, 25}));
  EXPECT_EQ(cells.warnings.size(), 2U);  // one of twenty cells each
}

TEST_F(ReportedCellsTest, HoldNoCellThatBroke) {
  StoreContents stored = contents();
  stored.header.cells = 3;
  CellResult broken = cell(1);
  broken.failure = "no memory";
  Store::open(path("a.db"), stored).append(broken);
  EXPECT_NE(message_of<SpecError>([&] { reported_cells({path("a.db")}); }).find("all broke"),
            std::string::npos);
  Store::open(path("a.db"), stored).append(cell(2));
  stored.header.cells = 1;
  Store::open(path("b.db"), stored).append(cell(1));
  const ReportedCells cells = reported_cells({path("a.db"), path("b.db")});
  ASSERT_EQ(cells.set.cells.size(), 2U);  // what broke in one is not another result of the other's
  EXPECT_EQ(cells.set.cells[0].key.seed, 1U);
  ASSERT_EQ(cells.warnings.size(), 1U);
  EXPECT_EQ(cells.warnings[0],
            path("a.db") +
                ": the run is not finished: 1 of 3 cells are there; 1 of 3 cells broke (random on "
                "x**3 + y: 1 cell broke, the first with seed 1: no memory); the same `run` command "
                "runs them again");
}

TEST_F(ReportedCellsTest, KeepBuildsApart) {
  write_store("a.db", "3f2a91c0aa", 1);
  write_store("b.db", "77777777bb", 1);
  const ReportedCells cells = reported_cells({path("a.db"), path("b.db")});
  ASSERT_EQ(cells.set.cells.size(), 2U);
  EXPECT_EQ(cells.set.cells[0].key.build, "3f2a91c0");
  EXPECT_EQ(cells.set.cells[1].key.build, "77777777");
}

}  // namespace sweep::reported_cells_test
