#include "algorithms/text/options.hpp"

#include <gtest/gtest.h>

#include "algorithms/text/error.hpp"
#include "algorithms/text/option_kinds.hpp"

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
  EXPECT_EQ(table[0].allowed, "apple or pear");
  EXPECT_EQ(table[1].default_value, "false");
  EXPECT_EQ(table[1].allowed, "false, apple or pear");
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

struct TextOptions {
  double sigma = 0;
  int steps = 81;
  std::optional<double> share;
  std::optional<Seed> seed;
  Path file;
  static constexpr auto fields() {
    using O = TextOptions;
    return std::tuple{
        Field{"sigma", &O::sigma, 0, kAnyFinite, "noise", "noise"},
        Field{"steps", &O::steps, 1, 1e6, "length"}, Field{"share", &O::share, 0, 1, "of all"},
        Field{"seed", &O::seed, 0, 0, "of the draw"}, Field{"file", &O::file, 0, 0, "where it is"}};
  }
};

TEST(ParseOptions, ReadsTextsAndOptionalOnes) {
  const auto none = parse_options<TextOptions>({}, "it");
  EXPECT_FALSE(none.share || none.seed);
  const auto all = parse_options<TextOptions>(
      {{"share", "0.5"}, {"seed", "9223372036854775807"}, {"file", "a b"}, {"steps", "3"}}, "it");
  EXPECT_EQ(all.share, 0.5);
  EXPECT_EQ(all.seed.value().value, 9223372036854775807u);
  EXPECT_EQ(all.file.value, "a b");
  EXPECT_EQ(all.steps, 3);
}

TEST(ParseOptions, SaysWhatATextMayBe) {
  const struct {
    const char* name;
    const char* value;
    const char* allowed;
  } cases[] = {{"sigma", "-1", "a finite number >= 0"},
               {"sigma", "inf", "a finite number >= 0"},
               {"sigma", "nan", "a finite number >= 0"},
               {"steps", "0", "a whole number from 1 to 1000000"},
               {"steps", "9999999999", "a whole number from 1 to 1000000"},
               {"share", "2", "a number from 0 to 1"},
               {"seed", "-1", "a seed from 0 to 9223372036854775807"},
               {"seed", "9223372036854775808", "a seed from 0 to 9223372036854775807"}};
  for (const auto& c : cases) {
    EXPECT_EQ(refusal<TextOptions>({{c.name, c.value}}, "it"),
              std::string("it.") + c.name + " = " + c.value + ": expected " + c.allowed);
  }
}

TEST(OptionTable, LeavesTheDefaultOfWhatMayBeLeftOutEmpty) {
  const std::vector<OptionRow> table = option_table<TextOptions>();
  const std::string defaults[] = {"0", "81", "", "", ""};
  for (std::size_t i = 0; i < table.size(); ++i) EXPECT_EQ(table[i].default_value, defaults[i]);
  EXPECT_EQ(table[4].allowed, "a path");
}

TEST(ReadOptions, LeavesOtherNamesToOthers) {
  const auto options = read_options<TextOptions>({{"steps", "5"}, {"shift", "3"}}, "objective: ");
  EXPECT_EQ(options.steps, 5);
  EXPECT_THROW(read_options<TextOptions>({{"steps", "x"}}, "objective: "), SpecError);
}

TEST(NoOptions, TakeNone) {
  EXPECT_TRUE(option_table<NoOptions>().empty());
  EXPECT_EQ(refusal<NoOptions>({{"a", "1"}}, "random"), "random has no options, but got a");
}

TEST(CanonicalSettings, AreOneTextPerMeaning) {
  const std::vector<OptionRow> table = option_table<TextOptions>();
  const struct {
    Settings settings;
    Settings canonical;
  } cases[] = {{{{"sigma", "0.0"}, {"steps", "081"}}, {}},
               {{{"noise", "0.10"}, {"share", "5e-1"}}, {{"sigma", "0.1"}, {"share", "0.5"}}},
               {{{"noise", "0"}}, {}},
               {{{"seed", "007"}, {"file", "007"}}, {{"seed", "7"}, {"file", "007"}}},
               {{{"unknown", "03"}}, {{"unknown", "3"}}},
               {{{"noise", "1"}, {"sigma", "2"}}, {{"noise", "1"}, {"sigma", "2"}}}};
  for (const auto& c : cases) EXPECT_EQ(canonical_settings(c.settings, table), c.canonical);
}

}  // namespace sweep::options_test
