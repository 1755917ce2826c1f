#include "bench/results/views/method_ranks.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "algorithms/space/stream.hpp"
#include "bench/results/inference/signed_rank.hpp"
#include "bench/results/measures/multiple_tests.hpp"

namespace sweep {
namespace {

std::vector<double> ranks_of(const LossRow& losses) {
  std::vector<double> ranks;
  ranks.reserve(losses.size());
  for (const double loss : losses) {
    double below = 0;
    double equal = 0;
    for (const double other : losses) {
      below += other < loss ? 1 : 0;
      equal += other == loss ? 1 : 0;
    }
    ranks.push_back(below + (equal + 1) / 2);
  }
  return ranks;
}

std::vector<double> mean_of(std::span<const std::vector<double>> rows) {
  std::vector<double> mean(rows.front().size());
  for (const std::vector<double>& row : rows) {
    for (std::size_t i = 0; i < mean.size(); ++i) mean[i] += row[i];
  }
  for (double& value : mean) value /= static_cast<double>(rows.size());
  return mean;
}

std::vector<std::vector<double>> different_ranks(std::vector<LossRow> rows) {
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  std::vector<std::vector<double>> ranks;
  for (const LossRow& row : rows) ranks.push_back(ranks_of(row));
  return ranks;
}

std::vector<std::vector<double>> resampled_means(std::span<const std::vector<double>> blocks) {
  std::vector<std::vector<double>> by_method(blocks.front().size());
  Stream stream = Stream{0}.child("method ranks");
  for (int i = 0; i < kRankResamples; ++i) {
    std::vector<double> total(by_method.size());
    for (std::size_t k = 0; k < blocks.size(); ++k) {
      const std::vector<double>& block = blocks[stream.index(blocks.size())];
      for (std::size_t m = 0; m < total.size(); ++m) total[m] += block[m];
    }
    for (std::size_t m = 0; m < total.size(); ++m) {
      by_method[m].push_back(total[m] / static_cast<double>(blocks.size()));
    }
  }
  return by_method;
}

std::vector<Estimate> mean_ranks(std::span<const std::vector<double>> blocks) {
  std::vector<Estimate> estimates;
  for (const double mean : mean_of(blocks)) estimates.push_back({blocks.size(), mean, {}, {}});
  if (blocks.size() < 2) return estimates;
  const std::vector<std::vector<double>> resampled = resampled_means(blocks);
  for (std::size_t m = 0; m < estimates.size(); ++m) {
    estimates[m].lo = quantile(resampled[m], 0.025);
    estimates[m].hi = quantile(resampled[m], 0.975);
  }
  return estimates;
}

double p_against(std::span<const std::vector<double>> blocks, std::size_t method,
                 std::size_t best) {
  std::vector<double> differences;
  for (const std::vector<double>& block : blocks) {
    differences.push_back(block[method] - block[best]);
  }
  return signed_rank(differences, Alternative::two_sided).p;
}

std::vector<std::optional<double>> p_values(std::span<const std::vector<double>> blocks,
                                            std::size_t best) {
  const std::size_t methods = blocks.front().size();
  std::vector<double> raw;
  for (std::size_t m = 0; m < methods; ++m) {
    if (m != best) raw.push_back(p_against(blocks, m, best));
  }
  const std::vector<double> corrected = holm(raw);
  std::vector<std::optional<double>> p(methods);
  for (std::size_t m = 0, k = 0; m < methods; ++m) {
    if (m != best) p[m] = corrected[k++];
  }
  return p;
}

// The smallest p that signed ranks of so many blocks can have, by Holm for all rivals.
bool can_be_significant(std::size_t blocks, std::size_t methods) {
  const double rivals = methods > 1 ? static_cast<double>(methods - 1) : 1;
  return rivals * std::pow(2.0, 1 - static_cast<double>(blocks)) <= kRankLevel;
}

double shared_length(const ComparedProblem& problem, Axis axis) {
  double length = std::numeric_limits<double>::infinity();
  for (const ComparedCells& row : problem.rows) {
    for (const KeyedCell* cell : row.of_method) {
      length = std::min(length, descent_along(*cell, axis)->length);
    }
  }
  return length;
}

}  // namespace

MethodRanks method_ranks(std::span<const std::vector<LossRow>> problems) {
  MethodRanks answer;
  answer.is_over_problems = can_be_significant(problems.size(), problems.front().front().size());
  std::vector<std::vector<double>> blocks;
  for (const std::vector<LossRow>& problem : problems) {
    const std::vector<std::vector<double>> rows = different_ranks(problem);
    answer.rows += rows.size();
    if (answer.is_over_problems) {
      blocks.push_back(mean_of(rows));
    } else {
      blocks.insert(blocks.end(), rows.begin(), rows.end());
    }
  }
  answer.blocks = blocks.size();
  answer.mean = mean_ranks(blocks);
  const auto best =
      std::min_element(answer.mean.begin(), answer.mean.end(),
                       [](const Estimate& a, const Estimate& b) { return a.value < b.value; });
  answer.best = static_cast<std::size_t>(best - answer.mean.begin());
  answer.p = p_values(blocks, answer.best);
  return answer;
}

std::vector<std::vector<LossRow>> final_losses(const CellsSideBySide& comparison) {
  std::vector<std::vector<LossRow>> losses;
  for (const ComparedProblem& problem : comparison.problems) {
    const double length = shared_length(problem, comparison.axis);
    std::vector<LossRow>& rows = losses.emplace_back();
    for (const ComparedCells& row : problem.rows) {
      LossRow& of_row = rows.emplace_back();
      for (const KeyedCell* cell : row.of_method) {
        of_row.push_back(precision_after(*descent_along(*cell, comparison.axis), length));
      }
    }
  }
  return losses;
}

}  // namespace sweep
