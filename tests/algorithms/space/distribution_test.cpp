#include "algorithms/space/distribution.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "algorithms/space/error.hpp"
#include "tests/support/distribution_examples.hpp"

namespace sweep {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
// A quantile and a cdf of a few roundings each, through exp and log of numbers up to about 12.
constexpr double kRoundTrip = 1e-13;

class EachDistribution : public testing::TestWithParam<DistributionExample> {
 protected:
  const Distribution& distribution() const { return GetParam().distribution; }
  // The different values that a fine walk through the quantiles meets.
  std::vector<double> walk() const {
    std::vector<double> values;
    for (int i = 1; i < 400; ++i) {
      const double x = quantile(distribution(), i / 400.0);
      if (values.empty() || x != values.back()) values.push_back(x);
    }
    return values;
  }
};

INSTANTIATE_TEST_SUITE_P(Examples, EachDistribution, testing::ValuesIn(distribution_examples()),
                         [](const auto& row) { return row.param.name; });

TEST_P(EachDistribution, HasNoProblem) { EXPECT_EQ(problem(distribution()), ""); }

TEST_P(EachDistribution, StaysInsideItsSupport) {
  const Interval bounds = support(distribution());
  for (const double u : {0.0, 1e-300, 1e-9, 0.5, 1 - 1e-9, std::nextafter(1.0, 0.0), 1.0}) {
    const double x = quantile(distribution(), u);
    EXPECT_TRUE(bounds.contains(x)) << u << " -> " << x;
  }
  for (const double x : walk()) EXPECT_TRUE(contains(distribution(), x)) << x;
}

TEST_P(EachDistribution, ComesBackFromTheUnitInterval) {
  for (const double x : walk()) {
    const double back = quantile(distribution(), to_unit(distribution(), x));
    EXPECT_NEAR(back, x, kRoundTrip * std::max(1.0, std::abs(x)));
  }
}

TEST_P(EachDistribution, HasACdfThatRises) {
  double last = 0;
  for (const double x : walk()) {
    const double p = cdf(distribution(), x);
    if (kind(distribution()) != Kind::constant) {
      EXPECT_GE(p, last) << x;
    }
    EXPECT_LE(p, 1) << x;
    last = p;
  }
}

TEST_P(EachDistribution, ComesBackFromItsValues) {
  for (const double x : walk()) {
    const auto back = from_value(distribution(), to_value(distribution(), x));
    ASSERT_TRUE(back) << x;
    EXPECT_EQ(canonical(to_value(distribution(), *back)), canonical(to_value(distribution(), x)));
  }
}

TEST_P(EachDistribution, NumbersItsValuesInOrder) {
  const Cardinality n = count(distribution());
  if (!n) return;
  double total = 0;
  for (Count i = 0; i < *n; ++i) {
    const double x = value_at(distribution(), i);
    EXPECT_EQ(position(distribution(), x), i);
    total += std::exp(log_probability(distribution(), x));
  }
  // A value listed twice has its weight in two places, of which value_at names one.
  const auto* categorical = std::get_if<Categorical>(&distribution());
  if (!categorical || categorical->values().size() == *n) {
    EXPECT_NEAR(total, 1, 1e-12);
  }
  EXPECT_FALSE(position(distribution(), 1e9 + 0.3));
}

TEST_P(EachDistribution, HasADensityThatIsTheSlopeOfItsCdf) {
  if (count(distribution()) || GetParam().name.starts_with("q_")) return;
  for (const double u : {0.35, 0.5, 0.9}) {
    const double x = quantile(distribution(), u);
    const double h = 1e-6 * std::max(std::abs(x), 1e-6);
    const double slope = (cdf(distribution(), x + h) - cdf(distribution(), x - h)) / (2 * h);
    const double density = std::exp(log_probability(distribution(), x));
    // The difference quotient cancels to about 1e-16/1e-6 of the cdf.
    EXPECT_NEAR(slope / density, 1, 1e-7) << x;
  }
}

TEST(Quantised, TakesTheNearestMultiplesInsideTheRange) {
  const Quantised narrow{Uniform{1, 10}, 4};
  EXPECT_EQ(narrow.quantile(0), 4);
  EXPECT_EQ(narrow.quantile(1), 8);
  EXPECT_DOUBLE_EQ(std::exp(narrow.log_probability(4)), 5.0 / 9);  // 1 .. 6 of 1 .. 10
  const Quantised as_wandb{Uniform{1, 10}, 4, false, Behaviour::as_wandb};
  EXPECT_EQ(as_wandb.quantile(0), 0);
  EXPECT_EQ(as_wandb.quantile(0.99), 8);
}

TEST(Quantised, KeepsAMaximumThatRoundingMisses) {
  const Quantised tenths{Uniform{0, 0.3}, 0.1};  // 0.3 / 0.1 < 3 in doubles
  EXPECT_EQ(tenths.quantile(1), 0.3);
  EXPECT_EQ(tenths.count(), Cardinality(4));
}

TEST(Quantised, RefusesARangeWithoutAMultiple) {
  EXPECT_EQ((Quantised{Uniform{1, 1.5}, 7}.problem()),
            "no multiple of q 7 lies between min 1 and max 1.5");
}

TEST(IntUniform, MapsTheEndsOfTheUnitInterval) {
  EXPECT_EQ((IntUniform{1, 10}.quantile(0)), 1);
  EXPECT_EQ((IntUniform{1, 10, Behaviour::as_wandb}.quantile(0)), 0);
  EXPECT_EQ((IntUniform{1, 10}.quantile(1)), 10);
}

TEST(IntLogUniform, HalvesTheProbabilityWhenTheValueDoubles) {
  const IntLogUniform d{1, 1000};
  const double ratio = std::exp(d.log_probability(100) - d.log_probability(200));
  EXPECT_NEAR(ratio, 2, 1e-4);  // ln((k+1/2)/(k-1/2)) = 1/k + O(1/k^3)
}

TEST(ZeroOr, GivesZeroWithItsProbability) {
  const ZeroOr d{0.3, LogUniform::between(1e-6, 0.1)};
  EXPECT_EQ(d.quantile(0.2999), 0);
  EXPECT_NEAR(d.quantile(0.3), 1e-6, 1e-18);
  EXPECT_DOUBLE_EQ(d.cdf(0), 0.3);
  EXPECT_DOUBLE_EQ(std::exp(d.log_probability(0)), 0.3);
}

TEST(ZeroOr, AddsAnInnerZeroToItsOwn) {
  const ZeroOr d{0.5, IntUniform{0, 4}};
  EXPECT_EQ(d.count(), Cardinality(5));
  EXPECT_NEAR(std::exp(d.log_probability(0)), 0.6, 1e-15);
}

TEST(Categorical, TreatsValuesThatAreTheSameAsOne) {
  const Categorical corrected({1, 1.0, true});
  EXPECT_EQ(corrected.count(), Cardinality(2));
  EXPECT_EQ(corrected.at(0), 0);
  const Categorical as_wandb({1, 1.0, true}, {}, Behaviour::as_wandb);
  EXPECT_EQ(as_wandb.at(0), 1);
  EXPECT_EQ(as_wandb.index_of(1), 0);
}

TEST(Categorical, GivesTheLastPossibleValueAboveTheSum) {
  EXPECT_EQ(Categorical({"a", "b", "c"}, {0.5, 0.499995, 0}).quantile(0.999999), 1);
}

TEST(Quantile, RefusesWhatIsNoProbability) {
  const Distribution d = Uniform{0, 1};
  EXPECT_THROW(static_cast<void>(quantile(d, -0.1)), SpecError);
  EXPECT_THROW(static_cast<void>(quantile(d, 1.0000001)), SpecError);
  EXPECT_THROW(static_cast<void>(quantile(d, std::nan(""))), SpecError);
}

TEST(Problem, NamesTheNumbers) {
  EXPECT_EQ(problem(Uniform{0.1, 0.01}), "min 0.1 is not less than max 0.01");
  EXPECT_EQ(problem(Uniform{0, kInfinity}), "max inf is not a finite number");
  EXPECT_EQ(problem(LogUniform::between(0, 1)), "min 0 is not a finite number greater than 0");
  EXPECT_EQ(problem(Normal{0, 0}), "sigma 0 is not a finite number greater than 0");
  EXPECT_EQ(problem(IntUniform{0.5, 3}), "min 0.5 is not a whole number");
  EXPECT_EQ(problem(Categorical({"a", "b"}, {0.5, 0.6})), "probabilities add up to 1.1, not to 1");
  EXPECT_EQ(problem(ZeroOr{0.5, Normal{}}), "inner: its lowest value -inf is below 0");
}

}  // namespace
}  // namespace sweep
