#include "algorithms/text/printable.hpp"

#include <gtest/gtest.h>

#include "algorithms/text/value.hpp"

namespace sweep::printable_test {

struct Row {
  const char* name;
  std::string text;
  std::string shown;
  std::string json;
};

const Row kRows[] = {
    {"plain", "loss \xC3\xA9 \xF0\x9F\x99\x82", "loss \xC3\xA9 \xF0\x9F\x99\x82",
     "\"loss \xC3\xA9 \xF0\x9F\x99\x82\""},
    {"escape", "a\x1B[31m", "a\\x1b[31m", "\"a\\u001b[31m\""},
    {"line breaks", "a\rb\n\tc", "a\\x0db\\x0a\\x09c", "\"a\\rb\\n\\tc\""},
    {"delete", "\x7F", "\\x7f", "\"\\u007f\""},
    {"C1",
     "\xC2\x9B"
     "2J",
     "\\u009b2J", "\"\\u009b2J\""},
    {"turned",
     "\xE2\x80\xAE"
     "abc\xE2\x81\xA6",
     "\\u202eabc\\u2066", "\"\\u202eabc\\u2066\""},
    {"Arabic mark", "\xD8\x9C", "\\u061c", "\"\\u061c\""},
    {"no UTF-8", "\xFFz", "\\xffz", "\"\xFFz\""},
};

TEST(Printable, ShowsWhatWouldActOnATerminal) {
  for (const Row& row : kRows) {
    EXPECT_EQ(printable(row.text), row.shown) << row.name;
    EXPECT_EQ(to_json(row.text), row.json) << row.name;
  }
}

TEST(Printable, LeavesTheLinesOfATable) {
  EXPECT_EQ(printable_lines("a\tb\nc\r\x1B"), "a\tb\nc\\x0d\\x1b");
}

}  // namespace sweep::printable_test
