#include "objectives/expression.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <string>
#include <thread>
#include <vector>

#include "algorithms/text/error.hpp"
#include "objectives/catalog.hpp"

namespace sweep::expression_test {

SearchSpace mixed_space() {
  return SearchSpace({{"x", Uniform{0, 4}},
                      {"y", Categorical(std::vector<Value>{1, 3.5, 7})},
                      {"flag", Categorical(std::vector<Value>{true, false})},
                      {"opt", Categorical(std::vector<Value>{"adam", "sgd"})},
                      {"model/lr", Uniform{0, 1}},
                      {"batch-size", IntUniform{1, 64}},
                      {"log", Uniform{0, 9}},
                      {"fixed", Constant{Value(12)}}});
}

const std::vector<double> kPoint{2, 1, 0, 1, 0.25, 32, 5, 0};

double value(const std::string& text, const SearchSpace& space = mixed_space()) {
  return Expression(text, space).loss(kPoint, 1, Stream{0});
}

std::string refusal(const std::string& text, const SearchSpace& space = mixed_space()) {
  try {
    const Expression expression(text, space);
    return "";
  } catch (const SpecError& error) {
    return error.what();
  }
}

TEST(Expression, ComputesWhatItSays) {
  const struct {
    const char* text;
    double value;
  } cases[] = {{"x**3 + y", 11.5},
               {"x^3+y", 11.5},
               {"2**3**2", 512},
               {"2^3^2", 512},
               {"-2**2", -4},
               {"-x**2", -4},
               {"(-x)**2", 4},
               {"2**-1", 0.5},
               {"2**-2**2", 0.0625},
               {"x*-3", -6},
               {"x--1", 3},
               {"+x", 2},
               {"7-4-2", 1},
               {"16/4/2", 2},
               {"1 + 2*x", 5},
               {"x > 1 ? 10 : 20", 10},
               {"x<1?10:x<3?20:30", 20},
               {"x<-1", 0},
               {"x>=2&&x<=2||0", 1},
               {"x!=2", 0},
               {"flag*4", 4},
               {"model.lr", 0.25},
               {"fixed/3", 4},
               {"max (1, x,\n 3)", 3},
               {"sum(1,2,3) + avg(1,3) + min(4,2)", 10},
               {"floor(2.5) + ceil(2.5) + abs(-1) + sign(-3)", 5},
               {"log(e) + ln(e**2)", 3},
               {"log10(1000) + log2(8) + sqrt(16) + exp(0)", 11},
               {"sin(pi/2) + cos(pi)", 0},
               {"log", 5},
               {"log(log/5)", 0},
               {"1.5e1 + .5 + 2.", 17.5},
               {" ( x ) ", 2}};
  for (const auto& c : cases) EXPECT_NEAR(value(c.text), c.value, 1e-14) << c.text;
}

TEST(Expression, LetsAParameterHideAConstant) {
  const SearchSpace space({{"e", Uniform{0, 4}}, {"pi", Uniform{0, 4}}});
  EXPECT_EQ(value("e + 10*pi", space), 12);
}

TEST(Expression, HasNoValueWhereTheFormulaHasNone) {
  EXPECT_TRUE(std::isnan(value("sqrt(-x)")));
  EXPECT_TRUE(std::isnan(value("log(-1)")));
}

TEST(Expression, PointsAtWhatIsWrong) {
  const struct {
    const char* text;
    const char* refusal;
  } cases[] = {
      {"x +* y", "expression 'x +* y': column 4: unexpected '*'"},
      {"x +", "expression 'x +': column 4: unexpected end"},
      {"", "expression '': column 1: the expression is empty"},
      {"  ", "expression '  ': column 1: the expression is empty"},
      {"(x", "expression '(x': column 1: '(' is never closed"},
      {"x)", "expression 'x)': column 2: unexpected ')'"},
      {"2x", "expression '2x': column 2: unexpected 'x'"},
      {"x y", "expression 'x y': column 3: unexpected 'y'"},
      {"x,y", "expression 'x,y': column 2: unexpected ','"},
      {"max((1,2))", "expression 'max((1,2))': column 7: unexpected ','"},
      {"x = 1", "expression 'x = 1': column 3: unexpected '='; '==' compares"},
      {"x ? 1", "expression 'x ? 1': column 3: '?' without ':'"},
      {"x : 1", "expression 'x : 1': column 3: unexpected ':'"},
      {"(x ? 1) : 2", "expression '(x ? 1) : 2': column 4: '?' without ':'"},
      {"sin()", "expression 'sin()': column 5: unexpected ')'"},
      {"sin(1,2)", "expression 'sin(1,2)': column 8: too many arguments for 'sin'"},
      {"x**2 + atan2(1)", "expression 'x**2 + atan2(1)': column 15: too few arguments for 'atan2'"},
      {"1e999", "expression '1e999': column 1: the number is out of range"},
      {"--x", "expression '--x': column 2: unexpected '-'"},
      {"!x", "expression '!x': column 1: unexpected '!'"},
      {"\"a\"", "expression '\"a\"': column 1: unexpected '\"'"},
      {"x\x01", "expression 'x?': column 2: unexpected byte 0x01"},
      {"\xc3\xa9",
       "expression '?"
       "?': column 1: unexpected byte 0xc3"},
      {"opt + 1",
       "expression 'opt + 1': column 1: parameter \"opt\" has a value that is not a number: "
       "\"adam\""},
  };
  for (const auto& c : cases) EXPECT_EQ(refusal(c.text), c.refusal);
}

TEST(Expression, NamesWhatItKnowsWhenANameIsUnknown) {
  const SearchSpace space({{"rate", Uniform{0, 1}}, {"depth", Uniform{0, 1}}});
  EXPECT_EQ(refusal("1 + raet", space),
            "expression '1 + raet': column 5: name \"raet\" is unknown; did you mean \"rate\"? "
            "known: rate, depth");
  EXPECT_EQ(refusal("1 + sni(rate)", space)
                .find("expression '1 + sni(rate)': column 5: function \"sni\" is unknown; did you "
                      "mean \"sin\"? known: abs, acos, "),
            0U);
}

TEST(Expression, SaysWhichParameterCannotBeWritten) {
  const SearchSpace space({{"batch-size", Uniform{0, 1}}, {"x", Uniform{0, 1}}});
  EXPECT_EQ(refusal("batch-size", space),
            "expression 'batch-size': column 1: name \"batch\" is unknown; known: x; "
            "\"batch-size\" can't be used: a name has letters, digits, '_' and '.'");
}

TEST(Expression, RefusesANameThatMayMeanTwoParameters) {
  const SearchSpace space({{"a/b", Uniform{0, 1}}, {"a.b", Uniform{0, 1}}});
  EXPECT_EQ(refusal("a.b", space),
            "expression 'a.b': column 1: \"a.b\" may mean parameter \"a/b\" or \"a.b\"");
}

TEST(Expression, RefusesWhatIsTooLongOrTooDeep) {
  EXPECT_NE(refusal(std::string(100000, '(')).find("100000 characters are too many"),
            std::string::npos);
  EXPECT_NE(refusal(std::string(10000, '(')).find("column 201: more than 200 brackets"),
            std::string::npos);
  EXPECT_NE(refusal(std::string(10000, 'a')).find("column 1: the name is too long"),
            std::string::npos);
  EXPECT_LT(refusal(std::string(100000, 'a')).size(), 200U);
}

TEST(Expression, TakesLongChains) {
  std::string sum = "x";
  std::string choice;
  for (int i = 0; i < 500; ++i) sum += "+1";
  for (int i = 0; i < 500; ++i) choice += "x<0?1:";
  EXPECT_EQ(value(sum), 502);
  EXPECT_EQ(value(choice + "7"), 7);
  EXPECT_EQ(value(std::string(200, '(') + "x" + std::string(200, ')')), 2);
}

TEST(Expression, GivesBlocksTheLossesOfTheirPoints) {
  const Objective objective = make_objective("x**3 + y");
  std::vector<double> rows(200);
  Stream stream{1};
  stream.fill_uniform(rows);
  for (std::size_t i = 0; i < 100; ++i) {
    objective.space().from_unit(std::span(rows).subspan(2 * i, 2));
  }
  std::vector<double> losses(100);
  objective.losses(rows, 0, stream, losses);
  const double numbers[] = {1, 3, 7};
  for (std::size_t i = 0; i < 100; ++i) {
    const double x = rows[2 * i];
    EXPECT_EQ(losses[i], objective.loss(std::span(rows).subspan(2 * i, 2), 1, stream));
    // Three roundings of numbers up to 8.
    EXPECT_NEAR(losses[i], x * x * x + numbers[static_cast<std::size_t>(rows[2 * i + 1])], 4e-15);
  }
}

TEST(Expression, GivesAllThreadsTheSameValues) {
  const Objective objective = Expression("sin(x)**2 + y*x + (flag ? 1 : 2)", mixed_space());
  const auto compute = [&](std::vector<double>& out) {
    for (std::size_t i = 0; i < out.size(); ++i) {
      std::vector<double> x = kPoint;
      x[0] = 0.001 * static_cast<double>(i);
      x[1] = static_cast<double>(i % 3);
      out[i] = objective.loss(x, 1, Stream{0});
    }
  };
  std::vector<double> expected(4000);
  compute(expected);
  std::vector<std::vector<double>> results(4, std::vector<double>(expected.size()));
  std::vector<std::thread> threads;
  for (auto& result : results) threads.emplace_back([&] { compute(result); });
  for (std::thread& thread : threads) thread.join();
  for (const auto& result : results) EXPECT_EQ(result, expected);
}

}  // namespace sweep::expression_test
