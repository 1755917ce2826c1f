#include "algorithms/text/value.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace sweep::value_test {

struct CanonicalRow {
  const char* name;
  Value a;
  Value b;
  bool are_same;
};

TEST(Canonical, SaysWhichValuesAreTheSame) {
  const double nan = std::nan("");
  const std::vector<CanonicalRow> rows = {
      {"integer and whole real", 1, 1.0, true},
      {"integer and text", 1, "1", false},
      {"integer and boolean", 1, true, false},
      {"null and text", Value(), "null", false},
      {"negative zero", -0.0, 0, true},
      {"NaN", nan, nan, true},
      {"NaN and its text", nan, "nan", false},
      {"infinity", std::numeric_limits<double>::infinity(), "inf", false},
      {"reals inside lists keep their kind", List{1}, List{1.0}, false},
      {"equal lists", List{1, "a"}, List{1, "a"}, true},
      {"lists of other length", List{1}, List{1, 1}, false},
      {"map order", Map{{"a", 1}, {"b", 2}}, Map{{"b", 2}, {"a", 1}}, true},
      {"map values", Map{{"a", 1}}, Map{{"a", 2}}, false},
      {"text that looks like a list", "[1,]", List{1}, false},
      {"date and text", Date{"2024-01-01"}, "2024-01-01", false},
      {"large whole real", 1e300, 1e300, true},
  };
  for (const CanonicalRow& row : rows) {
    EXPECT_EQ(canonical(row.a) == canonical(row.b), row.are_same) << row.name;
  }
}

TEST(ToJson, KeepsTheKindsOfNumbers) {
  const Value value = Map{{"i", 3},
                          {"r", 3.0},
                          {"e", 1e-5},
                          {"big", 1e22},
                          {"n", Value()},
                          {"t", "a\"\\\n\x01"},
                          {"l", List{true, std::nan(""), -INFINITY}},
                          {5, "key"}};
  EXPECT_EQ(to_json(value),
            "{\"i\": 3, \"r\": 3.0, \"e\": 1e-05, \"big\": 1e+22, \"n\": null, "
            "\"t\": \"a\\\"\\\\\\n\\u0001\", \"l\": [true, \"nan\", \"-inf\"], \"5\": \"key\"}");
}

TEST(Find, GivesTheLastOfARepeatedKey) {
  const Map map{{"a", 1}, {"b", 2}, {"a", 3}};
  ASSERT_NE(find(map, "a"), nullptr);
  EXPECT_EQ(*find(map, "a")->as<std::int64_t>(), 3);
  EXPECT_EQ(find(map, "c"), nullptr);
}

TEST(Number, IsNaNForWhatIsNoNumber) {
  EXPECT_EQ(number(3), 3);
  EXPECT_EQ(number(2.5), 2.5);
  EXPECT_TRUE(std::isnan(number(true)));
  EXPECT_TRUE(std::isnan(number("3")));
}

}  // namespace sweep::value_test
