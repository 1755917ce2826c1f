#include "algorithms/space/distribution.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "algorithms/space/real_limits.hpp"
#include "algorithms/text/error.hpp"
#include "tests/support/distribution_examples.hpp"

namespace sweep::distribution_test {

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

// As far out as the open uniforms of Stream reach, and the very ends.
const double kExtremes[] = {0, 0x1p-53, 1e-9, 0.5, 1 - 1e-9, 1 - 0x1p-53, 1};

TEST_P(EachDistribution, DrawsOnlyValuesThatItContains) {
  const Interval bounds = support(distribution());
  for (const double u : kExtremes) {
    const double x = quantile(distribution(), u);
    EXPECT_TRUE(bounds.contains(x)) << u << " -> " << x;
    if (u > 0 && u < 1) {
      EXPECT_TRUE(contains(distribution(), x)) << u << " -> " << x;
    }
  }
  for (const double x : walk()) EXPECT_TRUE(contains(distribution(), x)) << x;
}

TEST_P(EachDistribution, ComesBackFromTheUnitInterval) {
  for (const double x : walk()) {
    const double unit = to_unit(distribution(), x);
    EXPECT_GT(unit, 0);
    EXPECT_LT(unit, 1);
    // A unit coordinate has a resolution of 2^-53, which many decades stretch.
    const double slack = 0x1p-52 * std::max(0.0, std::exp(-log_probability(distribution(), x)));
    const double back = quantile(distribution(), unit);
    EXPECT_NEAR(back, x, kRoundTrip * std::max(1.0, std::abs(x)) + slack);
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

class EachFiniteDistribution : public EachDistribution {};
class EachContinuousDistribution : public EachDistribution {};

// Few enough to be walked one by one.
bool is_small(const DistributionExample& example) {
  const Cardinality n = count(example.distribution);
  return n && *n <= 10'000;
}
bool is_continuous(const DistributionExample& example) {
  return !has_mass(example.distribution, quantile(example.distribution, 0.9)) &&
         example.name.find("zero") == std::string::npos;
}

std::vector<DistributionExample> examples_that(bool (*are)(const DistributionExample&)) {
  std::vector<DistributionExample> kept;
  for (const DistributionExample& example : distribution_examples()) {
    if (are(example)) kept.push_back(example);
  }
  return kept;
}

const auto kNameOfRow = [](const auto& row) { return row.param.name; };
INSTANTIATE_TEST_SUITE_P(Small, EachFiniteDistribution, testing::ValuesIn(examples_that(is_small)),
                         kNameOfRow);
INSTANTIATE_TEST_SUITE_P(Continuous, EachContinuousDistribution,
                         testing::ValuesIn(examples_that(is_continuous)), kNameOfRow);

TEST_P(EachFiniteDistribution, NumbersItsValuesInOrder) {
  double total = 0;
  const Count n = *count(distribution());
  for (Count i = 0; i < n; ++i) {
    const double x = value_at(distribution(), i);
    EXPECT_EQ(position(distribution(), x), i);
    EXPECT_TRUE(contains(distribution(), x));
    total += std::exp(log_probability(distribution(), x));
  }
  EXPECT_NEAR(total, 1, 1e-12);
  EXPECT_FALSE(position(distribution(), 1e15 + 0.3));
}

TEST_P(EachContinuousDistribution, HasADensityThatIsTheSlopeOfItsCdf) {
  for (const double u : {0.35, 0.5, 0.9}) {
    const double x = quantile(distribution(), u);
    const double h = 1e-6 * std::abs(x);
    const double slope = (cdf(distribution(), x + h) - cdf(distribution(), x - h)) / (2 * h);
    const double density = std::exp(log_probability(distribution(), x));
    // The difference quotient cancels to about 1e-16 over the probability of 2 h.
    EXPECT_NEAR(slope / density, 1, 1e-7 + 1e-16 / (h * density)) << x;
  }
}

TEST(Quantised, HasTailsThatDoNotCancel) {
  const Quantised d{Normal{0, 1}, 0.5};
  for (const double x : {1.0, 4.0, 8.0, 9.0, 20.0}) {
    EXPECT_NEAR(d.log_probability(x) / d.log_probability(-x), 1, 1e-13) << x;
    EXPECT_TRUE(d.contains(x));
  }
}

TEST(Quantised, HasMassesThatAddUpToOneWithoutAnEnd) {
  double total = 0;
  const Quantised d{Normal{0.3, 2}, 0.5};
  for (int k = -80; k <= 80; ++k) total += std::exp(d.log_probability(0.5 * k));
  EXPECT_NEAR(total, 1, 1e-12);  // 20 deviations on each side
  const ZeroOr z{0.5, Quantised{LogNormal{-1, 1}, 1}};
  total = 0;
  for (int k = 0; k <= 2000; ++k) total += std::exp(z.log_probability(k));
  EXPECT_NEAR(total, 1, 1e-12);  // P(above 2000) is 1e-18
  EXPECT_NEAR(z.cdf(0), std::exp(z.log_probability(0)), 1e-14);
}

TEST(Quantised, KnowsWhatIsNoMultiple) {
  const Quantised many{Uniform{0, 1e10 + 0.7}, 1};
  EXPECT_EQ(many.quantile(1), 1e10);
  EXPECT_EQ(many.count(), Cardinality(10'000'000'001));
  EXPECT_FALSE(many.contains(1e9 + 0.3));
  EXPECT_FALSE((Quantised{Uniform{0, 1000}, 1e-7}.contains(123.45678905)));
}

TEST(Quantised, RefusesMultiplesThatDoublesCannotTellApart) {
  EXPECT_NE((Quantised{Uniform{0, 1e15}, 1e-3}.problem()), "");
  EXPECT_NE((Quantised{LogUniform::between(1, 1e30), 1e20, true}.problem()), "");
  EXPECT_NE((Quantised{LogNormal{50, 1}, 1, true}.problem()), "");
  EXPECT_EQ((Quantised{Uniform{0, 1e12}, 1e-3}.problem()), "");
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
  EXPECT_EQ(corrected.quantile(0.66), 0);
  EXPECT_EQ(corrected.quantile(0.67), 1);
  EXPECT_NEAR(corrected.cdf(0), 2.0 / 3, 1e-15);
  const Categorical as_wandb({1, 1.0, true}, {}, Behaviour::as_wandb);
  EXPECT_EQ(as_wandb.at(0), 1);
  EXPECT_EQ(as_wandb.index_of(1), 0);
}

TEST(Categorical, GivesTheLastPossibleValueAboveTheSum) {
  EXPECT_EQ(Categorical({"a", "b", "c"}, {0.5, 0.499995, 0}).quantile(0.999999), 1);
}

TEST(Categorical, CountsNoValueOfProbabilityZero) {
  const Categorical d({"a", "b", "c"}, {0.5, 0, 0.5});
  EXPECT_EQ(d.count(), Cardinality(2));
  EXPECT_EQ(d.at(1), 2);
  EXPECT_FALSE(d.position(1));
}

TEST(Categorical, SurvivesMoreProbabilitiesThanValues) {
  const Categorical d({1, 2}, {0.1, 0.1, 0.8}, Behaviour::as_wandb);
  EXPECT_EQ(d.quantile(0.9), 1);
  EXPECT_EQ(d.log_probability(2), -kInfinity);
}

TEST(LogNormal, RefusesWhatOverflows) {
  EXPECT_EQ(problem(LogNormal{800, 1}), "exp of mu 800 and sigma 1 leaves the range of doubles");
  EXPECT_NE(problem(LogNormal{0, 100}), "");
}

TEST(IntUniform, DrawsLargeIntegersEquallyOften) {
  const IntUniform d{0x1p51 - 1, 0x1p51};
  EXPECT_EQ(d.quantile(0.49), 0x1p51 - 1);
  EXPECT_EQ(d.quantile(0.51), 0x1p51);
}

TEST(IntLogUniform, TellsLargeIntegersApart) {
  const IntLogUniform d{1e12, 1e12 + 3};
  for (int i = 0; i < 4; ++i) EXPECT_EQ(d.quantile((i + 0.5) / 4), 1e12 + i);
}

TEST(Cdf, IsZeroBelowLogarithmicKinds) {
  for (const Distribution& d :
       {Distribution(LogUniform::between(1, 2)), Distribution(InvLogUniform::between(1, 2)),
        Distribution(LogNormal{})}) {
    EXPECT_EQ(cdf(d, -1), 0);
    EXPECT_EQ(cdf(d, 0), 0);
    EXPECT_TRUE(std::isnan(cdf(d, std::nan(""))));
  }
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

}  // namespace sweep::distribution_test
