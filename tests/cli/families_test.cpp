// Families, slices and suites as a user meets them.
#include <gtest/gtest.h>

#include <string>

#include "objectives/catalog.hpp"
#include "objectives/expand.hpp"
#include "tests/golden/vectors.hpp"
#include "tests/support/program.hpp"

namespace sweep::families_test {

using Words = std::vector<std::string>;

Value answer_of(Words words) {
  words.emplace_back("--json");
  return json_of(run_program(words));
}

Words objectives_of(const Value& answer) {
  Words names;
  for (const Value& row : as_list(at(answer, "rows"))) {
    names.push_back(as_text(at(row, "objective")));
  }
  return names;
}

const Words kFew = {"run", "--method", "random", "--trials", "3", "--seeds", "2", "--objective"};

Words with(Words words, const std::string& last) {
  words.push_back(last);
  return words;
}

TEST(Families, GiveARowForEachMemberOfASlice) {
  const Value answer =
      answer_of(with(kFew, "sphere,bbob/f1,8/d2,5/i1,ackley,bbob-noisy/f101-102/d2/i3?fail=0.1"));
  EXPECT_EQ(objectives_of(answer),
            (Words{"sphere", "bbob/f1/d2/i1", "bbob/f1/d5/i1", "bbob/f8/d2/i1", "bbob/f8/d5/i1",
                   "ackley", "bbob-noisy/f101/d2/i3?fail=0.1", "bbob-noisy/f102/d2/i3?fail=0.1"}));
}

TEST(Families, AreTheSameInAFileHoweverTheyAreListed) {
  const TemporaryFolder folder;
  const std::string head = "method: random\ntrials: 3\nseeds: 2\nobjective: ";
  const std::string wanted =
      to_json(at(answer_of(with(kFew, "sphere,bbob/f1,8/d2,5/i1-2,ackley")), "result_hash"));
  for (const char* list :
       {"sphere,bbob/f1,8/d2,5/i1-2,ackley", "[sphere, bbob/f1,8/d2,5/i1-2, ackley]",
        "['sphere', 'bbob/f1,8/d2,5/i1-2', 'ackley']", "[sphere, bbob/f1, 8/d2, 5/i1-2, ackley]",
        "\n- sphere\n- bbob/f1,8/d2,5/i1-2\n- ackley"}) {
    const std::string file = folder.write("e.yaml", head + list + "\n");
    EXPECT_EQ(to_json(at(answer_of({"run", file}), "result_hash")), wanted) << list;
  }
}

TEST(Families, AreReadInAFileAsTheyAreWritten) {
  const TemporaryFolder folder;
  const std::string head = "method: random\ntrials: 3\nseeds: 2\nobjective: ";
  const auto run = [&](const std::string& list) {
    return run_program({"run", folder.write("e.yaml", head + list + "\n"), "--json"});
  };
  for (const char* list : {"[bbob/f1/d2/i1, 010]", "\n- bbob/f1/d2/i1\n- 010"}) {
    EXPECT_EQ(objectives_of(json_of(run(list))), (Words{"bbob/f1/d2/i1", "bbob/f1/d2/i10"}));
  }
  for (const char* piece : {"0x10", "2_0", "1:30", "2024-01-01", "1e1", "yes"}) {
    const ProgramResult outcome = run(std::string("[bbob/f1/d2/i1, ") + piece + "]");
    EXPECT_EQ(outcome.exit_code, 2) << piece;
    const bool repeats = outcome.err.find(std::string(piece) + "\"") != std::string::npos;
    EXPECT_TRUE(repeats) << outcome.err;
    EXPECT_EQ(outcome.err.find("\"\""), std::string::npos) << outcome.err;
  }
}

TEST(Families, AreVerified) {
  const ProgramResult outcome =
      run_program({"verify", "--objective", "bbob/f1-24/d5/i1-3", "--method", "random", "--trials",
                   "5", "--seeds", "2"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.out;
}

TEST(Families, AreRefusedWithOneLineAndCodeTwo) {
  const struct {
    const char* objective;
    const char* err;
  } cases[] = {
      {"bbob",
       "objective \"bbob\" is a family: name a slice of it, as in bbob/d5/i1, or all, "
       "suite:bbob\n"},
      {"sphere,bbob/f1,25/d5/i1",
       "objective \"bbob/f1,25/d5/i1\": \"f1,25\": bbob has f1 .. f24; did you mean "
       "\"bbob/f1,24/d5/i1\"?\n"},
      {"bbob-mixint/d10,5/i1?rotate=1",
       "objective \"bbob-mixint/f1/d5/i1\": rotate needs at least two uniform parameters; there "
       "are 1\n"},
      {"suite:hop",
       "suite \"hop\" is unknown; did you mean \"hpo\"? known: bbob, bbob-boxed, "
       "bbob-mixint, bbob-noisy, classic, hpo\n"},
      {"bbob/f1/d5,bbob/f1/d5/i1", "objective bbob/f1/d5/i1 is there twice\n"},
  };
  for (const auto& c : cases) {
    const ProgramResult outcome = run_program(with(kFew, c.objective));
    EXPECT_EQ(outcome.exit_code, 2) << c.objective;
    EXPECT_EQ(outcome.err, std::string("error: ") + c.err);
  }
}

TEST(Suites, GiveARowForEachObjective) {
  Words expected;
  for (const std::string& text : expand_objective("suite:classic")) {
    expected.push_back(canonical_objective(text));
  }
  EXPECT_EQ(objectives_of(answer_of(with(kFew, "suite:classic"))), expected);
}

TEST(Families, LeaveADivisionOfParametersAlone) {
  const Value answer = answer_of({"eval", "bbob/f1", "--param", "bbob={min: 0, max: 1.0}",
                                  "--param", "f1={min: 1.0, max: 2.0}", "--at", "[[0.5, 2]]"});
  EXPECT_EQ(to_json(at(answer, "values")), "[0.25]");
}

}  // namespace sweep::families_test
