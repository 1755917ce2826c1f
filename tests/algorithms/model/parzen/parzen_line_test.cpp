#include "algorithms/model/parzen/parzen_line.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "algorithms/model/parzen/normal_mass.hpp"

namespace sweep::parzen_line_test {

// Of sums of a thousand terms, and of the series of narrow cells.
constexpr double kRounding = 1e-8;

ParzenColumn continuous() { return {}; }
ParzenColumn stepped(double cells) { return {ParzenColumn::Kind::stepped, cells, {}}; }

/// A column and how many observations it has, which crowd near 0.2.
struct Case {
  std::string name;
  ParzenColumn column;
  std::size_t observations;
  ParzenOptions options = {1, true, false, true};
};

std::string name_of(const testing::TestParamInfo<Case>& row) { return row.param.name; }

double snapped(const ParzenColumn& column, double x) {
  if (column.kind != ParzenColumn::Kind::stepped) return x;
  return (std::min(std::floor(x * column.cells), column.cells - 1) + 0.5) / column.cells;
}

std::vector<ParzenKernel> observations(const Case& row, std::uint64_t seed = 1) {
  Stream draws(seed);
  std::vector<ParzenKernel> kernels;
  for (std::size_t i = 0; i < row.observations; ++i) {
    const double x = draws.uniform();
    kernels.push_back({snapped(row.column, i % 2 == 0 ? x : 0.2 + 0.05 * x), draws.uniform()});
  }
  std::sort(kernels.begin(), kernels.end(),
            [](const auto& a, const auto& b) { return a.at < b.at; });
  return kernels;
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

// The formula as it stands, kernel by kernel.
double plain_density(const Case& row, const std::vector<ParzenKernel>& kernels, double x) {
  std::vector<double> places;
  for (const ParzenKernel& kernel : kernels) places.push_back(kernel.at);
  const auto prior = places.insert(std::upper_bound(places.begin(), places.end(), 0.5), 0.5);
  const auto prior_place = static_cast<std::size_t>(prior - places.begin());
  std::vector<double> widths(places.size());
  neighbour_widths(places, row.options, widths);
  widths[prior_place] = 1;
  double sum = 0;
  double whole = 0;
  for (std::size_t i = 0, k = 0; i < places.size(); ++i) {
    const double weight = i == prior_place ? row.options.prior_weight : kernels[k++].weight;
    sum += weight * plain_kernel(row.column, x, places[i], widths[i], row.options.normalised);
    whole += weight;
  }
  return sum / whole;
}

std::vector<Case> lines() {
  return {{"NoObservation", continuous(), 0},
          {"OneObservation", continuous(), 1},
          {"Continuous", continuous(), 40},
          {"ManyContinuous", continuous(), 1000},
          {"LightPrior", continuous(), 300, {1e-6, true, false, true}},
          {"Endpoints", continuous(), 10, {1, true, true, true}},
          {"TwoCells", stepped(2), 30},
          {"SixtyFourCells", stepped(64), 1000},
          {"LargestTable", stepped(256), 500},
          {"SmallestSeries", stepped(257), 500},
          {"ThousandCells", stepped(1000), 1000},
          {"SharpKernels", stepped(1000), 100, {1, false, false, true}}};
}

class Line : public testing::TestWithParam<Case> {};

// Places on both sides of kernels, in an order of their own.
std::vector<double> some_places(const ParzenColumn& column) {
  std::vector<double> places = {0.999, 0.001, 0.2, 0.5, 0.2};
  Stream draws(9);
  for (int i = 0; i < 24; ++i) places.push_back(draws.uniform());
  for (double& x : places) x = snapped(column, x);
  return places;
}

TEST_P(Line, EqualsThePlainFormula) {
  const Case& row = GetParam();
  const std::vector<ParzenKernel> kernels = observations(row);
  ParzenLine line(row.column, row.options);
  line.fit(kernels);
  const std::vector<double> places = some_places(row.column);
  std::vector<double> logs(places.size());
  line.log_densities(places, logs);
  for (std::size_t i = 0; i < places.size(); ++i) {
    const double plain = plain_density(row, kernels, places[i]);
    EXPECT_NEAR(std::exp(logs[i]), plain, kRounding * plain) << places[i];
  }
}

TEST(ParzenLine, LeavesWidthsOutIfNotNormalised) {
  const Case row{"", continuous(), 60, {1, true, false, false}};
  ParzenLine line(row.column, row.options);
  line.fit(observations(row));
  const std::vector<double> places = some_places(row.column);
  std::vector<double> logs(places.size());
  line.log_densities(places, logs);
  for (std::size_t i = 0; i < places.size(); ++i) {
    const double plain = plain_density(row, observations(row), places[i]);
    EXPECT_NEAR(std::exp(logs[i]), plain, kRounding * plain) << places[i];
  }
}

// The middles of many cells: exact for the masses of a stepped column, and for a density whose
// narrowest kernel is 20 of them wide to (1/20)^2/24 of the kernels' curvature.
std::vector<double> middles(double cells) {
  std::vector<double> places;
  for (double k = 0; k < cells; ++k) places.push_back((k + 0.5) / cells);
  return places;
}

TEST_P(Line, AddsUpToOne) {
  const Case& row = GetParam();
  ParzenLine line(row.column, row.options);
  line.fit(observations(row));
  const bool is_stepped = row.column.kind == ParzenColumn::Kind::stepped;
  const std::vector<double> places = middles(is_stepped ? row.column.cells : 2000);
  std::vector<double> logs(places.size());
  line.log_densities(places, logs);
  double sum = 0;
  for (const double log : logs) sum += std::exp(log);
  if (!is_stepped) sum /= static_cast<double>(places.size());
  EXPECT_NEAR(sum, 1, is_stepped ? kRounding : 1e-4);
}

TEST_P(Line, AnswersTheSameWhateverItWasFittedToBefore) {
  const Case& row = GetParam();
  ParzenLine fresh(row.column, row.options);
  ParzenLine used(row.column, row.options);
  std::vector<ParzenKernel> kernels = observations(row);
  used.fit(kernels);
  used.fit(observations({row.name, row.column, 17, {}}, 2));
  if (!kernels.empty()) kernels.erase(kernels.begin());
  used.fit(observations(row));
  fresh.fit(kernels);
  used.fit(kernels);
  const std::vector<double> places = some_places(row.column);
  std::vector<double> expected(places.size());
  std::vector<double> logs(places.size());
  fresh.log_densities(places, expected);
  used.log_densities(places, logs);
  EXPECT_EQ(logs, expected);
}

// Kolmogorov's distance: above 1.95/sqrt(n) with a probability of 0.001.
TEST_P(Line, DrawsWhatItsDensitySays) {
  constexpr std::size_t kDraws = 4000;
  const Case& row = GetParam();
  ParzenLine line(row.column, row.options);
  line.fit(observations(row));
  const bool is_stepped = row.column.kind == ParzenColumn::Kind::stepped;
  const std::vector<double> places = middles(is_stepped ? row.column.cells : 2000);
  std::vector<double> logs(places.size());
  line.log_densities(places, logs);
  std::vector<double> drawn(places.size(), 0.0);
  Stream draws(3);
  for (std::size_t i = 0; i < kDraws; ++i) {
    const double x = line.draw(draws);
    ASSERT_GE(x, 0);
    ASSERT_LE(x, 1);
    const double cell = x * static_cast<double>(places.size());
    drawn[std::min(static_cast<std::size_t>(cell), places.size() - 1)] += 1.0 / kDraws;
  }
  double difference = 0;
  double furthest = 0;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const double width = is_stepped ? 1 : 1 / static_cast<double>(places.size());
    difference += drawn[i] - std::exp(logs[i]) * width;
    furthest = std::max(furthest, std::abs(difference));
  }
  EXPECT_LT(furthest, 1.95 / std::sqrt(kDraws));
}

INSTANTIATE_TEST_SUITE_P(Columns, Line, testing::ValuesIn(lines()), name_of);

}  // namespace sweep::parzen_line_test
