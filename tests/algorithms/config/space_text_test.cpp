#include "algorithms/config/space_text.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cstdint>
#include <vector>

#include "algorithms/config/sweep_config.hpp"
#include "algorithms/text/error.hpp"
#include "tests/support/distribution_examples.hpp"

namespace sweep::space_text_test {

std::uint64_t bits(double x) { return std::bit_cast<std::uint64_t>(x); }

// The same numbers come out of the same numbers.
void expect_same(const Parameter& a, const Parameter& b) {
  EXPECT_EQ(a.name, b.name);
  EXPECT_EQ(name(a.distribution), name(b.distribution));
  EXPECT_EQ(kind(a.distribution), kind(b.distribution));
  for (const double u : {0.0, 1e-9, 0.1, 1.0 / 3, 0.5, 0.71, 0.999, 1.0}) {
    const double x = quantile(a.distribution, u);
    EXPECT_EQ(bits(x), bits(quantile(b.distribution, u))) << a.name << " at " << u;
    EXPECT_EQ(bits(cdf(a.distribution, x)), bits(cdf(b.distribution, x))) << a.name;
    EXPECT_EQ(to_json(to_value(a.distribution, x)), to_json(to_value(b.distribution, x)));
  }
}

void expect_round_trip(const SearchSpace& space) {
  const std::string text = space_text(space);
  EXPECT_EQ(text.find('\n'), std::string::npos);
  const SearchSpace again = read_space_text(text, "space");
  EXPECT_EQ(again.behaviour(), space.behaviour());
  ASSERT_EQ(again.size(), space.size());
  for (std::size_t i = 0; i < space.size(); ++i) expect_same(space[i], again[i]);
  EXPECT_EQ(space_text(again), text);
}

TEST(SpaceText, GivesBackEveryDistribution) {
  std::vector<Parameter> parameters;
  for (const DistributionExample& example : distribution_examples()) {
    parameters.push_back({example.name, example.distribution});
  }
  expect_round_trip(SearchSpace(parameters));
}

TEST(SpaceText, KeepsTheOrderOfTheParameters) {
  expect_round_trip(
      SearchSpace({{"x10", Uniform{0, 1}}, {"x9", Uniform{0, 1}}, {"model/lr", Uniform{0, 1}}}));
}

TEST(SpaceText, SaysThatASpaceBehavesAsWandb) {
  const ReadOptions options{"sweep", Behaviour::as_wandb, true};
  const SweepConfig config = read_sweep(
      "parameters: {a: {values: [1, 1.0, yes, 2020-01-02]}, b: {min: 1, max: 9},"
      " c: {distribution: q_uniform, min: 0, max: 3, q: 2}}",
      options);
  expect_round_trip(*config.space);
}

TEST(SpaceText, RefusesWhatIsNone) {
  for (const char* text : {"", "[]", "{parameters: 3}", "{parameters: {x: 3}}",
                           "{parameters: {x: {distribution: unifrom}}}",
                           "{parameters: {x: {distribution: uniform, min: 1}}}",
                           "{parameters: {x: {distribution: constant}}}",
                           "{parameters: {x: {distribution: zero_or, p: 0.5, inner: {distribution:"
                           " constant, value: 3}}}}",
                           "{parameters: {}}"}) {
    EXPECT_THROW(static_cast<void>(read_space_text(text, "store")), SpecError) << text;
  }
}

}  // namespace sweep::space_text_test
