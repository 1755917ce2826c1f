// Budgets per dimension, and the table of run, as a user meets them.
#include <gtest/gtest.h>

#include "tests/cli/export_fixture.hpp"

namespace sweep::exported::trials_flag_test {

TEST(RunTable, ShowsOneRowPerMethodWhereItWouldBeLong) {
  const Words words = {"--objective", "bbob/f1-24/d2/i1-3", "--trials", "2", "--seeds", "1"};
  const ProgramResult brief = run_program(words);
  EXPECT_TRUE(brief.out.starts_with("method  objectives  cells")) << brief.out;
  EXPECT_NE(brief.out.find("72 rows, one for each method and objective"), std::string::npos);
  EXPECT_LT(lines_in(brief.out), 10u);
  const ProgramResult all = run_program(joined(words, {"--all-rows"}));
  EXPECT_EQ(lines_in(all.out), 1u + 72 + 2);
  const ProgramResult json = run_program(joined(words, {"--json"}));
  EXPECT_EQ(as_list(at(json_of(json), "rows")).size(), 72u);
}

TEST(Trials, AreANumberOrSoManyPerDimension) {
  const TemporaryFolder folder;
  const Words words = {"--objective", "sphere?dim=2,sphere?dim=5", "--seeds", "1", "--json"};
  const std::string file = folder.write("e.yaml", "trials: 20D\n");
  for (const Words& given : {Words{"--trials", "20D"}, Words{file}}) {
    const Value answer = json_of(run_program(joined(joined({"run"}, given), words)));
    const List& rows = as_list(at(answer, "rows"));
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(as_integer(at(rows[0], "trials")), 40);
    EXPECT_EQ(as_integer(at(rows[1], "trials")), 100);
  }
  const ProgramResult same = run_program({"verify", "--trials", "5D", "--seeds", "2"});
  EXPECT_EQ(same.exit_code, 0) << same.err;
}

TEST(Trials, PerDimensionRespectARunCap) {
  const std::string sweep =
      "method: random\nrun_cap: 7\nparameters: {x: {min: 0.0, max: 1.0}, y: {min: 0.0, max: 1.0}}";
  const ProgramResult capped =
      run_program({"--config", "-", "--objective", "x*y", "--trials", "4D", "--json"}, sweep);
  EXPECT_EQ(capped.err, "warning: run_cap of the sweep file limits the trials to 7\n");
  const ProgramResult below =
      run_program({"--config", "-", "--objective", "x*y", "--trials", "3D", "--json"}, sweep);
  EXPECT_EQ(below.err, "");
  EXPECT_EQ(as_integer(at(as_list(at(json_of(below), "rows")).at(0), "trials")), 6 * 20);
}

}  // namespace sweep::exported::trials_flag_test
