#include "bench/results/inference/friedman.hpp"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <cassert>
#include <limits>

#include "bench/results/inference/midranks.hpp"

namespace sweep {
namespace {

/// Sums over all ranks. They are multiples of 1/4, so that doubles hold them exactly.
struct RankSums {
  std::vector<double> of_method;
  double squares = 0;  // A

  explicit RankSums(std::span<const std::vector<double>> rows) : of_method(rows.front().size()) {
    for (const std::vector<double>& row : rows) {
      const std::vector<double> ranks = midranks(row);
      for (std::size_t j = 0; j < ranks.size(); ++j) {
        of_method[j] += ranks[j];
        squares += ranks[j] * ranks[j];
      }
    }
  }
};

double squared_sum(std::span<const double> values) {
  double total = 0;
  for (const double x : values) total += x * x;
  return total;
}

double f_tail(const Friedman& test) {
  if (test.df2 == 0) return 1;
  if (test.f == std::numeric_limits<double>::infinity()) return 0;
  const boost::math::fisher_f distribution(static_cast<double>(test.df1),
                                           static_cast<double>(test.df2));
  return cdf(complement(distribution, test.f));
}

double chi_squared_tail(const Friedman& test) {
  const boost::math::chi_squared distribution(static_cast<double>(test.df1));
  return cdf(complement(distribution, test.chi_squared));
}

}  // namespace

Friedman friedman(std::span<const std::vector<double>> rows) {
  assert(!rows.empty() && !rows.front().empty());
  const RankSums sums(rows);
  const auto n = static_cast<double>(rows.size());
  const auto k = static_cast<double>(sums.of_method.size());
  const double c = n * k * (k + 1) * (k + 1) / 4;
  const double between = squared_sum(sums.of_method) - n * c;  // of the methods
  const double all = n * (sums.squares - c);
  Friedman test;
  for (const double sum : sums.of_method) test.mean_ranks.push_back(sum / n);
  test.df1 = sums.of_method.size() - 1;
  test.df2 = test.df1 * (rows.size() - 1);
  if (all == 0) return test;
  test.chi_squared = (k - 1) * n * between / all;
  test.f = all == between ? std::numeric_limits<double>::infinity()
                          : (n - 1) * between / (all - between);
  test.p = chi_squared_tail(test);
  test.p_f = f_tail(test);
  return test;
}

}  // namespace sweep
