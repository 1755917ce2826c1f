#include <gtest/gtest.h>

#include <algorithm>

#include "algorithms/text/error.hpp"
#include "objectives/catalog.hpp"

namespace sweep::pattern_test {

using Names = std::vector<std::string>;

bool contains(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

TEST(ObjectivePattern, StandsForTheNamesThatMatch) {
  EXPECT_EQ(expand_pattern("hpo*"), (Names{"hpo12", "hpo12r", "hpo6"}));
  EXPECT_EQ(expand_pattern(" hartmann* ?noise=0.1&shift=2"),
            (Names{"hartmann3?noise=0.1&shift=2", "hartmann6?noise=0.1&shift=2"}));
  EXPECT_EQ(expand_pattern("*-camel"), Names{"six-hump-camel"});
  EXPECT_EQ(expand_pattern("*-h*p-*m*l"), Names{"six-hump-camel"});
}

TEST(ObjectivePattern, TakesFoldersForThemselves) {
  const Names tables = expand_pattern("tabular/*");
  EXPECT_GE(tables.size(), 5u);
  for (const std::string& name : tables) EXPECT_EQ(name.rfind("tabular/", 0), 0u);
  const Names all = expand_pattern("*");
  EXPECT_TRUE(contains(all, "ackley"));
  EXPECT_FALSE(contains(all, tables.front()));
  EXPECT_FALSE(contains(all, "x**3 + y"));
  EXPECT_EQ(expand_pattern("*/*"), tables);
  EXPECT_EQ(expand_pattern("t*/*"), tables);
}

TEST(ObjectivePattern, LeavesAnyOtherTextAlone) {
  for (const char* text : {"ackley", "ackley?dim=3", "x*y", "x**", "x**3 + y", "a**2/b", "2*lr",
                           "tabular?file=runs*.csv", "x*-y", "lr*dropout?noise=0.1", ""}) {
    EXPECT_EQ(expand_pattern(text), Names{text});
  }
}

TEST(ObjectivePattern, HasToMatchSomething) {
  try {
    static_cast<void>(expand_pattern("tubular/*"));
    FAIL();
  } catch (const SpecError& error) {
    EXPECT_EQ(
        std::string(error.what()).rfind("no objective matches \"tubular/*\"; known: ackley, ", 0),
        0u);
    EXPECT_TRUE(std::string(error.what())
                    .ends_with("; families and suites are named in full: bbob/..., bbob-boxed/..., "
                               "bbob-mixint/..., bbob-noisy/..., suite:bbob, suite:bbob-boxed, "
                               "suite:bbob-mixint, suite:bbob-noisy, suite:classic, suite:hpo"))
        << error.what();
  }
}

}  // namespace sweep::pattern_test
