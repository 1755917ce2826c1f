// What the verb report says of losses alone, and of cells by several builds.
#include <gtest/gtest.h>

#include "bench/store/store.hpp"
#include "tests/cli/report_fixture.hpp"

namespace sweep::report_builds_test {

using report_test::report;
using report_test::report_json;
using report_test::rows;
using report_test::store;

TEST(ReportOfLosses, ShowsThemAtBudgetsWhereNoOptimumIsKnown) {
  const TemporaryFolder folder;
  const std::string path =
      store(folder, "a.db", {"--objective", "x**2", "--param", "x={min: 0.0, max: 1.0}"});
  const Value alone = report_json({path, "--measure", "fixed-budget"});
  EXPECT_EQ(rows(alone, "fixed-budget").size(), 1U);
  const std::string text = report({path, "--measure", "ert,fixed-budget"});
  EXPECT_NE(text.find("\nbest loss at budgets, where the optimum is not known:\n"),
            std::string::npos)
      << text;
}

TEST(ReportOfBuilds, KeepsThemApartAndNamesThem) {
  const TemporaryFolder folder;
  const std::string path = store(folder, "a.db", {"--objective", "branin", "--trials", "9"});
  const std::string other = folder.path("b.db");
  {
    const StoreReader reader(path);
    StoreContents contents = {reader.header(), reader.objectives(), reader.provenances().at(0)};
    contents.provenance.build_id = "3f2a91c0" + contents.provenance.build_id;
    Store copy = Store::open(other, contents);
    for (CellResult& cell : reader.cells()) {
      reader.read_records(cell);
      cell.digest.low ^= 1;
      copy.append(cell);
    }
  }
  const Value answer = report_json({path, other, "--measure", "success"});
  ASSERT_EQ(rows(answer, "success").size(), 2U);
  EXPECT_TRUE(has(at(answer, "builds"), "random"));
  const std::string text = report({path, other});
  EXPECT_NE(text.find("random @ 3f2a91c0 "), std::string::npos) << text;
  EXPECT_NE(text.find("\nrandom comes from 2 builds, which are kept apart: "), std::string::npos);
}

}  // namespace sweep::report_builds_test
