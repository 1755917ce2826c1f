#include "algorithms/config/scalar.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>

#include "algorithms/space/real_limits.hpp"

namespace sweep::scalar_test {

struct Row {
  const char* text;
  Value wandb;
  Value lenient;
};

const Row kPlainRows[] = {
    {"", {}, {}},
    {"~", {}, {}},
    {"nULL", "nULL", "nULL"},
    {"Yes", true, true},
    {"oFF", "oFF", "oFF"},
    {"OFF", false, false},
    {"y", "y", "y"},
    {"0", 0, 0},
    {"-17", -17, -17},
    {"+1_000", 1000, 1000},
    {"010", 8, 8},
    {"08", "08", "08"},
    {"0b101", 5, 5},
    {"-0x1F", -31, -31},
    {"0o17", "0o17", 15},
    {"1:30", 90, 90},
    {"-1:00:00", -3600, -3600},
    {"1:60", "1:60", "1:60"},
    {"0:30", "0:30", "0:30"},
    {"9223372036854775807", Value(std::int64_t{9223372036854775807}),
     Value(std::int64_t{9223372036854775807})},
    {"-9223372036854775808", Value(std::numeric_limits<std::int64_t>::min()),
     Value(std::numeric_limits<std::int64_t>::min())},
    {"1.5", 1.5, 1.5},
    {"1.", 1.0, 1.0},
    {".5", 0.5, 0.5},
    {"-.5", "-.5", -0.5},
    {"1_0.2_5", 10.25, 10.25},
    {"1.0e-3", 1e-3, 1e-3},
    {"1.e+5", 1e5, 1e5},
    {"1e-3", "1e-3", 1e-3},
    {"1E5", "1E5", 1e5},
    {"1.0e5", "1.0e5", 1e5},
    {"+1e+3", "+1e+3", 1e3},
    {"1e", "1e", "1e"},
    {"e5", "e5", "e5"},
    {".", ".", "."},
    {"1e400", "1e400", kInfinity},
    {"-1.0e+400", -kInfinity, -kInfinity},
    {"1.0e-400", 0.0, 0.0},
    {"1:30.5", 90.5, 90.5},
    {".inf", kInfinity, kInfinity},
    {"-.INF", -kInfinity, -kInfinity},
    {"2024-01-31", Date{"2024-01-31"}, Date{"2024-01-31"}},
    {"2024-1-31", "2024-1-31", "2024-1-31"},
    {"2024-1-31 10:00:00.5 +1:30", Date{"2024-1-31 10:00:00.5 +1:30"},
     Date{"2024-1-31 10:00:00.5 +1:30"}},
    {"1.2.3", "1.2.3", "1.2.3"},
    {"-", "-", "-"},
    {"_1", "_1", "_1"},
};

TEST(Scalar, ResolvesPlainTextByBothRules) {
  for (const Row& row : kPlainRows) {
    EXPECT_EQ(to_json(resolve_plain(row.text, ScalarRules::wandb).value), to_json(row.wandb))
        << row.text;
    EXPECT_EQ(to_json(resolve_plain(row.text, ScalarRules::lenient).value), to_json(row.lenient))
        << row.text;
  }
}

TEST(Scalar, ReadsNotANumber) {
  const Value value = resolve_plain(".NaN", ScalarRules::wandb).value;
  ASSERT_NE(value.as<double>(), nullptr);
  EXPECT_TRUE(std::isnan(*value.as<double>()));
}

TEST(Scalar, RefusesIntegersThatDoNotFit) {
  for (const char* text :
       {"9223372036854775808", "-9223372036854775809", "123456789012345678901234567890",
        "0xFFFFFFFFFFFFFFFFF", "5124095576030432:00:00"}) {
    EXPECT_NE(resolve_plain(text, ScalarRules::lenient).problem, "") << text;
  }
  EXPECT_EQ(resolve_plain("0x_", ScalarRules::wandb).problem, "0x_ has no digits");
}

TEST(Scalar, FollowsExplicitTags) {
  const struct {
    const char* text;
    const char* type;
    Value value;
  } kRows[] = {{"1", "str", "1"},
               {"1", "float", 1.0},
               {"1e5", "float", 1e5},
               {"0x10", "int", 16},
               {"yes", "bool", true},
               {"", "null", {}},
               {"2024-01-01", "timestamp", Date{"2024-01-01"}}};
  for (const auto& row : kRows) {
    const auto resolved = resolve_tagged(row.text, std::string("tag:yaml.org,2002:") + row.type);
    EXPECT_EQ(resolved.problem, "") << row.type;
    EXPECT_EQ(to_json(resolved.value), to_json(row.value)) << row.type;
  }
  EXPECT_NE(resolve_tagged("1.5", "tag:yaml.org,2002:int").problem, "");
  EXPECT_NE(resolve_tagged("x", "!python/object").problem, "");
}

}  // namespace sweep::scalar_test
