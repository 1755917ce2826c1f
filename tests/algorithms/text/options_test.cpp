#include "algorithms/text/options.hpp"

#include <gtest/gtest.h>

#include "algorithms/text/error.hpp"

namespace sweep::options_test {

enum class Fruit { apple, pear };
constexpr std::string_view kFruits[] = {"apple", "pear"};
constexpr std::span<const std::string_view> choice_names(Fruit) { return kFruits; }

struct ChoiceOptions {
  Fruit fruit = Fruit::pear;
  std::optional<Fruit> dessert;
  static constexpr auto fields() {
    return std::tuple{Field{"fruit", &ChoiceOptions::fruit, 0, 0, "what to eat"},
                      Field{"dessert", &ChoiceOptions::dessert, 0, 0, "what to eat then"}};
  }
};

TEST(ParseOptions, ReadsWordsOfAChoice) {
  const auto options =
      parse_options<ChoiceOptions>({{"fruit", "apple"}, {"dessert", "pear"}}, "lunch");
  EXPECT_EQ(options.fruit, Fruit::apple);
  EXPECT_EQ(options.dessert, Fruit::pear);
  EXPECT_EQ(parse_options<ChoiceOptions>({{"dessert", "false"}}, "lunch").dessert, std::nullopt);
  for (const char* wrong : {"false", "", "Apple", "0"}) {
    EXPECT_THROW(parse_options<ChoiceOptions>({{"fruit", wrong}}, "lunch"), SpecError) << wrong;
  }
}

TEST(OptionTable, ListsTheWordsOfAChoice) {
  const std::vector<OptionRow> table = option_table<ChoiceOptions>();
  EXPECT_EQ(table[0].default_value, "pear");
  EXPECT_EQ(table[0].allowed, "apple, pear");
  EXPECT_EQ(table[1].default_value, "false");
  EXPECT_EQ(table[1].allowed, "false, apple, pear");
}

struct Options {
  double gamma = 0.25;
  std::uint64_t levels = 3;
  bool random_order = false;
  static constexpr auto fields() {
    return std::tuple{Field{"gamma", &Options::gamma, 0, 1, "share of trials called good"},
                      Field{"levels", &Options::levels, 2, 1000, "points per parameter"},
                      Field{"random_order", &Options::random_order, 0, 1, "shuffle"}};
  }
};

template <class O = Options>
std::string refusal(const Settings& settings, std::string_view owner = "tpe") {
  try {
    static_cast<void>(parse_options<O>(settings, owner));
    return "";
  } catch (const SpecError& error) {
    return error.what();
  }
}

TEST(ParseOptions, ReadsEachTypeAndKeepsDefaults) {
  const auto options = parse_options<Options>({{"gamma", "1e-1"}, {"random_order", "true"}}, "tpe");
  EXPECT_EQ(options.gamma, 0.1);
  EXPECT_EQ(options.levels, 3u);
  EXPECT_TRUE(options.random_order);
}

TEST(ParseOptions, SaysWhatIsAllowed) {
  EXPECT_EQ(refusal({{"gamma", "1.5"}}), "tpe.gamma = 1.5: expected a number from 0 to 1");
  EXPECT_EQ(refusal({{"gamma", "nan"}}), "tpe.gamma = nan: expected a number from 0 to 1");
  EXPECT_EQ(refusal({{"levels", "2.5"}}),
            "tpe.levels = 2.5: expected a whole number from 2 to 1000");
  EXPECT_EQ(refusal({{"levels", "-3"}}), "tpe.levels = -3: expected a whole number from 2 to 1000");
  EXPECT_EQ(refusal({{"random_order", "yes"}}), "tpe.random_order = yes: expected true or false");
  EXPECT_EQ(refusal({{"gama", "0.5"}}),
            "tpe: option \"gama\" is unknown; did you mean \"gamma\"? known: gamma, levels, "
            "random_order");
}

TEST(OptionTable, ListsDefaultsAndRanges) {
  const std::vector<OptionRow> table = option_table<Options>();
  ASSERT_EQ(table.size(), 3u);
  EXPECT_EQ(table[0].default_value, "0.25");
  EXPECT_EQ(table[1].allowed, "a whole number from 2 to 1000");
  EXPECT_EQ(table[2].default_value, "false");
}

struct RenamedOptions {
  bool warp_output = false;
  double gamma = 0.25;
  static constexpr auto fields() {
    return std::tuple{Field{"warp_output", &RenamedOptions::warp_output, 0, 1, "bend it", "bend"},
                      Field{"gamma", &RenamedOptions::gamma, 0, 1, "share of good ones"}};
  }
};

TEST(ParseOptions, TakesAnOldName) {
  EXPECT_TRUE(parse_options<RenamedOptions>({{"bend", "true"}}, "bayes").warp_output);
  EXPECT_TRUE(parse_options<RenamedOptions>({{"warp_output", "true"}}, "bayes").warp_output);
  EXPECT_EQ(refusal<RenamedOptions>({{"bend", "1"}}, "bayes"),
            "bayes.bend = 1: expected true or false");
  EXPECT_EQ(refusal<RenamedOptions>({{"bend", "true"}, {"warp_output", "true"}}, "bayes"),
            "bayes: options \"bend\" and \"warp_output\" are one, and both are given");
  EXPECT_EQ(refusal<RenamedOptions>({{"", "1"}}, "bayes"),
            "bayes: option \"\" is unknown; known: warp_output, gamma");
}

TEST(OldNames, AreReportedAndReplaced) {
  const std::vector<OptionRow> options = option_table<RenamedOptions>();
  const Settings old{{"bend", "true"}, {"gamma", "0.5"}};
  EXPECT_EQ(old_name_warnings(old, options, "bayes"),
            std::vector<std::string>{"bayes.bend is now called bayes.warp_output; the old name "
                                     "goes with the next version"});
  const Settings renamed{{"gamma", "0.5"}, {"warp_output", "true"}};
  EXPECT_EQ(with_new_names(old, options), renamed);
  EXPECT_EQ(with_new_names(renamed, options), renamed);
  EXPECT_TRUE(old_name_warnings(renamed, options, "bayes").empty());
  const Settings both{{"bend", "true"}, {"warp_output", "false"}};
  EXPECT_EQ(with_new_names(both, options), both);
}

}  // namespace sweep::options_test
