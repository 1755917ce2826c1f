#include "objectives/slice.hpp"

#include <gtest/gtest.h>

#include "algorithms/text/error.hpp"
#include "objectives/catalog.hpp"
#include "objectives/expand.hpp"
#include "objectives/family.hpp"

namespace sweep::slice_test {

using Names = std::vector<std::string>;

template <class Call>
std::string error_of(Call call) {
  try {
    static_cast<void>(call());
  } catch (const SpecError& error) {
    return error.what();
  }
  return "none";
}

TEST(Slice, HasEveryCombinationInOrder) {
  EXPECT_EQ(expand_slice("bbob/f1,8/d5/i1-3"),
            (Names{"bbob/f1/d5/i1", "bbob/f1/d5/i2", "bbob/f1/d5/i3", "bbob/f8/d5/i1",
                   "bbob/f8/d5/i2", "bbob/f8/d5/i3"}));
  EXPECT_EQ(expand_slice("bbob-mixint/f24/d5-15,40/i7"),
            (Names{"bbob-mixint/f24/d5/i7", "bbob-mixint/f24/d10/i7", "bbob-mixint/f24/d15/i7",
                   "bbob-mixint/f24/d40/i7"}));
  EXPECT_EQ(expand_slice("bbob-noisy/f101/d2/i9,1"),
            (Names{"bbob-noisy/f101/d2/i9", "bbob-noisy/f101/d2/i1"}));
  EXPECT_EQ(expand_slice("bbob/f08/d05/i001"), Names{"bbob/f8/d5/i1"});
}

TEST(Slice, TakesDefaultsForWhatIsLeftOut) {
  EXPECT_EQ(expand_slice("bbob/f3").size(), 6u * 15u);
  EXPECT_EQ(expand_slice("bbob/d2-40").size(), 24u * 39u * 15u);
  EXPECT_EQ(expand_slice("bbob/i1-5").size(), 24u * 6u * 5u);
  EXPECT_EQ(expand_slice("bbob/f3/i1"), expand_slice("bbob/f3/d2,3,5,10,20,40/i1"));
  EXPECT_EQ(expand_slice("bbob/f3/d5"), expand_slice("bbob/f3/d5/i1-5,71-80"));
  EXPECT_EQ(expand_slice("bbob-boxed/d5"), expand_slice("bbob-boxed/f1-24/d5/i1-5,101-110"));
  EXPECT_EQ(expand_slice("bbob-mixint/f1"), expand_slice("bbob-mixint/f1/d5,10,20,40/i1-15"));
}

struct Refused {
  const char* text;
  const char* error;
};

TEST(Slice, SaysWhatIsWrongAndWhatIsNearest) {
  const std::string form =
      "expected f, d and i in this order, with numbers or ranges, as in bbob/f1-24/d2,5/i1-5";
  const std::vector<Refused> cases = {
      {"bbob/f25/d5/i1", "\"f25\": bbob has f1 .. f24; did you mean \"bbob/f24/d5/i1\"?"},
      {"bbob/f1-30/d5", "\"f1-30\": bbob has f1 .. f24; did you mean \"bbob/f1-24/d5\"?"},
      {"bbob/f1/d1/i1", "\"d1\": bbob has d2 .. d40; did you mean \"bbob/f1/d2/i1\"?"},
      {"bbob/f1/d5/i0", "\"i0\": bbob has i1 .. i100000; did you mean \"bbob/f1/d5/i1\"?"},
      {"bbob/f1/d5/i99999999999999999999",
       "\"i99999999999999999999\": bbob has i1 .. i100000; did you mean "
       "\"bbob/f1/d5/i100000\"?"},
      {"bbob-mixint/f1/d12/i1",
       "\"d12\": bbob-mixint has d5, d10 .. d40; did you mean \"bbob-mixint/f1/d10/i1\"?"},
      {"bbob-mixint/f1/d13/i1",
       "\"d13\": bbob-mixint has d5, d10 .. d40; did you mean \"bbob-mixint/f1/d15/i1\"?"},
      {"bbob-noisy/f8/d5/i1",
       "\"f8\": bbob-noisy has f101 .. f130; did you mean \"bbob-noisy/f101/d5/i1\"?"},
      {"bbob/f5-3", "\"f5-3\": 5-3 ends before it begins"},
      {"bbob/f1/d5/i1-3,2", "\"i1-3,2\": 2 is there twice"},
  };
  for (const auto& [text, error] : cases) {
    EXPECT_EQ(error_of([&, t = text] { return expand_slice(t); }),
              std::string("objective \"") + text + "\": " + error);
  }
  for (const char* part : {"x3", "f", "f1-", "f-1", "f1--2", "f1-2-3", "", "f*", "f1a"}) {
    const std::string text = std::string("bbob/") + part + "/d5";
    EXPECT_EQ(error_of([&] { return expand_slice(text); }),
              "objective \"" + text + "\": \"" + part + "\": " + form);
  }
  for (const char* part : {"f1,", "f,1", "f1,,2"}) {
    const std::string text = std::string("bbob/") + part + "/d5";
    EXPECT_EQ(error_of([&] { return expand_slice(text); }),
              "objective \"" + text + "\": \"" + part +
                  "\": a piece between its commas is empty; " + form);
  }
  EXPECT_EQ(error_of([] { return expand_slice("bbob/f1 /D2/i1"); }),
            "objective \"bbob/f1 /D2/i1\": \"f1 \": " + form + "; did you mean \"bbob/f1/d2/i1\"?");
  EXPECT_EQ(error_of([] { return expand_slice("bbob/d5/f1"); }),
            "objective \"bbob/d5/f1\": \"f1\": " + form);
  EXPECT_EQ(error_of([] { return expand_slice("bbob/i1-90000"); }),
            "objective \"bbob/i1-90000\" stands for 12960000 objectives; 20000 are allowed");
  EXPECT_EQ(error_of([] { return expand_slice("bbop/f1"); }),
            "family \"bbop\" is unknown; did you mean \"bbob\"? known: bbob, bbob-boxed, "
            "bbob-mixint, bbob-noisy");
}

TEST(Slice, RepeatsNoMoreOfALongTextThanHelps) {
  std::string text = "bbob/f1";
  for (int i = 2; i < 20'000; ++i) text += "," + std::to_string(i);
  EXPECT_LT(error_of([&] { return expand_slice(text); }).size(), 1000u);
  EXPECT_LT(error_of([&] { return make_objective(text + "?noise=0.1"); }).size(), 1000u);
}

TEST(Slice, IsBlamedForItsSlips) {
  const std::string known = "known: bbob, bbob-boxed, bbob-mixint, bbob-noisy";
  const std::vector<Refused> cases = {
      {"BBOB/f1/d2/i1", "family \"BBOB\" is unknown; did you mean \"bbob\"? known: "},
      {"bbob-foo/f1/d2/i1", "family \"bbob-foo\" is unknown; did you mean \"bbob\"? known: "},
      {"bbob-largescale/f1/d80/i1",
       "family \"bbob-largescale\" is unknown; did you mean \"bbob\"? known: "},
      {"bbob-*/f1/d5/i1", "family \"bbob-*\" is unknown; did you mean \"bbob\"? known: "},
      {"bbob/f1 /d2/i1", "did you mean \"bbob/f1/d2/i1\"?"},
      {"bbob/f1.5/d2/i1", "\"f1.5\": expected f, d and i in this order"},
      {"SUITE:classic", "\"SUITE:classic\" is unknown; did you mean \"suite:classic\"?"},
      {"suit:classic", "\"suit:classic\" is unknown; did you mean \"suite:classic\"?"},
  };
  for (const auto& [text, error] : cases) {
    EXPECT_NE(error_of([&, t = text] { return make_objective(t); }).find(error), std::string::npos)
        << error_of([&, t = text] { return make_objective(t); });
  }
}

TEST(Slice, IsSeenByItsFamily) {
  for (const char* text :
       {"bbob/f1", "bbob/f1,8/d5", "bbob/rubbish", "bbob-mixint/f*", "bbob/", "bbop/f1-24/d5",
        "bbobmixint/f1", "BBOB/F1", "bbob-x/f1/d2", "bbob/f1 /d2", "bbob/f1.5"}) {
    EXPECT_TRUE(looks_like_slice(text)) << text;
  }
  for (const char* text : {"", "bbob", "x/f1", "lr/d2", "bbop/speed", "tabular/digits-mlp",
                           "tabular/*", "bbob/f1 + x", "bbob/(f1)", "/f1", "bbop/"}) {
    EXPECT_FALSE(looks_like_slice(text)) << text;
  }
}

TEST(Slice, KeepsItsCommasInAList) {
  EXPECT_EQ(split_objectives("sphere,bbob/f1-24/d2,5/i1-5,ackley"),
            (Names{"sphere", "bbob/f1-24/d2,5/i1-5", "ackley"}));
  EXPECT_EQ(split_objectives("bbob/f1, 8-9 ,11/d5/i1,3?noise=0.1,bbob-noisy/f101,suite:hpo"),
            (Names{"bbob/f1,8-9,11/d5/i1,3?noise=0.1", "bbob-noisy/f101", "suite:hpo"}));
  EXPECT_EQ(split_objectives("bbop/f1,8/d5"), Names{"bbop/f1,8/d5"});
  EXPECT_EQ(split_objectives("bbob/f1?noise=0.1,2"), (Names{"bbob/f1?noise=0.1", "2"}));
  EXPECT_EQ(split_objectives("bbob/f1,2*x"), (Names{"bbob/f1", "2*x"}));
  EXPECT_EQ(split_objectives("bbob/f1,2 + x"), (Names{"bbob/f1", "2 + x"}));
  EXPECT_EQ(split_objectives("x/f1,2/y"), (Names{"x/f1", "2/y"}));
  EXPECT_EQ(split_objectives("sphere,2"), (Names{"sphere", "2"}));
  EXPECT_EQ(split_objectives("bbob/f1,2,2*x,3"), (Names{"bbob/f1,2", "2*x", "3"}));
  EXPECT_EQ(split_objectives("bbob/f1,2?noise=1,3"), (Names{"bbob/f1,2?noise=1", "3"}));
  EXPECT_EQ(split_objectives("bbob/f1,/d2"), Names{"bbob/f1,/d2"});
  EXPECT_THROW(split_objectives("bbob/f1,,2"), SpecError);
}

TEST(Expand, GivesItsOptionsToEach) {
  EXPECT_EQ(expand_objective(" bbob/f1/d5/i1,2 ?noise=0.1&shift=3"),
            (Names{"bbob/f1/d5/i1?noise=0.1&shift=3", "bbob/f1/d5/i2?noise=0.1&shift=3"}));
  EXPECT_EQ(expand_objective("hpo6*?noise=1"), Names{"hpo6?noise=1"});
  EXPECT_EQ(expand_objective("x**2 + y"), Names{"x**2 + y"});
}

TEST(Expand, LeavesADivisionOfParametersAlone) {
  const SearchSpace space({{"bbob", Uniform{1, 2}}, {"f1", Uniform{1, 2}}});
  EXPECT_EQ(expand_objective("bbob/f1", space), Names{"bbob/f1"});
  EXPECT_EQ(make_objective("bbob/f1?noise=0", space).loss(std::vector{3.0, 2.0}, 1, Stream(1)),
            1.5);
  EXPECT_EQ(canonical_objective("bbob/f1"), "bbob/f1");
  const SearchSpace other({{"x", Uniform{1, 2}}});
  EXPECT_EQ(expand_objective("bbob/f1/d2/i1", other), Names{"bbob/f1/d2/i1"});
  EXPECT_EQ(error_of([&] { return make_objective("bbob/f1/d2/i1", other); }),
            "objective \"bbob/f1/d2/i1\" has a space of its own: give no --config or --param with "
            "it");
}

TEST(FamilyMember, IsAnObjectiveWithOptions) {
  const Objective objective = make_objective(" bbob/f1/d3/i2 ?shift=4");
  EXPECT_EQ(objective.space().size(), 3u);
  EXPECT_EQ(objective.optimum()->value, make_objective("bbob/f1/d3/i2").optimum()->value);
  EXPECT_EQ(canonical_objective("bbob/f08/d3/i02?noise=0.10&fail=0"), "bbob/f8/d3/i2?noise=0.1");
  EXPECT_EQ(make_objective("curve?of=bbob/f8/d3/i2(shift=1)&steps=9").max_step(), 9);
}

TEST(FamilyMember, IsOneWhereOneIsNeeded) {
  EXPECT_EQ(error_of([] { return make_objective("bbob/f1/d5"); }),
            "objective \"bbob/f1/d5\" stands for 15, where one is needed: bbob/f1/d5/i1");
  EXPECT_EQ(error_of([] { return make_objective("suite:classic?noise=1"); }),
            "objective \"suite:classic\" stands for 45, where one is needed: beale");
  EXPECT_EQ(error_of([] { return make_objective("bbob/f1/d5/i1?dim=3"); }),
            "objective \"bbob/f1/d5/i1\": option \"dim\" is unknown; known: fail, noise, rotate, "
            "shift");
  EXPECT_EQ(error_of([] { return make_objective("bbob/f1/d5/i1?noise=a b"); }),
            "objective \"bbob/f1/d5/i1\": noise = a b: expected letters, digits and .+-/_, then "
            "options in brackets or nothing");
  EXPECT_EQ(error_of([] { return make_objective("bbob/f31/d5/i1?noise=1"); }),
            "objective \"bbob/f31/d5/i1\": \"f31\": bbob has f1 .. f24; did you mean "
            "\"bbob/f24/d5/i1\"?");
}

}  // namespace sweep::slice_test
