// Tables of training runs as a user meets them.
#include <gtest/gtest.h>

#include <string>

#include "algorithms/config/json.hpp"
#include "objectives/catalog.hpp"
#include "tests/golden/vectors.hpp"
#include "tests/support/program.hpp"

namespace sweep::tabular_test {

constexpr const char* kSpace = "parameters: {lr: {min: 0.0, max: 1.0}, opt: {values: [adam, sgd]}}";
constexpr const char* kRuns =
    "param:lr,param:opt,loss:1,loss:2,cost\n0.1,adam,5,4,1\n0.5,adam,3,2,1\n0.9,sgd,6,,1\n";

TEST(TabularFile, IsAnObjectiveLikeAnyOther) {
  const TemporaryFolder folder;
  static_cast<void>(folder.write("runs.yaml", kSpace));
  const std::string name = "tabular?file=" + folder.write("runs.csv", kRuns);
  const Value answer =
      json_of(run_program({"eval", name, "--at", R"([[0.2, 0], [0.4, 0], [0.4, 1]])", "--json"}));
  EXPECT_EQ(as_text(at(answer, "objective")), name);
  EXPECT_EQ(to_json(at(answer, "values")), R"([4.0, 2.0, "nan"])");
  EXPECT_EQ(to_json(at(at(answer, "optimum"), "points")), "[[0.5, 0.0]]");
  const Value table = json_of(run_program({"run", "--objective", name + ",hpo6", "--method",
                                           "random", "--trials", "40", "--seeds", "3", "--json"}));
  const Value& best = at(at(as_list(at(table, "rows"))[0], "best"), "median");
  EXPECT_EQ(to_json(best), "2.0");  // each seed meets it with 1 - 0.7^40
}

TEST(TabularFile, IsRefusedWithOneLineAndCodeTwo) {
  const TemporaryFolder folder;
  static_cast<void>(folder.write("runs.yaml", kSpace));
  static_cast<void>(folder.write("bad.yaml", "parameters: {lr: {min: 2.0, max: 1.0}}"));
  const std::string runs = folder.write("runs.csv", "param:lr,param:opt,loss\n0.1,lamb,1\n");
  const std::string bad = folder.write("bad.csv", kRuns);
  const std::string alone = folder.write("alone.csv", kRuns);
  const struct {
    std::string objective;
    std::string err;
  } cases[] = {
      {"tabular?file=" + runs,
       runs + ":2:5: param:opt: \"lamb\" is not in the space; expected one of adam, sgd"},
      {"tabular?file=" + bad, folder.path("bad.yaml") + ":1:"},
      {"tabular?file=" + alone, folder.path("alone.yaml") + ": cannot be opened: "},
      {"tabular?file=" + folder.path("none.csv"), folder.path("none.csv") + ": cannot be opened: "},
      {"tabular?file=" + folder.path(""), folder.path("") + ": is a directory"},
      {"tabular", "objective \"tabular\" needs a table: tabular?file=PATH, or one of tabular/*"},
      {"tabular?fiel=a", "objective \"tabular\": option \"fiel\" is unknown; did you mean"},
      {"tabular/digits-mpl",
       "objective \"tabular/digits-mpl\" is unknown; did you mean \"tabular/digits-mlp\"?"},
      {"tubular/*", "no objective matches \"tubular/*\"; known: ackley, "},
  };
  for (const auto& c : cases) {
    const ProgramResult outcome = run_program({"run", "--objective", c.objective, "--trials", "2"});
    EXPECT_EQ(outcome.exit_code, 2) << c.objective;
    EXPECT_TRUE(outcome.err.starts_with("error: " + c.err)) << outcome.err;
    EXPECT_EQ(outcome.err.find('\n'), outcome.err.size() - 1) << outcome.err;
  }
}

TEST(Tabular, GivesARowForEachTableOfAPattern) {
  const Value answer =
      json_of(run_program({"run", "--objective", "tabular/*?noise=0.01", "--method", "random",
                           "--trials", "5", "--seeds", "2", "--json"}));
  const List& rows = as_list(at(answer, "rows"));
  const std::vector<std::string> names = expand_pattern("tabular/*?noise=0.01");
  ASSERT_EQ(rows.size(), names.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    EXPECT_EQ(as_text(at(rows[i], "objective")), names[i]);
  }
}

}  // namespace sweep::tabular_test
