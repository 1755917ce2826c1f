#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "bench/reports/html/views/views.hpp"
#include "bench/results/importance/parameter_importance.hpp"

namespace sweep {
namespace {

std::vector<Factor> factors_of(const TrialSheet& table) {
  std::vector<Factor> factors;
  for (const TrialColumn& parameter : table.parameters) {
    Factor factor{parameter.name, parameter.values, parameter.categories};
    if (parameter.is_logarithmic) {
      for (double& value : factor.values) value = std::log(value);
    }
    factors.push_back(std::move(factor));
  }
  return factors;
}

// A category has a correlation for each of its levels, and no single one.
double correlation_of(const Factor& factor, const FactorImportance& importance) {
  if (factor.is_category() || importance.correlations.empty()) return std::nan("");
  return importance.correlations.front().value_or(std::nan(""));
}

double own_variance(const ParameterImportance& importance, std::size_t factor) {
  for (const VarianceShare& share : importance.variance) {
    if (share.axes == std::vector<std::size_t>{factor}) return share.share;
  }
  return 0;
}

std::vector<std::size_t> by_importance(const ParameterImportance& importance) {
  std::vector<std::size_t> order(importance.factors.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return importance.factors[a].forest > importance.factors[b].forest;
  });
  return order;
}

// Trials that a forest learns from at most: it takes longer than it is worth beyond.
constexpr std::size_t kMostForestTrials = 500;

struct TrialSample {
  std::vector<Factor> factors;
  std::vector<double> losses;
  std::size_t of = 0;  // trials
};

// Rows that are drawn without replacement, each set of them as likely, in ascending order. Every
// k-th row would not do: rows go by seed, method and trial, and k may divide the trials of a cell.
std::vector<std::size_t> drawn_rows(std::size_t count, Stream stream) {
  std::vector<std::size_t> rows(count);
  std::iota(rows.begin(), rows.end(), std::size_t{0});
  if (count <= kMostForestTrials) return rows;
  for (std::size_t i = 0; i < kMostForestTrials; ++i) {
    std::swap(rows[i], rows[i + stream.index(count - i)]);
  }
  rows.resize(kMostForestTrials);
  std::sort(rows.begin(), rows.end());
  return rows;
}

std::vector<double> at_rows(const std::vector<double>& values,
                            const std::vector<std::size_t>& rows) {
  std::vector<double> some;
  some.reserve(rows.size());
  for (const std::size_t row : rows) some.push_back(values[row]);
  return some;
}

TrialSample sample_of(std::vector<Factor> factors, const std::vector<double>& losses,
                      const Stream& stream) {
  const std::vector<std::size_t> rows = drawn_rows(losses.size(), stream);
  for (Factor& factor : factors) factor.values = at_rows(factor.values, rows);
  return {std::move(factors), at_rows(losses, rows), losses.size()};
}

// "n = 230 trials with a loss", or from how many they were drawn.
std::string sample_text(const TrialSample& sample, const ParameterImportance& importance) {
  if (sample.losses.size() == sample.of) {
    return fmt::format("n = {} trials with a loss", importance.trials);
  }
  return fmt::format("n = {} trials with a loss, of {} drawn at random from all {}",
                     importance.trials, sample.losses.size(), sample.of);
}

Figure importance_figure(const TrialSheet& table, const TrialSample& sample,
                         const ParameterImportance& importance) {
  const std::vector<Factor>& factors = sample.factors;
  Figure figure{"Parameter importance", {"parameter"}, {"share, or correlation"}, {}};
  figure.kind = FigureKind::bars;
  figure.choices = {{"objective", table.objective}};
  figure.caption = fmt::format(
      "{}, {}. Importance: a parameter's share in what the splits of a "
      "random "
      "forest of 100 trees take away; it favours parameters of many values. Variance: the share of "
      "the forest's variance over the space that the parameter explains alone. Correlation: the "
      "linear one with the loss (negative: higher values, lower loss); none for a category.",
      table.objective, sample_text(sample, importance));
  Series shares{"importance", {}, {}, {}, {}};
  Series variance{"variance", {}, {}, {}, {}};
  Series correlation{"correlation", {}, {}, {}, {}};
  for (const std::size_t i : by_importance(importance)) {
    const auto place = static_cast<double>(figure.x.names.size());
    for (Series* series : {&shares, &variance, &correlation}) series->x.push_back(place);
    shares.y.push_back(importance.factors[i].forest);
    variance.y.push_back(own_variance(importance, i));
    correlation.y.push_back(correlation_of(factors[i], importance.factors[i]));
    figure.x.names.push_back(factors[i].name);
  }
  figure.series = {std::move(shares), std::move(variance), std::move(correlation)};
  return figure;
}

}  // namespace

Sections importance_sections(std::span<const TrialSheet> tables) {
  Sections sections;
  sections.emplace_back(Heading{"importance", "which parameters matter for the loss",
                                "Breiman 2001, doi:10.1023/A:1010933404324"});
  for (const TrialSheet& table : tables) {
    const Stream stream = Stream{0}.child("importance").child(table.objective);
    const TrialSample sample = sample_of(factors_of(table), table.loss, stream.child("sample"));
    const ParameterImportance importance =
        parameter_importance(sample.factors, sample.losses, stream, 1);
    if (importance.trials > 1) {
      sections.emplace_back(importance_figure(table, sample, importance));
    }
  }
  return sections.size() == 1 ? Sections{} : sections;
}

}  // namespace sweep
