#include "algorithms/model/parzen/parzen_product.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "algorithms/model/parzen/normal_mass.hpp"

namespace sweep::parzen_product_test {

// Of sums of a thousand terms, and of the series of narrow cells.
constexpr double kRounding = 1e-8;

ParzenColumn continuous() { return {}; }
ParzenColumn stepped(double cells) { return {ParzenColumn::Kind::stepped, cells, {}}; }
ParzenColumn categories(std::vector<double> probabilities) {
  return {ParzenColumn::Kind::category, 0, std::move(probabilities)};
}

double snapped(const ParzenColumn& column, double x) {
  if (column.kind != ParzenColumn::Kind::stepped) return x;
  return (std::min(std::floor(x * column.cells), column.cells - 1) + 0.5) / column.cells;
}

double plain_kernel(const ParzenColumn& column, double x, double at, double width,
                    bool normalised) {
  const double inside = normal_mass(-at / width, (1 - at) / width);
  if (column.kind == ParzenColumn::Kind::stepped) {
    const double half = 0.5 / column.cells;
    return normal_mass((x - half - at) / width, (x + half - at) / width) / inside;
  }
  const double z = (x - at) / width;
  return std::exp(-z * z / 2) / std::sqrt(2 * std::acos(-1.0)) / (normalised ? width : 1) / inside;
}

const std::vector<ParzenColumn>& mixed_columns() {
  static const std::vector<ParzenColumn> columns = {continuous(), stepped(4), stepped(1000),
                                                    categories({0.2, 0.8})};
  return columns;
}

// Rows of all the columns, with weights.
struct Rows {
  explicit Rows(std::size_t n) {
    Stream draws(5);
    for (std::size_t i = 0; i < n; ++i) {
      for (const ParzenColumn& column : mixed_columns()) {
        const double x = draws.uniform();
        const bool is_category = column.kind == ParzenColumn::Kind::category;
        places.push_back(is_category ? std::floor(2 * x) : snapped(column, x));
      }
      weights.push_back(0.1 + draws.uniform());
    }
  }
  [[nodiscard]] std::span<const double> row(std::size_t i) const {
    return std::span(places).subspan(i * mixed_columns().size(), mixed_columns().size());
  }
  std::vector<double> places;
  std::vector<double> weights;
};

double plain_factor(const ParzenColumn& column, std::size_t n, double x, double at, double width) {
  if (column.kind != ParzenColumn::Kind::category) return plain_kernel(column, x, at, width, false);
  const double prior = column.probabilities[static_cast<std::size_t>(x)];
  const double smoothing = 2 / static_cast<double>(n + 1);
  return ((x == at ? 1 : 0) + smoothing * prior) / (1 + smoothing);
}

double plain_product(const Rows& seen, std::span<const double> x) {
  const std::size_t n = seen.weights.size();
  const double width = product_width(n, x.size(), {});
  double prior = 1;
  for (std::size_t k = 0; k < x.size(); ++k) {
    const ParzenColumn& column = mixed_columns()[k];
    const bool is_category = column.kind == ParzenColumn::Kind::category;
    prior *= is_category ? column.probabilities[static_cast<std::size_t>(x[k])]
                         : plain_kernel(column, x[k], 0.5, 1, false);
  }
  double sum = prior;
  for (std::size_t i = 0; i < n; ++i) {
    double product = seen.weights[i];
    for (std::size_t k = 0; k < x.size(); ++k) {
      product *= plain_factor(mixed_columns()[k], n, x[k], seen.row(i)[k], width);
    }
    sum += product;
  }
  return sum / std::accumulate(seen.weights.begin(), seen.weights.end(), 1.0);
}

TEST(ParzenProduct, EqualsThePlainFormula) {
  for (const std::size_t n : {0U, 1U, 30U, 500U}) {
    const Rows seen(n);
    ParzenProduct product(mixed_columns(), {});
    product.fit(seen.places, seen.weights);
    const Rows asked(21);
    std::vector<double> logs(21);
    product.log_densities(asked.places, logs);
    for (std::size_t i = 0; i < logs.size(); ++i) {
      const double plain = plain_product(seen, asked.row(i));
      EXPECT_NEAR(std::exp(logs[i]), plain, kRounding * plain) << n << ' ' << i;
    }
  }
}

TEST(ParzenProduct, DrawsRowsOfItsColumns) {
  const Rows seen(50);
  ParzenProduct product(mixed_columns(), {});
  product.fit(seen.places, seen.weights);
  Stream draws(1);
  std::vector<double> row(mixed_columns().size());
  double mean = 0;
  constexpr int kDraws = 2000;
  for (int i = 0; i < kDraws; ++i) {
    product.draw(draws, row);
    for (std::size_t k = 0; k < 3; ++k) {
      ASSERT_GE(row[k], 0);
      ASSERT_LE(row[k], 1);
    }
    ASSERT_TRUE(row[3] == 0 || row[3] == 1);
    mean += row[3] / kDraws;
  }
  // That of the mixture in its last column; 3.3 deviations of a binomial.
  double expected = 0.8;
  double whole = 1;
  const double smoothing = 2.0 / 51;
  for (std::size_t i = 0; i < 50; ++i) {
    expected += seen.weights[i] * (seen.row(i)[3] + smoothing * 0.8) / (1 + smoothing);
    whole += seen.weights[i];
  }
  EXPECT_NEAR(mean, expected / whole, 3.3 * std::sqrt(0.25 / kDraws));
}

// 40^300 is no double.
TEST(ParzenProduct, SurvivesManyColumns) {
  constexpr std::size_t kColumns = 300;
  ParzenProduct product(std::vector<ParzenColumn>(kColumns), {});
  std::vector<double> rows(3 * kColumns);
  Stream(1).fill_uniform(rows);
  product.fit(rows, std::vector<double>(3, 1.0));
  std::vector<double> logs(3);
  product.log_densities(rows, logs);
  for (const double log : logs) EXPECT_TRUE(std::isfinite(log));
}

}  // namespace sweep::parzen_product_test
