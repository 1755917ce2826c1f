// A store that holds a cell whose searcher broke, as its readers meet it.
#include "bench/store/store.hpp"
#include "tests/cli/export_fixture.hpp"

namespace sweep::exported::broken_cells_test {

class BrokenCell : public Export {
 protected:
  BrokenCell() {
    run({"--objective", "branin", "--seeds", "3", "--trials", "5", "--record", "trials"});
    const std::string whole = std::exchange(store_, folder_.path("broken.db"));
    const StoreReader reader(whole);
    Store store =
        Store::open(store_, {reader.header(), reader.objectives(), reader.provenances()[0]});
    for (CellResult& cell : reader.cells()) {
      reader.read_records(cell);
      if (cell.cell.seed == 2) cell.failure = "no memory";
      store.append(cell);
    }
  }
  [[nodiscard]] std::string warning() const {
    return "warning: " + store_ +
           ": 1 of 3 cells broke (random on branin: 1 cell broke, the first with seed 2: no "
           "memory); the same `run` command runs them again\n";
  }
};

TEST_F(BrokenCell, IsInNoExport) {
  const ProgramResult cells = export_as({"csv", "--rows", "cells"});
  EXPECT_EQ(cells.exit_code, 0);
  EXPECT_EQ(cells.err, warning());
  EXPECT_EQ(lines_in(cells.out), 1u + 2);
  EXPECT_EQ(lines_in(export_as({"jsonl"}).out), 2u * 5);
  export_folder("ioh", warning());
  const Value index = json_from(text("random/IOHprofiler_f1_branin.json"));
  EXPECT_EQ(as_list(at(as_list(at(index, "scenarios"))[0], "runs")).size(), 2u);
}

TEST_F(BrokenCell, IsInNoReport) {
  const ProgramResult report = run_program({"report", store_, "--json"});
  EXPECT_EQ(report.exit_code, 0);
  EXPECT_EQ(report.err, warning());
  const Value answer = json_from(report.out);
  EXPECT_EQ(as_integer(at(as_list(at(at(answer, "measures"), "ert"))[0], "runs")), 2);
}

}  // namespace sweep::exported::broken_cells_test
