#include "bench/experiment/form_hints.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "algorithms/text/error.hpp"

namespace sweep::form_hints_test {

struct Row {
  Named kind;
  const char* list;
  const char* better;  // "" if the list is as it should be
};

TEST(BetterForm, IsWhatWasMeant) {
  const std::vector<Row> rows = {
      {Named::method, "random grid", "random,grid"},
      {Named::method, "random  grid tpe", "random,grid,tpe"},
      {Named::method, "random,", "random"},
      {Named::method, "grid(levels=5)", "grid?levels=5"},
      {Named::method, "grid(levels=5, random_order=true)", "grid?levels=5&random_order=true"},
      {Named::method, "grid:levels=5", "grid?levels=5"},
      {Named::method, "grid levels=5", "grid?levels=5"},
      {Named::method, "wandb-hyperband?eta=3,min_iter=3", "wandb-hyperband?eta=3&min_iter=3"},
      {Named::method, "asha?eta=3,s=1,random", "asha?eta=3&s=1,random"},
      {Named::objective, "branin ackley", "branin,ackley"},
      {Named::objective, "ackley(dim=5)", "ackley?dim=5"},
      {Named::objective, "ackley?dim=5,noise=1", "ackley?dim=5&noise=1"},
      {Named::method, "random", ""},
      {Named::method, "random, grid", ""},
      {Named::method, "asha?eta=3,grid?levels=3", ""},
      {Named::method, "baysian", ""},
      {Named::objective, "bbob/f1,8/d2,5/i1-2?noise=0.1,sphere", ""},
      {Named::objective, "x + y", ""},
      {Named::objective, "max(x, 2) + y", ""},
      {Named::objective, "x > 1 ? y : z", ""},
      {Named::objective, "curve?of=ackley(dim=3&shift=1)", ""},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(better_form(row.kind, row.list).value_or(""), row.better) << row.list;
  }
}

TEST(CheckForm, QuotesWhatAShellWouldRead) {
  try {
    check_form(Named::method, "asha?eta=3,s=1");
    FAIL() << "accepted";
  } catch (const SpecError& error) {
    EXPECT_STREQ(error.what(), "--method asha?eta=3,s=1: write --method 'asha?eta=3&s=1'");
  }
}

TEST(FlagFor, IsTheOneThatAWordLacks) {
  EXPECT_EQ(flag_for("branin"), "--objective branin");
  EXPECT_EQ(flag_for("ackley?dim=5"), "--objective 'ackley?dim=5'");
  EXPECT_EQ(flag_for("grid"), "--method grid");
  EXPECT_EQ(flag_for("bayes+asha"), "--method bayes+asha");
  EXPECT_EQ(flag_for("classic"), "--objective suite:classic");
  EXPECT_EQ(flag_for("trials=30"), "--trials 30");
  EXPECT_EQ(flag_for("e.yaml"), std::nullopt);
}

}  // namespace sweep::form_hints_test
