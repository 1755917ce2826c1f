// What the verbs gate and compare say of stores, and with which exit codes.
#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "tests/cli/report_fixture.hpp"

namespace sweep::gate_test {

using report_test::store;
using Words = std::vector<std::string>;

Words experiment(const std::string& method, const std::string& seeds,
                 const std::string& trials = "10") {
  return {"--method", method, "--objective", "branin,sphere?dim=2",
          "--trials", trials, "--seeds",     seeds};
}

ProgramResult gate(Words words) {
  words.insert(words.begin(), "gate");
  return run_program(words);
}

std::string content(const std::string& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(Gate, OfTheSameBitsIsOneLine) {
  const TemporaryFolder folder;
  const std::string base = store(folder, "a.db", experiment("random", "1..8"));
  const std::string again = store(folder, "b.db", experiment("random", "1..8"));
  const ProgramResult outcome = gate({"old=" + base, "new=" + again});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(outcome.out,
            "identical: new has the results of old, bit for bit, in 16 cells on 2 problems\n");
}

TEST(Gate, SeparatesWorseFromInconclusive) {
  const TemporaryFolder folder;
  const std::string good = store(folder, "good.db", experiment("bayes", "1..20", "20"));
  const std::string bad = store(folder, "bad.db", experiment("random", "1..20", "20"));
  EXPECT_EQ(gate({good, bad}).exit_code, 3);
  EXPECT_EQ(gate({bad, good}).exit_code, 0);
  const std::string other = store(folder, "other.db", experiment("random", "101..120", "20"));
  EXPECT_EQ(gate({bad, other}).exit_code, 4);
}

TEST(Gate, EndsWith2WhereNothingCompares) {
  const TemporaryFolder folder;
  const std::string base = store(folder, "a.db", experiment("random", "1..8"));
  const auto refused = [&](const Words& words, const char* why) {
    const ProgramResult outcome = gate(words);
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_EQ(outcome.out, "");
    EXPECT_NE(outcome.err.find(why), std::string::npos) << outcome.err;
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
  };
  refused({base, store(folder, "b.db", experiment("random", "1..8", "11"))}, "trials is ");
  refused({store(folder, "one.db", experiment("random", "1..1")),
           store(folder, "two.db", experiment("random", "2..2"))},
          "nothing was measured");
  refused({base, store(folder, "c.db", {"--objective", "branin", "--trials", "10"})},
          "has no cell of random on sphere, ");
  refused({base, folder.write("empty.db", "")}, "empty.db");
  refused({base, folder.write("cut.db", content(base).substr(0, 3000))}, "cut.db");
  refused({base, folder.path("none.db")}, "there is no such file");
  refused({base}, "expected two stores");
  refused({base, base, "--alpha", "2"}, "--alpha 2: ");
  refused({base, base, "--tolerance", "x"}, "--tolerance x: ");
}

TEST(Gate, RefusesFlagsWithoutEffect) {
  const TemporaryFolder folder;
  const std::string path = store(folder, "a.db", experiment("random", "1..8"));
  const auto complaint = [&](Words words, const Words& more) {
    words.insert(words.end(), more.begin(), more.end());
    const ProgramResult outcome = gate(words);
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_EQ(outcome.out, "");
    return outcome.err;
  };
  const Words both = {path, path};
  EXPECT_EQ(complaint(both, {"--max-seeds", "50"}),
            "error: --max-seeds: has an effect with --grow only\n");
  EXPECT_EQ(complaint(both, {"--pairs", "50"}),
            "error: --pairs: has an effect with --interleave only\n");
  EXPECT_EQ(complaint(both, {"--json", "--github"}),
            "error: --json and --github exclude each other: both go to the standard output\n");
  for (const Words& output :
       {Words{"--junit", "x"}, Words{"--otava", "x"}, Words{"--bmf", "x"}, Words{"--github"}}) {
    Words words = output;
    words.emplace_back("--self-test");
    EXPECT_EQ(complaint({path}, words),
              "error: " + output[0] + ": is for verdicts, and --self-test has none\n");
    words.back() = "--approve";
    words.push_back(folder.path("approved.json"));
    EXPECT_EQ(complaint({path}, words),
              "error: " + output[0] + ": is for verdicts, and --approve has none\n");
  }
  EXPECT_FALSE(std::filesystem::exists(folder.path("approved.json")));
}

TEST(Gate, WritesWhatOtherToolsRead) {
  const TemporaryFolder folder;
  const std::string base = store(folder, "a.db", experiment("random", "1..8"));
  const std::string other = store(folder, "b.db", experiment("random", "11..18"));
  const Words words = {base,      other,
                       "--junit", folder.path("j.xml"),
                       "--bmf",   folder.path("b.json"),
                       "--otava", folder.path("o.csv"),
                       "--json"};
  const ProgramResult outcome = gate(words);
  EXPECT_EQ(outcome.exit_code, 4);
  const Value answer = to_value(read_json(outcome.out, "output", {}));
  EXPECT_EQ(*at(answer, "judgement").as<std::string>(), "inconclusive");
  EXPECT_NE(content(folder.path("j.xml")).find("skipped=\"2\""), std::string::npos);
  EXPECT_NE(content(folder.path("b.json")).find("\"random on branin\""), std::string::npos);
  gate(words);
  const std::string rows = content(folder.path("o.csv"));
  EXPECT_EQ(std::count(rows.begin(), rows.end(), '\n'), 3) << rows;
  EXPECT_EQ(rows.find("time,build,random on branin regret,"), 0U);
}

TEST(Gate, TakesAnApprovedSummaryForItsBase) {
  const TemporaryFolder folder;
  const std::string base = store(folder, "a.db", experiment("random", "1..8"));
  const std::string approved = folder.path("approved.json");
  EXPECT_EQ(gate({base, "--approve", approved}).exit_code, 0);
  EXPECT_EQ(gate({approved, base}).exit_code, 0);
  EXPECT_LT(content(approved).size(), 3000U);
}

TEST(Gate, GrowsSeedsUntilItIsSure) {
  const TemporaryFolder folder;
  const std::string objectives = "objective: ['sphere?dim=2']\ntrials: 30\n";
  const std::string good = folder.write("good.yaml", "method: bayes\n" + objectives);
  const std::string bad = folder.write("bad.yaml", "method: random\n" + objectives);
  const ProgramResult outcome = gate({good, bad, "--grow", "--max-seeds", "40"});
  EXPECT_EQ(outcome.exit_code, 3) << outcome.err;
  EXPECT_NE(outcome.out.find("sequential: stopped at look 2 of 5"), std::string::npos)
      << outcome.out;
}

TEST(Gate, TellsWhyAProgramDidNotRun) {
  const TemporaryFolder folder;
  const std::string experiment = folder.write("e.yaml", "method: random\n");
  const auto complaint = [&](const Words& words) {
    const ProgramResult outcome = gate(words);
    EXPECT_EQ(outcome.exit_code, 2);
    return outcome.err;
  };
  EXPECT_NE(complaint({"--interleave", "/bin/false", "/bin/false", experiment})
                .find("ended with exit code 1: it does not say why"),
            std::string::npos);
  EXPECT_NE(complaint({"--interleave", "/no/program", "/bin/false", experiment})
                .find("/no/program: cannot be run: "),
            std::string::npos);
  const std::string broken = folder.write("broken.yaml", "method: rondom\n");
  EXPECT_NE(complaint({"--grow", experiment, broken}).find("ended with exit code 2: "),
            std::string::npos);
  EXPECT_NE(complaint({"--grow", "--self-test"}).find("exclude each other"), std::string::npos);
  EXPECT_NE(complaint({"--count", experiment}).find("expected two programs"), std::string::npos);
  EXPECT_NE(complaint({"--count", "/no/program", "/bin/false", experiment})
                .find("--count: /no/program: there is no such program; give its path"),
            std::string::npos);
}

// Programs of the system stand in for two builds: valgrind knows not every instruction of this one.
TEST(Gate, ComparesCountsOfInstructions) {
  const TemporaryFolder folder;
  const std::string experiment = folder.write("e.yaml", "method: random\n");
  const ProgramResult same = gate({"--count", "/bin/true", "/bin/true", experiment});
  if (!std::ifstream("/usr/bin/valgrind")) {
    EXPECT_EQ(same.exit_code, 2);
    EXPECT_NE(same.err.find("valgrind is not installed"), std::string::npos) << same.err;
    return;
  }
  EXPECT_EQ(same.exit_code, 0) << same.err;
  EXPECT_EQ(same.out.find("same: /bin/true is within 0.2 % of /bin/true"), 0U) << same.out;
  const std::string row = folder.path("o.csv");
  EXPECT_EQ(gate({"--count", "/bin/true", "/bin/echo", experiment, "--otava", row}).exit_code, 3);
  EXPECT_EQ(content(row).find("\"\""), std::string::npos) << content(row);
  EXPECT_EQ(content(row).find(",,"), std::string::npos) << content(row);
  EXPECT_EQ(gate({"--count", "/bin/echo", "/bin/true", experiment}).exit_code, 0);
}

// While a program runs for it, a folder holds its store; `kill` tells the gate alone.
TEST(Gate, LeavesNothingBehindWhenInterrupted) {
  const TemporaryFolder folder;
  const std::string long_one =
      folder.write("e.yaml", "method: random\nobjective: branin\ntrials: 100000\n");
  const std::filesystem::path scratch = folder.path("scratch");
  std::filesystem::create_directory(scratch);
  ::setenv("TMPDIR", scratch.c_str(), 1);
  const auto holds = [&](const char* name) {
    std::filesystem::recursive_directory_iterator files(
        scratch, std::filesystem::directory_options::skip_permission_denied);
    return std::any_of(begin(files), end(files),
                       [&](const auto& file) { return file.path().filename() == name; });
  };
  RunningProgram program({"gate", "--grow", long_one, long_one, "--max-seeds", "100000"}, folder);
  program.wait_until([&] { return holds("run.db"); });
  program.send(SIGTERM);
  const ProgramResult outcome = program.wait_for_end();
  ::unsetenv("TMPDIR");
  EXPECT_EQ(outcome.exit_code, 130);
  EXPECT_NE(outcome.err.find("interrupted: nothing is kept"), std::string::npos) << outcome.err;
  EXPECT_TRUE(std::filesystem::is_empty(scratch));
}

TEST(Gate, JudgesTrialsThatWereStoppedAgainstAnApprovedSummary) {
  const TemporaryFolder folder;
  const auto recorded = [&](const char* name, const std::string& method) {
    return store(folder, name,
                 {"--method", method, "--objective", "curve?of=sphere&steps=27", "--trials", "20",
                  "--seeds", "12", "--record", "trials"});
  };
  const std::string whole = recorded("a.db", "random");
  const std::string halved = recorded("b.db", "random+asha");
  const std::string approved = folder.path("approved.json");
  EXPECT_EQ(gate({whole, "--approve", approved}).exit_code, 0);
  const ProgramResult by_store = gate({"base=" + whole, "new=" + halved, "--json"});
  const ProgramResult by_summary = gate({"base=" + approved, "new=" + halved, "--json"});
  EXPECT_EQ(by_store.out, by_summary.out);
  EXPECT_NE(by_summary.exit_code, 2) << by_summary.err;
}

TEST(Gate, TestsItself) {
  const TemporaryFolder folder;
  const std::string path = store(folder, "a.db", experiment("random", "1..20"));
  const ProgramResult outcome = gate({"--self-test", path, "--json"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  const Value answer = to_value(read_json(outcome.out, "output", {}));
  EXPECT_EQ(*at(answer, "gates").as<std::int64_t>(), 1000);
  EXPECT_LE(*at(answer, "false_worse").as<std::int64_t>(), 50);
  // Alarms are few of gates that compared something, and found what was planted.
  EXPECT_EQ(*at(answer, "not_comparable").as<std::int64_t>(), 0);
  EXPECT_GE(*at(answer, "inconclusive").as<std::int64_t>(), 900);
  EXPECT_GT(*at(answer, "stated").as<std::int64_t>(), 0);
  EXPECT_EQ(gate({"--self-test", store(folder, "one.db", experiment("random", "1..1"))}).exit_code,
            2);
}

TEST(Compare, SaysWhichIsBetter) {
  const TemporaryFolder folder;
  const std::string path = store(folder, "a.db", experiment("bayes,random", "1..20", "20"));
  const ProgramResult outcome = run_program({"compare", path});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(outcome.out.find("random is worse than bayes: its loss changes by +"), 0U)
      << outcome.out;
  const ProgramResult named =
      run_program({"compare", "R=" + path + ":random", "B=" + path + ":bayes", "--json"});
  const Value answer = to_value(read_json(named.out, "output", {}));
  EXPECT_EQ(at(answer, "sentence").as<std::string>()->find("B is better than R: "), 0U);
  EXPECT_EQ(run_program({"compare", path + ":bayes"}).exit_code, 2);
}

TEST(ExpectHash, EndsWith3IfTheHashIsAnother) {
  const Words words = {"run", "--trials", "5", "--seeds", "2", "--quiet"};
  const auto run_expecting = [&](const std::string& hash) {
    Words all = words;
    all.insert(all.end(), {"--expect-hash", hash});
    return run_program(all);
  };
  const ProgramResult other = run_expecting(std::string(32, '0'));
  EXPECT_EQ(other.exit_code, 3);
  EXPECT_EQ(other.err.find("error: the result hash is "), 0U) << other.err;
  EXPECT_EQ(run_expecting(other.err.substr(26, 32)).exit_code, 0);
  EXPECT_EQ(run_expecting("abc").exit_code, 2);
}

}  // namespace sweep::gate_test
