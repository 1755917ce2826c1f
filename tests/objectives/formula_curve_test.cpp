// A learning curve above a formula of one's own.
#include <gtest/gtest.h>

#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "algorithms/text/error.hpp"
#include "objectives/catalog.hpp"
#include "objectives/nested.hpp"

namespace sweep::formula_curve_test {

SearchSpace space() {
  return SearchSpace({{"lr", Uniform{0, 1}}, {"layers", IntUniform{.lo = 1, .hi = 8}}});
}

std::string message_of(const std::string& objective, const std::optional<SearchSpace>& given) {
  try {
    static_cast<void>(make_objective(objective, given));
  } catch (const SpecError& error) {
    return error.what();
  }
  return "";
}

TEST(FormulaCurve, EndsAtTheFormulaFromAbove) {
  const Objective curve = make_objective("curve?of=(lr - 0.3)**2 + layers&steps=27", space());
  EXPECT_EQ(curve.max_step(), 27);
  EXPECT_EQ(curve.space().size(), 2U);
  const std::vector<double> x = {0.5, 2};
  const Stream noise(1);
  EXPECT_DOUBLE_EQ(curve.loss(x, 27, noise), 0.2 * 0.2 + 2);
  for (int step = 1; step < 27; ++step) {
    EXPECT_GT(curve.loss(x, step, noise), curve.loss(x, step + 1, noise)) << step;
  }
}

TEST(FormulaCurve, TakesAFormulaInQuotesOrNot) {
  for (const char* text :
       {"curve?of='lr > 0.5 ? 2 : 3'&steps=9", "curve?of=\"lr > 0.5 ? 2 : 3\"&steps=9",
        "curve?of=lr > 0.5 ? 2 : 3&steps=9", "curve?steps=9&of=lr  >  0.5 ? 2 : 3"}) {
    EXPECT_EQ(canonical_objective(text), "curve?of=lr > 0.5 ? 2 : 3&steps=9") << text;
    const Objective curve = make_objective(text, space());
    EXPECT_EQ(curve.loss(std::vector<double>{0.75, 1}, 9, Stream(1)), 2) << text;
  }
}

TEST(FormulaCurve, HasACanonicalTextThatIsItsOwn) {
  for (const char* text :
       {"curve?of=(lr - 1)**2", "curve?of=max(lr, layers)", "curve?of=lr", "curve?of=-(lr)",
        "curve?of=(lr > 0 && layers > 1)&steps=9", "curve?of=ackley(dim=3)", "curve"}) {
    EXPECT_EQ(canonical_objective(text), text);
  }
}

TEST(FormulaCurve, NeedsASpaceThatAnythingElseRefuses) {
  EXPECT_NE(message_of("curve?of=lr**2", {}).find("needs a space"), std::string::npos);
  EXPECT_NE(message_of("curve?of=ackley(dim=3)", space()).find("has a space of its own"),
            std::string::npos);
  EXPECT_NE(message_of("curve", space()).find("has a space of its own"), std::string::npos);
  EXPECT_EQ(message_of("curve?of=ackley(dim=3)", {}), "");
}

TEST(FormulaCurve, SaysWhereAFormulaIsWrong) {
  const std::string message = message_of("curve?of=lr + zz", space());
  EXPECT_NE(message.find("objective \"curve\": of = lr + zz: "), std::string::npos) << message;
  EXPECT_NE(message.find("column 6: name \"zz\" is unknown"), std::string::npos) << message;
}

TEST(FormulaCurve, FailsWhereTheFormulaDoes) {
  const Objective curve = make_objective("curve?of=log(-lr)&steps=3", space());
  for (const int step : {1, 2, 3}) {
    EXPECT_TRUE(std::isnan(curve.loss(std::vector<double>{0.5, 1}, step, Stream(1)))) << step;
  }
}

TEST(NegatedExpression, ChangesTheSignOfWhatIsMaximised) {
  EXPECT_EQ(negated_expression("lr?noise=0.1"), "-(lr)?noise=0.1");
  EXPECT_EQ(negated_expression("curve?of='lr + 1'&steps=9"), "curve?of=-(lr + 1)&steps=9");
}

TEST(NestedObjective, KnowsAFormulaFromOptions) {
  EXPECT_EQ(from_nested("(x - 1)**2"), "(x - 1)**2");
  EXPECT_EQ(from_nested("exp(x)"), "exp(x)");
  EXPECT_EQ(from_nested("max(x==1, 2)"), "max(x==1, 2)");
  EXPECT_EQ(NestedObjective::canonical("' x  ? 1 : (2) '"), "x ? 1 : (2)");
  EXPECT_EQ(NestedObjective::read("'x'").value().text(), "x");
}

}  // namespace sweep::formula_curve_test
