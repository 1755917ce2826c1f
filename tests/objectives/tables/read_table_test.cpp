#include "objectives/tables/read_table.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "algorithms/text/error.hpp"

namespace sweep::read_table_test {

SearchSpace space_of_all_kinds() {
  return SearchSpace({{"lr", LogUniform::between(1e-5, 1)},
                      {"layers", IntUniform{1, 8}},
                      {"batch", Quantised{Uniform{8, 64}, 8, true}},
                      {"opt", Categorical({"adam", "sgd", true, 16, List{1, 2}, "true"})},
                      {"model/epochs", Constant{5}}});
}

SearchSpace line() { return SearchSpace({{"x", Uniform{0, 1}}}); }

std::string refusal(const std::string& bytes, const SearchSpace& space) {
  try {
    static_cast<void>(read_table(bytes, "runs.csv", space));
    return "";
  } catch (const SpecError& error) {
    return error.what();
  }
}

using Numbers = std::vector<double>;

TEST(ReadTable, TakesEachKindOfParameterInAnyOrder) {
  const std::string text =
      "loss:2, param:opt ,param:layers,loss:1,\"param:lr\",param:batch,cost:1,cost:2\r\n"
      "0.5,adam,3,1,0.1,16,2,4\r\n"
      "\r\n"
      ",\"true\",8,-1e-3,1e-5,64,0,0.25\r\n"
      "nan,true,1.0,inf,1,8.0,1,1\r\n"
      "3,\"[1, 2]\",1,16,0.5,8,1,1\r\n"
      "3, 16 ,1,16,0.5,8,1,1";
  const Table table = read_table(text, "runs.csv", space_of_all_kinds());
  EXPECT_EQ(table.rows, 5u);
  EXPECT_EQ(table.steps, 2u);
  EXPECT_EQ(table.costs_a_row, 2u);
  EXPECT_EQ(table.points, (Numbers{0.1, 3, 16,  0, 0, 1e-5, 8, 64,  5, 0, 1, 1, 8,
                                   2,   0, 0.5, 1, 8, 4,    0, 0.5, 1, 8, 3, 0}));
  EXPECT_EQ(Numbers(table.losses.begin(), table.losses.begin() + 3), (Numbers{1, 0.5, -0.001}));
  EXPECT_EQ(Numbers(table.losses.begin() + 6, table.losses.end()), (Numbers{16, 3, 16, 3}));
  for (const std::size_t failed : {3, 4, 5}) EXPECT_TRUE(std::isnan(table.losses[failed]));
  EXPECT_EQ(table.costs, (Numbers{2, 4, 0, 0.25, 1, 1, 1, 1, 1, 1}));
}

TEST(ReadTable, TakesLineBreaksInQuotes) {
  const SearchSpace space({{"x", Uniform{0, 1}}, {"text", Categorical({"a\nb", "\"c\"\r\n\n,d"})}});
  const Table table =
      read_table("param:text,param:x,loss\r\n\"a\nb\",1,2\r\n\n \"\"\"c\"\"\r\n\n,d\" ,0,3\n",
                 "runs.csv", space);
  EXPECT_EQ(table.points, (Numbers{1, 0, 0, 1}));
  EXPECT_EQ(table.losses, (Numbers{2, 3}));
}

TEST(ReadTable, CountsTheLinesInQuotes) {
  const SearchSpace space({{"x", Uniform{0, 1}}, {"text", Categorical({"a\nb", "c"})}});
  EXPECT_EQ(refusal("param:text,param:x,loss\n\"a\nb\",2,1\nc,3,1\n\"d\ne\",0,1\n", space),
            "runs.csv:3:4: param:x: \"2\" is not in the space; expected a number in [0, 1]\n"
            "runs.csv:4:3: param:x: \"3\" is not in the space; expected a number in [0, 1]\n"
            "runs.csv:5:1: param:text: \"d e\" is not in the space; expected one of a b, c");
}

TEST(ReadTable, LosesTheLineOfAnOpenQuoteOnly) {
  EXPECT_EQ(refusal("param:x,loss\n\"0,1\n2,1\n0,\"\"1\n", line()),
            "runs.csv:2:1: the row has 1 cells; expected 2, as in the header\n"
            "runs.csv:3:1: param:x: \"2\" is not in the space; expected a number in [0, 1]\n"
            "runs.csv:4:3: the cell has no closing quote");
}

TEST(ReadTable, TakesOneLossAndOneCost) {
  const Table plain = read_table("param:x,loss\n0,1\n1,2\n", "runs.csv", line());
  EXPECT_EQ(plain.steps, 1u);
  EXPECT_EQ(plain.costs_a_row, 0u);
  const Table curve = read_table("param:x,loss:1,loss:2,cost\n0,1,2,3\n", "runs.csv", line());
  EXPECT_EQ(curve.steps, 2u);
  EXPECT_EQ(curve.costs, Numbers{3});
}

TEST(ReadTable, TakesTheBoundsOfTheSpace) {
  const SearchSpace space({{"a", LogUniform::between(1e-7, 0.1)},
                           {"b", LogUniform::between(0.001, 2)},
                           {"c", IntLogUniform{1, 64}}});
  const Table table =
      read_table("param:a,param:b,param:c,loss\n1e-07,0.001,1,1\n0.1,2,64,1\n", "runs.csv", space);
  EXPECT_EQ(table.points, (Numbers{1e-7, 0.001, 1, 0.1, 2, 64}));
}

TEST(ReadTable, RefusesBadHeadersWithOneLineEach) {
  const struct {
    const char* header;
    const char* refusal;
  } cases[] = {
      {"", "runs.csv: is empty; expected a header, as in param:lr,loss:1,loss:2,cost"},
      {"\n \n", "runs.csv: is empty; expected a header, as in param:lr,loss:1,loss:2,cost"},
      {"param:x", "runs.csv:1:1: the column loss, or loss:1, is missing"},
      {"loss", "runs.csv:1:1: the column param:x is missing: x is a parameter of the space"},
      {"param:x,loss,param:y", "runs.csv:1:14: parameter \"y\" is unknown; known: x"},
      {"param:x,loss,metric",
       "runs.csv:1:14: column \"metric\" is unknown; expected param:NAME, loss, loss:STEP, cost or "
       "cost:STEP"},
      {"param:x,loss,",
       "runs.csv:1:14: column \"\" is unknown; expected param:NAME, loss, "
       "loss:STEP, cost or cost:STEP"},
      {"\n param:x,loss,param:x", "runs.csv:2:15: column \"param:x\" is there twice"},
      {"param:x,loss,loss", "runs.csv:1:14: column \"loss\" is there twice"},
      {"param:x,loss:1,loss:01", "runs.csv:1:16: column \"loss:01\" is there twice"},
      {"param:x,loss:0",
       "runs.csv:1:9: column \"loss:0\": expected a step in [1, 1000000], as in "
       "loss:1\nruns.csv:1:1: the column loss, or loss:1, is missing"},
      {"param:x,loss:1,cost:x",
       "runs.csv:1:16: column \"cost:x\": expected a step in [1, 1000000], as in cost:1"},
      {"param:x,loss:1,loss:4", "runs.csv:1:1: the column loss:2 is missing; there is loss:4"},
      {"param:x,loss,loss:1",
       "runs.csv:1:1: there are both loss and loss:STEP; expected one or the other"},
      {"param:x,loss:1,loss:2,cost:1",
       "runs.csv:1:1: there are 2 steps with a loss and 1 with a cost; expected as many"},
      {"param:x,\"loss",
       "runs.csv:1:9: the cell has no closing quote\n"
       "runs.csv:1:1: the column loss, or loss:1, is missing"},
  };
  for (const auto& c : cases) EXPECT_EQ(refusal(c.header, line()), c.refusal);
}

TEST(ReadTable, RefusesBadRowsWithOneLineEach) {
  const struct {
    const char* rows;
    const char* refusal;
  } cases[] = {
      {"", "runs.csv: has no rows below its header"},
      {"0.5,1", "runs.csv:2:1: the row has 2 cells; expected 3, as in the header"},
      {"0.5,1,1,", "runs.csv:2:1: the row has 4 cells; expected 3, as in the header"},
      {"0.5,1,1\n\n 2,1,1",
       "runs.csv:4:2: param:x: \"2\" is not in the space; expected a number in [0, 1]"},
      {"nan,1,1",
       "runs.csv:2:1: param:x: \"nan\" is not in the space; expected a number in [0, 1]"},
      {",1,1", "runs.csv:2:1: param:x: \"\" is not in the space; expected a number in [0, 1]"},
      {"0.5,low,1",
       "runs.csv:2:5: loss: \"low\": expected a number, or nothing or nan where it failed"},
      {"0.5,1,", "runs.csv:2:7: cost: \"\": expected a number of seconds, >= 0"},
      {"0.5,1,-1", "runs.csv:2:7: cost: \"-1\": expected a number of seconds, >= 0"},
      {"0.5,1,inf", "runs.csv:2:7: cost: \"inf\": expected a number of seconds, >= 0"},
      {"0.5,\"1\"2,1", "runs.csv:2:5: the cell goes on behind its closing quote"},
      {"0.5,\"1\"\",1", "runs.csv:2:1: the row has 2 cells; expected 3, as in the header"},
      {"0.5,,1\n0.25,nan,1", "runs.csv: has no row with a loss at the last step"},
      {"*x,1,1", "runs.csv:2:1: param:x: \"*x\" is not in the space; expected a number in [0, 1]"},
      {"0.5,1,1\x01", "runs.csv:2:8: holds the control character 0x01"},
      {"0.5,1,\xff", "runs.csv:2:7: is not UTF-8 text"},
      {"x,y,1\n0.5,1,z",
       "runs.csv:2:1: param:x: \"x\" is not in the space; expected a number in [0, 1]\n"
       "runs.csv:2:3: loss: \"y\": expected a number, or nothing or nan where it failed\n"
       "runs.csv:3:7: cost: \"z\": expected a number of seconds, >= 0"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(refusal(std::string("param:x,loss,cost\n") + c.rows, line()), c.refusal);
  }
}

TEST(ReadTable, RefusesALossAfterAFailure) {
  const std::string header = "loss:3,param:x,loss:1,loss:2\n";
  EXPECT_EQ(refusal(header + "2,0.5,1,nan\n,0.25,,\n3,1,2,1\n", line()),
            "runs.csv:2:1: loss:3 comes after a step without a loss, 2: a run that failed has none "
            "from there on");
  EXPECT_EQ(refusal(header + ",0.5,1,2\n,0.25,1,inf\n3,1,2,1\n", line()), "");
}

TEST(ReadTable, SaysWhatAParameterTakes) {
  const struct {
    const char* cells;
    const char* expected;
  } cases[] = {{"0.1,9,16,adam", "expected a whole number in [1, 8]"},
               {"0.1,1.5,16,adam", "expected a whole number in [1, 8]"},
               {"0.1,1,17,adam", "expected a multiple of 8 in [8, 64]"},
               {"0.1,1,16,lamb", "expected one of adam, sgd, true, 16, [1, 2], true"},
               {"2,1,16,adam", "expected a number in [1e-05, 1]"}};
  for (const auto& c : cases) {
    const std::string text = std::string("param:lr,param:layers,param:batch,param:opt,loss\n");
    EXPECT_NE(refusal(text + c.cells + ",1", space_of_all_kinds()).find(c.expected),
              std::string::npos)
        << refusal(text + c.cells + ",1", space_of_all_kinds());
  }
}

TEST(ReadTable, StopsAtManyProblems) {
  std::string text = "param:x,loss\n";
  for (int i = 0; i < 10'000; ++i) text += "2,1\n";
  const std::string message = refusal(text, line());
  EXPECT_NE(message.find("and 80 more"), std::string::npos) << message;
}

// "param:x,loss\n0.5,1\n", packed by Python's gzip module.
std::string packed() {
  return {
      "\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff\x2b\x48\x2c\x4a\xcc\xb5\xaa\xd0\xc9\xc9\x2f\x2e"
      "\xe6\x32\xd0\x33\xd5\x31\xe4\x02\x00\x46\x66\xe1\x28\x13\x00\x00\x00",
      39};
}

TEST(ReadTable, UnpacksGzip) {
  EXPECT_EQ(read_table(packed(), "runs.csv.gz", line()).points, Numbers{0.5});
  EXPECT_EQ(refusal(packed() + packed(), line()),
            "runs.csv:3:1: param:x: \"param:x\" is not in the space; expected a number in [0, 1]\n"
            "runs.csv:3:9: loss: \"loss\": expected a number, or nothing or nan where it failed");
}

TEST(ReadTable, RefusesGzipDataThatIsNotWhole) {
  for (std::size_t length = 2; length < packed().size(); ++length) {
    EXPECT_EQ(refusal(packed().substr(0, length), line()),
              "runs.csv: is cut short: the gzip data has no end")
        << length;
  }
  EXPECT_EQ(refusal(packed() + "more", line()),
            "runs.csv: goes on behind the end of its gzip data");
  for (const std::size_t place : {2, 10, 15, 32, 36}) {  // method, data, checksum, length
    std::string damaged = packed();
    damaged[place] = static_cast<char>(damaged[place] ^ 0x55);
    EXPECT_EQ(refusal(damaged, line()), "runs.csv: is damaged: the gzip data cannot be unpacked")
        << place;
  }
}

}  // namespace sweep::read_table_test
