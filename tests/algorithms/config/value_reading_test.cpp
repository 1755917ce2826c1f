#include "algorithms/config/value_reading.hpp"

#include <gtest/gtest.h>

namespace sweep::value_reading_test {

std::string read(const Value& value) { return to_json(reading_of(value)); }

TEST(ValueReading, TakesTextsForWhatTheyStandFor) {
  const std::pair<const char*, const char*> rows[] = {
      {"1e-4", "0.0001"},
      {"5E3", "5000"},
      {".1", "0.1"},
      {"1_000", "1000"},
      {"-.5", "-0.5"},
      {"3", "3"},
      {"3.0", "3"},
      {"010", "10"},
      {"-007.50", "-7.5"},
      {"0", "0"},
      {"00", "0"},
      {"0.5", "0.5"},
      {"0x10", "\"0x10\""},
      {"0b11", "\"0b11\""},
      {"1:30", "\"1:30\""},
      {"yes", "\"yes\""},
      {"on", "\"on\""},
      {"-", "\"-\""},
      {"e", "\"e\""},
      {"True", "true"},
      {"false", "false"},
      {"None", "null"},
      {"null", "null"},
      {"NaN", "\"nan\""},
      {"nan", "\"nan\""},
      {"Infinity", "\"inf\""},
      {"-Infinity", "\"-inf\""},
      {"", "\"\""},
      {"adam", "\"adam\""},
      {"1e", "\"1e\""},
      {" 1", "\" 1\""},
      {"99999999999999999999999", "\"99999999999999999999999\""}};
  for (const auto& [text, expected] : rows) EXPECT_EQ(read(text), expected) << text;
}

TEST(ValueReading, LooksInsideListsAndMaps) {
  EXPECT_EQ(read(List{"1e-4", 3.0, List{"True"}}), "[0.0001, 3, [true]]");
  EXPECT_EQ(read(Map{{"lr", ".5"}, {"layers", List{64.0, 32}}}),
            R"({"lr": 0.5, "layers": [64, 32]})");
}

TEST(ValueReading, KeepsOtherValues) {
  for (const Value& value : {Value(), Value(true), Value(7), Value(0.25)}) {
    EXPECT_EQ(read(value), to_json(value));
  }
  EXPECT_EQ(read(1e300), "1e+300");
}

}  // namespace sweep::value_reading_test
