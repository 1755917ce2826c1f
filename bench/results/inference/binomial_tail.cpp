#include "bench/results/inference/binomial_tail.hpp"

#include <boost/math/distributions/binomial.hpp>
#include <cassert>

namespace sweep {

double binomial_at_least(std::size_t count, std::size_t trials, double p) {
  assert(count <= trials && p > 0 && p < 1);
  if (count == 0) return 1;
  const boost::math::binomial distribution(static_cast<double>(trials), p);
  return cdf(complement(distribution, static_cast<double>(count - 1)));
}

}  // namespace sweep
