// Experiment files as a user meets them: what they say, what flags change, what is refused.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "algorithms/config/json.hpp"
#include "bench/store/store.hpp"
#include "tests/golden/vectors.hpp"
#include "tests/support/program.hpp"

namespace sweep::experiment_file_test {

using Words = std::vector<std::string>;

Words joined(Words words, const Words& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

Value answer_of(const Words& words) {
  const ProgramResult outcome = run_program(joined(words, {"--json"}));
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  return to_value(read_json(outcome.out, "output", {}));
}

std::string hash_of(const Words& words) { return as_text(at(answer_of(words), "result_hash")); }

std::string text_in(const std::string& store) {
  return StoreReader(store).header().experiment_text;
}

constexpr const char* kMaximised =
    "method: random\n"
    "run_cap: 7\n"
    "metric: {name: acc, goal: maximize}\n"
    "parameters: {x: {min: 0.0, max: 1.0e-5}, y: {values: [1, 2.5, 1.0e+30]}}\n";
constexpr const char* kBayesian =
    "method: bayes\n"
    "metric: {name: acc, goal: maximize, target: 3}\n"
    "parameters: {x: {min: 0.0, max: 1.0}, n: {parameters: {y: {min: 1, max: 9}}}}\n";
constexpr const char* kOldKinds =
    "parameters: {x: {distribution: q_uniform, min: 0, max: 1, q: .3}}";

struct Stored {
  const char* name;
  const char* config;
  Words words;
};

TEST(StoredExperiment, IsTheSameExperimentAsAFile) {
  const std::vector<Stored> rows = {
      {"no space", "", {"--objective", "branin,ackley?dim=3", "--method", "random,grid"}},
      {"slices and suites",
       "",
       {"--objective", "sphere,bbob/f1,8/d2,5/i1-2?noise=0.1,suite:classic?shift=2"}},
      {"maximise and run_cap", kMaximised, {"--objective", "x - y", "--trials", "9"}},
      {"as wandb", kMaximised, {"--objective", "x - y", "--wandb-compat"}},
      {"bayes in the file", kBayesian, {"--objective", "x + n.y", "--method", "random"}},
      {"bare section",
       kOldKinds,
       {"--objective", "x", "--wandb-compat", "--method", "random,grid"}},
      {"param", kMaximised, {"--objective", "x + y + z", "--param", "z={min: 1, max: 1e+1}"}},
      {"set", kMaximised, {"--objective", "x", "--method", "grid", "--set", "grid.levels=3"}},
      {"the tutorial's space", kMaximised, {}},
  };
  for (const Stored& row : rows) {
    SCOPED_TRACE(row.name);
    const TemporaryFolder folder;
    const std::string config = folder.write("sweep.yaml", row.config);
    Words words = joined({"run", "--seeds", "3", "--out", folder.path("first.db")}, row.words);
    if (*row.config != 0) words = joined(words, {"--config", config});
    const Value first = answer_of(words);
    const std::string text = text_in(folder.path("first.db"));
    const std::string file = folder.write("stored.yaml", text);
    const Value again = answer_of({"run", file, "--out", folder.path("again.db")});
    EXPECT_EQ(to_json(at(again, "result_hash")), to_json(at(first, "result_hash"))) << text;
    EXPECT_EQ(text_in(folder.path("again.db")), text);
  }
}

TEST(ExperimentFile, ReportsAllThatIsWrongWithItsPlace) {
  const TemporaryFolder folder;
  const std::string file = folder.write("e.yaml",
                                        "method: [random, gird]\n"
                                        "trials: \"0x10\"\n"
                                        "record: al\n"
                                        "threads: 0\n"
                                        "seeds: [1, a]\n"
                                        "set: {levels: 3}\n"
                                        "config:\n"
                                        "  parameters:\n"
                                        "    x: {min: 2, max: 1}\n"
                                        "param: {y: {vals: [1]}, z: 3}\n"
                                        "foo: 1\n"
                                        "out: ''\n"
                                        "wandb-compat: maybe\n");
  const ProgramResult outcome = run_program({"run", file});
  EXPECT_EQ(outcome.exit_code, 2);
  const Words expected = {
      ":1:18: method \"gird\" is unknown; did you mean \"grid\"?",
      ":2:9: --trials 0x10: expected a whole number",
      ":3:9: record \"al\" is unknown",
      ":4:10: --threads 0: expected",
      ":5:8: --seeds 1,a: expected",
      ":6:7: --set levels=3: expected",
      ":9:5: parameters.x: min 2 is not less than max 1",
      ":10:9: parameters.y: expected",
      ":10:28: parameters.z: expected a map",
      ":11:1: foo: key \"foo\" is unknown",
      ":12:6: out: expected a value, not an empty text",
      ":13:15: wandb-compat: expected true or false",
  };
  for (const std::string& line : expected) {
    EXPECT_NE(outcome.err.find("error: " + file + line), std::string::npos) << line << "\n"
                                                                            << outcome.err;
  }
  EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 12) << outcome.err;
}

struct WrongFile {
  const char* name;
  const char* text;
  const char* message;  // after the name of the file
};

TEST(ExperimentFile, IsRefusedWithItsPlace) {
  const std::vector<WrongFile> rows = {
      {"objective of the catalogue", "trials: 3\nobjective: [branin, ackly]\n",
       ":2:21: objective \"ackly\" is unknown; did you mean \"ackley\"?"},
      {"expression", "param: {x: {min: 0, max: 1}}\nobjective: x  +* y\n",
       ":2:12: expression 'x  +* y': column 5: "},
      {"maximised expression",
       "config: {metric: {name: a, goal: maximize}, parameters: {x: {min: 0, max: 1}}}\n"
       "objective: x +* y\n",
       ":2:12: expression 'x +* y': column 4: "},
      {"repeated key", "trials: 3\nseeds: 4\ntrials: 5\n", ":3:1: trials: is there twice"},
      {"repeated key within", "set: {grid.levels: 3, grid.levels: 4}\n",
       ":1:23: grid.levels: is there twice"},
      {"value of a setting", "method: grid\nset: {grid.levels: many}\n",
       ":2:7: grid.levels = many: expected a whole number"},
      {"option of a setting", "method: [random+asha]\nset: {asha.etta: 4}\n",
       ":2:7: asha: option \"etta\" is unknown; did you mean \"eta\"?"},
      {"setting of the cluster", "set: {cluster.late: -1}\n", ":1:7: cluster.late = -1: expected"},
      {"seed twice", "trials: 3\nseeds: [1, 2, 1]\n", ":2:8: seed 1 is there twice"},
      {"method twice", "method: [random, grid, random]\n", ":1:24: method random is there twice"},
      {"objective twice", "objective: [branin, branin]\n",
       ":1:21: objective branin is there twice"},
      {"range of seeds", "seeds: 1-5\n", ":1:8: --seeds 1-5: write --seeds 1..5"},
      {"empty list", "method: []\n", ":1:9: method: expected at least one value"},
      {"nothing", "trials:\n", ":1:1: trials: expected a value"},
      {"no map", "- 1\n", ":1:1: expected a map"},
      {"sweep file", "method: random\nparameters: {x: {value: 1}}\n",
       ":2:1: parameters: this is a sweep file, not an experiment file; give it as --config "},
      {"text to W&B",
       "wandb-compat: true\nobjective: x\nconfig: {parameters: {x: {min: 0.0, max: 1e-3}}}\n",
       ":3:42: parameters.x.max: expected a number, got \"1e-3\""},
      {"no parameters in place", "objective: x\nconfig:\n  method: random\n",
       ":3:3: parameters is missing"},
  };
  for (const WrongFile& row : rows) {
    const TemporaryFolder folder;
    const std::string file = folder.write("e.yaml", row.text);
    const ProgramResult outcome = run_program({"run", file});
    EXPECT_EQ(outcome.exit_code, 2) << row.name;
    EXPECT_TRUE(outcome.err.starts_with("error: " + file + row.message))
        << row.name << ": " << outcome.err;
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
  }
}

TEST(ExperimentFile, ReadsASpaceInPlaceAsItsOwnFileIsRead) {
  const TemporaryFolder folder;
  // 010 is eight to W&B, 1.0e3 is text.
  const std::string space = "parameters: {x: {min: 0.0, max: 010.5}, y: {values: [010, 0b11]}}";
  const std::string config = folder.write("sweep.yaml", space);
  for (const char* compat : {"--wandb-compat", "--no-wandb-compat"}) {
    const Words words = {"run", "--objective", "x + y", "--config", config, compat};
    const std::string file =
        folder.write("e.yaml", "wandb-compat: " + std::string(compat[2] == 'w' ? "true" : "false") +
                                   "\nobjective: x + y\nconfig: {" + space + "}\n");
    EXPECT_EQ(hash_of({"run", file}), hash_of(words)) << compat;
  }
}

constexpr const char* kGrid =
    "method: grid\n"
    "set: {grid.levels: 4, grid.random_order: true}\n"
    "config: {parameters: {y: {values: [1, 2]}}}\n"
    "param: {x: {min: 0.0, max: 1.0}, z: {values: [3, 4]}}\n"
    "objective: x + y + z\n"
    "wandb-compat: false\n"
    "seeds: 3\n";

TEST(ExperimentFile, YieldsToFlagsEntryByEntry) {
  const TemporaryFolder folder;
  const std::string file = folder.write("e.yaml", kGrid);
  const Words flags = {"run",
                       "--method",
                       "grid",
                       "--param",
                       "y={values: [1, 2]}",
                       "--seeds",
                       "3",
                       "--set",
                       "grid.random_order=true"};
  const Words same = joined(flags, {"--set", "grid.levels=3", "--param", "x={min: 0.0, max: 2.0}",
                                    "--param", "z={values: [3, 4]}", "--objective", "x + y + z"});
  EXPECT_EQ(hash_of({"run", file, "--set", "grid.levels=3", "--param", "x={min: 0.0, max: 2.0}"}),
            hash_of(same));
  const std::string config = folder.write("sweep.yaml", "parameters: {y: {values: [1, 2]}}");
  EXPECT_EQ(hash_of({"run", file, "--config", config, "--objective", "y"}),
            hash_of(joined(flags, {"--set", "grid.levels=4", "--objective", "y"})));
}

TEST(ExperimentFile, NamesOtherFilesFromItsOwnFolder) {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder.path("inner"));
  static_cast<void>(folder.write("inner/sweep.yaml", "parameters: {x: {min: 0.0, max: 1.0}}"));
  const std::string file = folder.write(
      "inner/e.yaml", "config: sweep.yaml\nobjective: x\nout: run.db\ntrials: 3\nseeds: 2\n");
  EXPECT_EQ(run_program({"run", file}).exit_code, 0);
  EXPECT_EQ(StoreReader(folder.path("inner/run.db")).cells().size(), 2u);
}

TEST(ExperimentFile, TakesAListOfSeeds) {
  const TemporaryFolder folder;
  for (const auto& [list, flag] : std::vector<std::pair<std::string, std::string>>{
           {"[1, 2, 7]", "1,2,7"}, {"[5]", "5..5"}, {"[1, 4..6]", "1,4..6"}, {"5", "1..5"}}) {
    const std::string file = folder.write("e.yaml", "trials: 3\nseeds: " + list + "\n");
    EXPECT_EQ(hash_of({"run", file}), hash_of({"--trials", "3", "--seeds", flag})) << list;
  }
}

}  // namespace sweep::experiment_file_test
