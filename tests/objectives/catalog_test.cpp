#include "objectives/catalog.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "algorithms/text/error.hpp"

namespace sweep::catalog_test {

std::string refusal(const std::string& text, const std::optional<SearchSpace>& space = {}) {
  try {
    const Objective objective = make_objective(text, space);
    return "";
  } catch (const SpecError& error) {
    return error.what();
  }
}

SearchSpace plane() { return SearchSpace({{"x", Uniform{0, 1}}, {"y", Uniform{0, 1}}}); }

bool begins(const std::string& text, const std::string& start) { return text.rfind(start, 0) == 0; }

TEST(ObjectiveCatalog, IsSortedAndComplete) {
  const auto catalog = objective_catalog();
  EXPECT_TRUE(std::is_sorted(catalog.begin(), catalog.end(),
                             [](const auto& a, const auto& b) { return a.name < b.name; }));
  for (const ObjectiveRow& row : catalog) {
    EXPECT_FALSE(row.summary.empty()) << row.name;
    EXPECT_FALSE(row.source.empty()) << row.name;
    EXPECT_TRUE(make_objective(row.name).optimum().has_value()) << row.name;
    EXPECT_EQ(canonical_objective(row.name), row.name);
  }
}

TEST(ObjectiveCatalog, AcceptsTheDefaultOfEachOption) {
  for (const ObjectiveRow& row : objective_catalog()) {
    for (const OptionRow& option : row.options) {
      if (option.default_value.empty()) continue;
      const std::string text =
          std::string(row.name) + "?" + std::string(option.name) + "=" + option.default_value;
      EXPECT_EQ(refusal(text), "");
      EXPECT_EQ(canonical_objective(text), row.name);
    }
  }
}

// What a row lists is what its objective takes: the table is the only one there is.
TEST(ObjectiveCatalog, ListsOptionsInTheOrderOfTheirFields) {
  const auto catalog = objective_catalog();
  const auto row = std::find_if(catalog.begin(), catalog.end(),
                                [](const ObjectiveRow& known) { return known.name == "shekel"; });
  ASSERT_NE(row, catalog.end());
  const struct {
    const char* name;
    const char* standard;
    const char* allowed;
  } expected[] = {{"m", "10", "5, 7 or 10"},
                  {"fail", "0", "a number from 0 to 1"},
                  {"noise", "0", "a finite number >= 0"},
                  {"rotate", "", "a seed from 0 to 9223372036854775807"},
                  {"shift", "", "sine, or a seed from 0 to 9223372036854775807"}};
  ASSERT_EQ(row->options.size(), std::size(expected));
  for (std::size_t i = 0; i < std::size(expected); ++i) {
    EXPECT_EQ(row->options[i].name, expected[i].name);
    EXPECT_EQ(row->options[i].default_value, expected[i].standard);
    EXPECT_EQ(row->options[i].allowed, expected[i].allowed);
  }
}

TEST(ObjectiveCatalog, RefusesBadTextWithOneClearLine) {
  const struct {
    const char* text;
    const char* refusal;  // or how it begins
  } cases[] = {
      {"", "objective \"\" has no name"},
      {"?dim=2", "objective \"?dim=2\" has no name"},
      {"ackly", "objective \"ackly\" is unknown; did you mean \"ackley\"? known: ackley, beale, "},
      {"acklye?dim=3", "objective \"acklye\" is unknown; did you mean \"ackley\"? known: "},
      {"x-y", "objective \"x-y\" is unknown; known: "},
      {"ackley?dmi=3",
       "objective \"ackley\": option \"dmi\" is unknown; did you mean \"dim\"? known: dim, fail, "
       "noise, rotate, shift"},
      {"branin?dim=2",
       "objective \"branin\": option \"dim\" is unknown; known: fail, noise, rotate, shift"},
      {"ackley?dim=0", "objective \"ackley\": dim = 0: expected a whole number from 1 to 1000"},
      {"ackley?dim=1001",
       "objective \"ackley\": dim = 1001: expected a whole number from 1 to 1000"},
      {"ackley?dim=2.5", "objective \"ackley\": dim = 2.5: expected a whole number from 1 to 1000"},
      {"rosenbrock?dim=1", "objective \"rosenbrock\": dim = 1: expected a whole number from 2 to "},
      {"ackley?dim", "objective \"ackley\": option \"dim\" is not of the form key=value"},
      {"ackley?", "objective \"ackley\": option \"\" is not of the form key=value"},
      {"ackley?dim=2&dim=2", "objective \"ackley\": option \"dim\" is given twice"},
      {"ackley?noise=-1", "objective \"ackley\": noise = -1: expected a finite number >= 0"},
      {"ackley?noise=nan", "objective \"ackley\": noise = nan: expected a finite number >= 0"},
      {"ackley?noise=inf", "objective \"ackley\": noise = inf: expected a finite number >= 0"},
      {"ackley?fail=1.5", "objective \"ackley\": fail = 1.5: expected a number from 0 to 1"},
      {"ackley?shift=cos",
       "objective \"ackley\": shift = cos: expected sine, or a seed from 0 to 9223372036854775807"},
      {"ackley?rotate=-1",
       "objective \"ackley\": rotate = -1: expected a seed from 0 to 9223372036854775807"},
      {"shekel?m=6", "objective \"shekel\": m = 6: expected 5, 7 or 10"},
      {"hpo6?shift=sine",
       "objective \"hpo6\": shift = sine needs parameters that are all uniform; \"lr\" isn't"},
      {"hpo6?rotate=1",
       "objective \"hpo6\": rotate needs at least two uniform parameters; there are 1"},
      {"tabular", "objective \"tabular\" needs a table: tabular?file=PATH, or one of tabular/*"},
      {"tabular?file=", "objective \"tabular\": option \"file=\" has no value"},
      {"x*y",
       "objective \"x*y\" is an expression and needs a space: give its parameters with --config or "
       "--param"},
  };
  for (const auto& c : cases) EXPECT_TRUE(begins(refusal(c.text), c.refusal)) << refusal(c.text);
}

TEST(ObjectiveCatalog, RefusesBadTextAboutCurvesWithOneClearLine) {
  const struct {
    const char* text;
    const char* refusal;  // or how it begins
  } cases[] = {
      {"curve?of=ackly",
       "objective \"curve\": of = ackly: objective \"ackly\" is unknown; did you"},
      {"curve?of=ackley(dmi=3)",
       "objective \"curve\": of = ackley(dmi=3): objective \"ackley\": option \"dmi\" is unknown"},
      {"curve?of=curve",
       "objective \"curve\": of = curve: expected an objective without a learning curve of its "
       "own"},
      {"curve?of=ackley?dim=3",
       "objective \"curve\": of = ackley?dim=3: expected an objective, as in "
       "ackley(dim=5&shift=3), or a formula"},
      {"curve?of=tabular/digits-mlp",
       "objective \"curve\": of = tabular/digits-mlp: expected an objective without a learning "
       "curve of its own"},
      {"curve?of=a*b",
       "objective \"curve\": of = a*b: objective \"a*b\" is an expression and needs a space"},
      {"curve?2of=ackley",
       "objective \"curve\": option \"2of=ackley\" is not of the form key=value"},
      {"curve?of=ackley(dim=3",
       "objective \"curve\": of = ackley(dim=3: objective \"ackley(dim=3\""},
      {"curve?of=ackley(dim=3)x",
       "objective \"curve\": of = ackley(dim=3)x: objective \"ackley(dim=3)x\" is an expression"},
      {"curve?of=ackley)(", "objective \"curve\": of = ackley)(: objective \"ackley)(\""},
      {"curve?of=ackley()", "objective \"curve\": of = ackley(): objective \"ackley()\""},
      {"curve?of=", "objective \"curve\": option \"of=\" has no value"},
      {"curve?steps=0",
       "objective \"curve\": steps = 0: expected a whole number from 1 to 1000000"},
      {"curve?shape=flat",
       "objective \"curve\": shape = flat: expected power, exponential or mixed"},
      {"curve?rank-correlation=-0.1",
       "objective \"curve\": rank-correlation = -0.1: expected a number from 0 to 1"},
      {"mf-branin?bias=11", "objective \"mf-branin\": bias = 11: expected a number from 0 to 10"},
      {"counting-ones?categories=0&continuous=0",
       "objective \"counting-ones\": categories = 0: expected at least 1 where continuous = 0"},
  };
  for (const auto& c : cases) EXPECT_TRUE(begins(refusal(c.text), c.refusal)) << refusal(c.text);
}

TEST(ObjectiveCatalog, TakesASpaceForExpressionsOnly) {
  EXPECT_EQ(refusal("x**2 + y**2", plane()), "");
  EXPECT_EQ(refusal("x", plane()), "");
  EXPECT_EQ(refusal("ackley", plane()),
            "objective \"ackley\" has a space of its own: give no --config or --param with it");
  EXPECT_TRUE(begins(refusal("ackly", plane()), "objective \"ackly\" is unknown; did you mean"));
  EXPECT_TRUE(begins(refusal("z*x", plane()), "expression 'z*x': column 1: name \"z\" is unknown"));
}

TEST(ObjectiveCatalog, BringsASpaceForTheTutorialUnlessOneIsGiven) {
  for (const char* text : {"x**3 + y", "x**3+y", " x**3  +  y "}) {
    const Objective built_in = make_objective(text);
    EXPECT_TRUE(built_in.optimum().has_value());
    EXPECT_EQ(support(built_in.space()[0].distribution).hi, 0.1);
  }
  const Objective own = make_objective("x**3 + y", plane());
  EXPECT_FALSE(own.optimum().has_value());
  EXPECT_EQ(support(own.space()[0].distribution).hi, 1);
}

TEST(ObjectiveCatalog, TellsOptionsFromTheTernaryOperator) {
  const std::vector<double> x{1, 1};
  const auto value = [&](const char* text) {
    return make_objective(text, plane()).loss(x, 1, Stream{0});
  };
  EXPECT_EQ(value("x > 0 ? 5 : 6"), 5);
  EXPECT_EQ(value("x>0?x==1:6"), 1);
  EXPECT_EQ(value("x>0?x<=1:6"), 1);
  EXPECT_TRUE(std::isnan(value("x > 0 ? 5 : 6?fail=1")));
  EXPECT_TRUE(begins(refusal("x + y?nois=1", plane()),
                     "objective \"x + y\": option \"nois\" is unknown; did you mean \"noise\"?"));
}

TEST(CanonicalObjective, IsOneTextPerObjective) {
  const struct {
    const char* text;
    const char* canonical;
  } cases[] = {
      {" ackley ", "ackley"},
      {"ackley?dim=02", "ackley"},
      {"ackley?noise=0.10&dim=010", "ackley?dim=10&noise=0.1"},
      {"ackley?shift=sine&fail=0", "ackley?shift=sine"},
      {"ackley?shift=9223372036854775807", "ackley?shift=9223372036854775807"},
      {"x**3+y?noise=1e-1", "x**3 + y?noise=0.1"},
      {"x  +\ty?noise=0", "x + y"},
      {"curve?of=branin&steps=081", "curve"},
      {"curve?steps=27&of=ackley(noise=0.10&dim=03)", "curve?of=ackley(dim=3&noise=0.1)&steps=27"},
      {"curve?of=ackley(dim=2)&noise=0", "curve?of=ackley"},
      {"tabular?noise=0.10&file=../a b/1=?.csv", "tabular?file=../a b/1=?.csv&noise=0.1"},
      {"tabular?file=010", "tabular?file=010"}};
  for (const auto& c : cases) EXPECT_EQ(canonical_objective(c.text), c.canonical);
}

TEST(SplitObjectives, SplitsAtCommasOutsideOfBrackets) {
  using Items = std::vector<std::string>;
  EXPECT_EQ(split_objectives("ackley"), Items{"ackley"});
  EXPECT_EQ(split_objectives("ackley?dim=3, branin"), (Items{"ackley?dim=3", "branin"}));
  EXPECT_EQ(split_objectives("max(x, y),[a,{b,c}]d"), (Items{"max(x, y)", "[a,{b,c}]d"}));
  EXPECT_EQ(split_objectives("curve?of=ackley(dim=3&shift=1)&steps=9,branin"),
            (Items{"curve?of=ackley(dim=3&shift=1)&steps=9", "branin"}));
  EXPECT_THROW(split_objectives("ackley,,branin"), SpecError);
  EXPECT_THROW(split_objectives(""), SpecError);
  EXPECT_THROW(split_objectives("ackley,"), SpecError);
}

}  // namespace sweep::catalog_test
