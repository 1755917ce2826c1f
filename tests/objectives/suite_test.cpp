#include "objectives/suite.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "algorithms/text/error.hpp"
#include "objectives/catalog.hpp"
#include "objectives/expand.hpp"
#include "objectives/family.hpp"

namespace sweep::suite_test {

using Names = std::vector<std::string>;

std::set<std::string> set_of(const Names& names) { return {names.begin(), names.end()}; }

TEST(Suite, HasEachObjectiveOnceInItsCanonicalText) {
  std::string_view last;
  for (const Suite& suite : objective_suites()) {
    EXPECT_LT(last, suite.name);
    last = suite.name;
    EXPECT_FALSE(suite.summary.empty() || suite.source.empty()) << suite.name;
    std::set<std::string> texts;
    for (const std::string& text : suite.objectives()) {
      EXPECT_TRUE(texts.insert(canonical_objective(text)).second) << text;
    }
    EXPECT_FALSE(texts.empty()) << suite.name;
  }
}

TEST(Suite, HasAsManyAsCocoHas) {
  const std::map<std::string, std::size_t> sizes = {{"suite:bbob", 24 * 6 * 15},
                                                    {"suite:bbob-boxed", 24 * 6 * 15},
                                                    {"suite:bbob-mixint", 24 * 4 * 15},
                                                    {"suite:bbob-noisy", 30 * 6 * 15}};
  for (const auto& [name, size] : sizes) EXPECT_EQ(expand_suite(name).size(), size) << name;
}

TEST(Suite, IsThereForEachFamily) {
  for (const ObjectiveFamily& family : objective_families()) {
    EXPECT_NO_THROW(expand_suite("suite:" + std::string(family.name)));
  }
}

// A suite never changes, whatever comes into the catalogue: 12 functions of one dimension, and 11
// in three.
TEST(Suite, ClassicStaysAsItIs) {
  const Names classic = expand_suite("suite:classic");
  EXPECT_EQ(classic.size(), 12u + 11u * 3u);
  for (const std::string& text : classic) {
    const Objective objective = make_objective(text);
    EXPECT_TRUE(objective.space().find("x0").has_value()) << text;
    EXPECT_EQ(objective.max_step(), 1) << text;
  }
}

TEST(Suite, ClassicKnowsEveryOptimum) {
  for (const std::string& text : expand_suite("suite:classic")) {
    EXPECT_TRUE(make_objective(text).optimum()) << text;
  }
}

TEST(Suite, HpoStaysAsItIs) {
  const std::set<std::string> hpo = set_of(expand_suite("suite:hpo"));
  EXPECT_EQ(hpo.size(), 13u);
  std::set<std::string> catalog = set_of(expand_pattern("hpo*"));
  for (const std::string& table : expand_pattern("tabular/*")) catalog.insert(table);
  for (const std::string& text : hpo) EXPECT_EQ(catalog.count(text), 1u) << text;
}

TEST(Suite, GivesItsOptionsToEach) {
  const Names noisy = expand_objective("suite:classic?noise=0.1");
  EXPECT_EQ(noisy.size(), expand_suite("suite:classic").size());
  EXPECT_EQ(set_of(noisy).count("beale?noise=0.1"), 1u);
  EXPECT_EQ(set_of(noisy).count("sphere?dim=5&noise=0.1"), 1u);
}

TEST(Suite, SaysWhichThereAre) {
  try {
    static_cast<void>(expand_objective("suite:clasic"));
    FAIL();
  } catch (const SpecError& error) {
    EXPECT_STREQ(error.what(),
                 "suite \"clasic\" is unknown; did you mean \"classic\"? known: bbob, bbob-boxed, "
                 "bbob-mixint, bbob-noisy, classic, hpo");
  }
}

}  // namespace sweep::suite_test
