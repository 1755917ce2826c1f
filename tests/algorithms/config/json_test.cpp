#include "algorithms/config/json.hpp"

#include <gtest/gtest.h>

#include <string>

namespace sweep::json_test {

std::string refusal(const std::string& text) {
  try {
    read_json(text, "f.json", {});
  } catch (const ConfigError& error) {
    return error.what();
  }
  return "accepted";
}

TEST(Json, KeepsTheKindOfNumbers) {
  const char* text =
      "[1, 1.0, 1e2, -9223372036854775808, 9223372036854775808, 18446744073709551616]";
  EXPECT_EQ(to_json(to_value(read_json(text, "", {}))),
            "[1, 1.0, 100.0, -9223372036854775808, 9.223372036854776e+18, "
            "\"18446744073709551616\"]");
}

TEST(Json, ReadsTextsAndRepeatedKeys) {
  const char* text = "{\"a\": \"\\ud83d\\ude00\\n\", \"b\": {}, \"a\": [null, true]}";
  EXPECT_EQ(to_json(to_value(read_json(text, "", {}))), "{\"a\": [null, true], \"b\": {}}");
}

TEST(Json, MarksWhereEachValueBegins) {
  const Node root = read_json("{\n\t\"a\": [10, \"[,\",\n  false]}", "", {});
  EXPECT_EQ(root.mark, (Mark{1, 1}));
  const NodeEntry* entry = find(root, "a");
  ASSERT_NE(entry, nullptr);
  EXPECT_EQ(entry->key.mark, (Mark{2, 2}));
  ASSERT_NE(entry->value.list(), nullptr);
  const NodeList& list = *entry->value.list();
  EXPECT_EQ(entry->value.mark, (Mark{2, 7}));
  EXPECT_EQ(list[0].mark, (Mark{2, 8}));
  EXPECT_EQ(list[1].mark, (Mark{2, 12}));
  EXPECT_EQ(list[2].mark, (Mark{3, 3}));
}

TEST(Json, ReadsThePythonWordsForNumbersIfAsked) {
  const char* text = "[NaN, -Infinity,Infinity ,{\"NaN\": \"NaN, Infinity\"}, 0, -0.5, -7]";
  const Node root = read_json(text, "", {}, JsonDialect::python);
  EXPECT_EQ(to_json(to_value(root)),
            R"(["nan", "-inf", "inf", {"NaN": "NaN, Infinity"}, 0, -0.5, -7])");
  EXPECT_NE((*root.list())[0].as<double>(), nullptr);
  EXPECT_EQ((*root.list())[2].mark, (Mark{1, 17}));
  EXPECT_EQ(to_json(to_value(read_json("NaN", "", {}, JsonDialect::python))), "\"nan\"");
}

TEST(Json, SaysWhereItCannotReadBesidePythonWords) {
  const std::pair<const char*, const char*> rows[] = {
      {"[NaN,\n nan]", "f.json:2:2: no valid JSON"},
      {"[NaN, Nan]", "f.json:1:7: no valid JSON"},
      {"[NaNs]", "f.json:1:2: no valid JSON"},
      {"[1NaN]", "f.json:1:2: no valid JSON"},
      {"[+Infinity]", "f.json:1:2: no valid JSON"},
      {"[- Infinity]", "f.json:1:3: no valid JSON"},
      {"[NaN Infinity]", "f.json:1:6: no valid JSON"},
      {"{NaN: 1}", "f.json:1:2: no valid JSON"},
      {"[NaN, 1e400]", "f.json:1:7: no valid JSON: number overflow"},
  };
  for (const auto& [text, message] : rows) {
    try {
      read_json(text, "f.json", {}, JsonDialect::python);
      ADD_FAILURE() << text;
    } catch (const ConfigError& error) {
      EXPECT_EQ(std::string(error.what()).find(message), 0U) << error.what();
    }
  }
}

TEST(Json, SaysWhereItCannotRead) {
  const struct {
    const char* name;
    std::string text;
    const char* message;
  } kRows[] = {
      {"nothing", "", "f.json:1:1: no valid JSON: "},
      {"not a number", "{\"a\":\n NaN}", "f.json:2:2: NaN is not JSON; write \"nan\""},
      {"infinity", "[-Infinity]", "f.json:1:2: -Infinity is not JSON"},
      {"comma", "[1,\n 2,,]", "f.json:2:4: no valid JSON: "},
      {"overflow", "[1e400]", "f.json:1:2: no valid JSON: number overflow"},
      {"more", "[1] x", "f.json:1:5: no valid JSON: "},
      {"open text", "[\"ab", "f.json:1:2: no valid JSON: "},
      {"line in a text", "[\"a\nb\"]", "f.json:1:2: "},
      {"deep", std::string(1000, '['), "f.json:1:65: is nested more than 64 levels deep"},
      {"no UTF-8", "[\"\xFF\"]", "f.json:1:3: is not UTF-8 text"},
  };
  for (const auto& row : kRows) {
    const std::string message = refusal(row.text);
    EXPECT_EQ(message.find(row.message), 0U) << row.name << ": " << message;
    EXPECT_EQ(message.find('\n'), std::string::npos) << row.name;
  }
}

}  // namespace sweep::json_test
