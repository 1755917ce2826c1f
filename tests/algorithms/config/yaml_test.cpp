#include "algorithms/config/yaml.hpp"

#include <gtest/gtest.h>

#include <string>

namespace sweep::yaml_test {

std::string json(const std::string& text) {
  return to_json(to_value(read_yaml(text, "f.yaml", ScalarRules::lenient).root));
}

std::string refusal(const std::string& text, const TextLimits& limits = {}) {
  try {
    read_yaml(text, "f.yaml", ScalarRules::lenient, limits);
  } catch (const ConfigError& error) {
    return error.what();
  }
  return "accepted";
}

TEST(Yaml, ReadsEveryNotation) {
  const struct {
    const char* name;
    const char* text;
    const char* json;
  } kRows[] = {
      {"nothing", "", "null"},
      {"byte order mark",
       "\xEF\xBB\xBF"
       "a: 1",
       R"({"a": 1})"},
      {"carriage returns", "a: 1\r\nb:\r\n- 2\r\n", R"({"a": 1, "b": [2]})"},
      {"quotes", R"({a: "1", b: 'it''s', "c\u00e9": yes})",
       "{\"a\": \"1\", \"b\": \"it's\", \"c\xC3\xA9\": true}"},
      {"alias", "a: &x [1, 2]\nb: *x", R"({"a": [1, 2], "b": [1, 2]})"},
      {"alias as key", "- &k a\n- {*k : 1}", R"(["a", {"a": 1}])"},
      {"merge", "a: &x {p: 1, q: 2}\nb: {q: 3, <<: *x}",
       R"({"a": {"p": 1, "q": 2}, "b": {"p": 1, "q": 3}})"},
      {"merge of several, the first wins", "a: {<<: [{p: 1}, {p: 2, q: 2}], r: 3}",
       R"({"a": {"p": 1, "q": 2, "r": 3}})"},
      {"quoted merge key", "a: {\"<<\": 1}", R"({"a": {"<<": 1}})"},
      {"repeated key", "a: 1\nb: 2\na: 3", R"({"a": 3, "b": 2})"},
      {"block text", "a: |\n  x\n  y\nb: >-\n  x\n  y\n", R"({"a": "x\ny\n", "b": "x y"})"},
      {"tag", "a: !!str 1", R"({"a": "1"})"},
  };
  for (const auto& row : kRows) EXPECT_EQ(json(row.text), row.json) << row.name;
}

TEST(Yaml, SaysWhereItCannotRead) {
  const struct {
    const char* name;
    std::string text;
    const char* place;
  } kRows[] = {
      {"tab as indentation", "a:\n\tb: 1\n", "f.yaml:2:"},
      {"open flow list", "a: [1, 2\n", "f.yaml:"},
      {"open quotes", "a: \"b\n", "f.yaml:1:4: "},
      {"open quotes at the end", "a: 'b", "f.yaml:1:"},
      {"second document", "a: 1\n---\nb: 2\n", "f.yaml:"},
      {"unknown alias", "a: 1\nb: *x\n", "f.yaml:2:4: "},
      {"alias in itself", "a: &x [*x]\n", "f.yaml:1:8: "},
      {"map as key", "a: 1\n{b: 1}: 2\n", "f.yaml:2:1: "},
      {"merge of a text", "a: {<<: b}\n", "f.yaml:1:9: "},
      {"unknown tag", "a: !custom b\n", "f.yaml:1:"},
      {"NUL", std::string("a: 1\nb\0", 7), "f.yaml:2:2: holds the control character 0x00"},
      {"end of transmission", "a: 1\n\x04", "f.yaml:2:1: holds the control character 0x04"},
      {"Latin 1", "a: caf\xE9\n", "f.yaml:1:7: is not UTF-8"},
      {"surrogate", "a\n\xED\xA0\x80", "f.yaml:2:1: is not UTF-8"},
      {"cut sequence", "a\xE2\x82", "f.yaml:1:2: is not UTF-8"},
      {"huge integer", "a: 99999999999999999999\n", "f.yaml:1:4: integer 99999999999999999999"},
  };
  for (const auto& row : kRows) {
    const std::string message = refusal(row.text);
    EXPECT_EQ(message.find(row.place), 0U) << row.name << ": " << message;
    EXPECT_EQ(message.find('\n'), std::string::npos) << row.name;
  }
}

std::string repeated(const std::string& unit, std::size_t n) {
  std::string text;
  for (std::size_t i = 0; i < n; ++i) text += unit;
  return text;
}

std::string alias_bomb() {
  std::string text = "- &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int level = 1; level < 12; ++level) {
    const std::string below = "*a" + std::to_string(level - 1);
    text += "- &a" + std::to_string(level) + " [" + repeated(below + ", ", 10) + below + "]\n";
  }
  return text;
}

TEST(Yaml, KeepsItsLimits) {
  const std::string long_text(100'000, 'x');
  const struct {
    const char* name;
    std::string text;
    const char* message;
  } kRows[] = {
      {"deep lists", repeated("[", 500) + repeated("]", 500), "nested more than 64 levels"},
      {"deep maps", repeated("{a: ", 500) + repeated("}", 500), "nested more than 64 levels"},
      {"deep blocks", repeated("- ", 500), "nested more than 64 levels"},
      {"wide list", "[" + repeated("1,", 100'001) + "]", "more than 100000 values"},
      {"many brackets", repeated("[", 200'000), "more than 100000 values"},
      {"wide block", repeated("- 1\n", 100'001), "more than 100000 values"},
      {"alias bomb", alias_bomb(), "more than 100000 values"},
      {"text bomb", "- &a " + long_text + "\n" + repeated("- *a\n", 100), "repeat too much text"},
      {"aliases that nest",
       "- &a0 [x]\n" +
           [] {
             std::string text;
             for (int i = 1; i < 100; ++i) {
               text += "- &a" + std::to_string(i) + " [*a" + std::to_string(i - 1) + "]\n";
             }
             return text;
           }(),
       "nested more than 64 levels"},
      {"long file", std::string((1 << 20) + 1, '#'), "longer than 1 MiB"},
  };
  for (const auto& row : kRows) {
    EXPECT_NE(refusal(row.text).find(row.message), std::string::npos)
        << row.name << ": " << refusal(row.text);
  }
  EXPECT_EQ(refusal(repeated("[", 64) + repeated("]", 64)), "accepted");
}

TEST(Yaml, NotesWhatIsOdd) {
  const YamlText text = read_yaml("a: 1e-5\nb: 1.5\na: -.5\n", "", ScalarRules::lenient);
  ASSERT_EQ(text.repeated_keys.size(), 1U);
  EXPECT_EQ(text.repeated_keys[0].mark, (Mark{3, 1}));
  ASSERT_EQ(text.texts_to_wandb.size(), 2U);
  EXPECT_EQ(text.texts_to_wandb[0].mark, (Mark{1, 4}));
}

}  // namespace sweep::yaml_test
