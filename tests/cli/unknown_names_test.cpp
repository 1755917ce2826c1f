#include "tests/cli/export_fixture.hpp"

#include "bench/store/store.hpp"

// Stores of experiments with a method and an objective that this program has not.
namespace sweep::unknown_names_test {

using exported::Export;
using exported::json_from;

class UnknownNames : public Export {
 protected:
  UnknownNames() {
    ObjectiveInfo described;
    described.name = "martian?dim=2";
    described.function_name = "martian";
    described.space =
        "{parameters: {a: {distribution: uniform, min: 0.0, max: 1.0}, "
        "b: {distribution: categorical, values: [red, blue]}}}";
    described.dimension = 2;
    described.is_noisy = false;
    described.optimum = 0;
    const StoreContents contents{{"method: [\"oracle\"]\n", "0", RecordLevel::trials, 2, true},
                                 {described},
                                 {"build", "gcc", "cpu", "9.9", "", ""}};
    Store store = Store::open(store_, contents);
    for (const char* objective : {"martian?dim=2", "venusian"}) {
      CellResult result;
      result.cell = {"oracle", objective, 1};
      result.method_key = "oracle";
      result.trials = 1;
      result.use = {1, 1, 1, 1, 0, 0};
      result.records = {{0, 1, 0.5, TrialState::completed, 1, 0.5}};
      result.points = {0.25, 1};
      result.optimum = 0;
      store.append(result);
    }
  }
};

TEST_F(UnknownNames, AreRows) {
  const ProgramResult rows = export_as({"csv"});
  EXPECT_EQ(rows.exit_code, 0) << rows.err;
  EXPECT_EQ(rows.err, "");
  EXPECT_EQ(rows.out,
            "method,objective,seed,trial,step,loss,state,seconds,steps,param.a,param.b,param.x1,"
            "param.x2\n"
            "oracle,martian?dim=2,1,0,1,0.5,completed,1.0,,0.25,blue,,\n"
            "oracle,venusian,1,0,1,0.5,completed,1.0,,,,0.25,1.0\n");
  const ProgramResult cells = export_as({"csv", "--rows", "cells"});
  EXPECT_EQ(cells.exit_code, 0) << cells.err;
  EXPECT_NE(cells.out.find("oracle,martian?dim=2,1,,,2,,1,"), std::string::npos) << cells.out;
  EXPECT_NE(cells.out.find("oracle,venusian,1,,,,,1,"), std::string::npos) << cells.out;
}

TEST_F(UnknownNames, AreLoggedWhereTheStoreDescribesThem) {
  export_folder("ioh", "warning: 1 cell is left out: the store does not describe");
  EXPECT_NE(text("oracle/IOHprofiler_f1_martian.json").find("\"martian\""), std::string::npos);
}

TEST_F(UnknownNames, AreReportedWhereTheStoreDescribesThem) {
  const ProgramResult report = run_program({"report", store_, "--measure", "all"});
  EXPECT_EQ(report.exit_code, 0) << report.err;
  EXPECT_NE(report.out.find("1 objective left out, which the store does not describe and this "
                            "program does not know: venusian"),
            std::string::npos)
      << report.out;
  const ProgramResult json = run_program({"report", store_, "--json"});
  EXPECT_EQ(as_list(at(json_from(json.out), "left_out_undescribed")).size(), 1u) << json.out;
}

}  // namespace sweep::unknown_names_test
