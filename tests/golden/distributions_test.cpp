// Quantiles and cdf of the reference engine, through the library.
#include <gtest/gtest.h>

#include "algorithms/text/error.hpp"
#include "tests/golden/compare.hpp"
#include "tests/golden/vectors.hpp"

namespace sweep::distributions_test {

TEST(DistributionVectors, AgreeInQuantilesAndTypes) {
  const Value vectors = read_vectors("distributions.json");
  ASSERT_EQ(as_list(at(vectors, "cases")).size(), 134u);
  for (const Value& vector_case : as_list(at(vectors, "cases"))) {
    const SearchSpace space = vector_space(vector_case);
    List values;
    for (const double u : as_reals(at(vector_case, "u"))) {
      values.push_back(to_value(space[0].distribution, quantile(space[0].distribution, u)));
    }
    expect_quantiles(vector_case, values);
  }
}

TEST(DistributionVectors, AgreeInTheCdf) {
  const Value vectors = read_vectors("distributions.json");
  for (const Value& vector_case : as_list(at(vectors, "cases"))) {
    const SearchSpace space = vector_space(vector_case);
    std::vector<double> values;
    for (const double x : cdf_arguments(vector_case)) {
      values.push_back(cdf(space[0].distribution, x));
    }
    expect_cdf(vector_case, values);
  }
}

TEST(DistributionVectors, RefuseWhatIsNoProbability) {
  const Value vectors = read_vectors("distributions.json");
  const List& errors = as_list(at(vectors, "errors"));
  ASSERT_FALSE(errors.empty());
  for (const Value& error : errors) {
    const SearchSpace space = vector_space(error);
    EXPECT_THROW(static_cast<void>(quantile(space[0].distribution, as_real(at(error, "u")))),
                 SpecError)
        << as_text(at(error, "id"));
  }
}

}  // namespace sweep::distributions_test
