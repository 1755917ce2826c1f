#include "bench/results/measures/expected_runtime.hpp"

#include <algorithm>
#include <limits>

namespace sweep {
namespace {

constexpr double kPenalty = 10;

double largest_budget(std::span<const RunLength> lengths) {
  double largest = 0;
  for (const RunLength& length : lengths) largest = std::max(largest, length.budget);
  return largest;
}

double total_hits(std::span<const RunLength> lengths) {
  double total = 0;
  for (const RunLength& length : lengths) total += length.is_success() ? length.hit : 0;
  return total;
}

double total_spent(std::span<const RunLength> lengths, Charge charge) {
  double total = 0;
  for (const RunLength& length : lengths) total += length.spent();
  if (charge == Charge::own_budget) return total;
  const auto failures = static_cast<double>(lengths.size() - successes(lengths));
  return total_hits(lengths) + failures * largest_budget(lengths);
}

double over_successes(double total, std::span<const RunLength> lengths) {
  const std::size_t reached = successes(lengths);
  if (reached == 0) return std::numeric_limits<double>::infinity();
  return total / static_cast<double>(reached);
}

double over_runs(double total, std::span<const RunLength> lengths) {
  return lengths.empty() ? 0 : total / static_cast<double>(lengths.size());
}

}  // namespace

std::size_t successes(std::span<const RunLength> lengths) {
  return static_cast<std::size_t>(std::count_if(
      lengths.begin(), lengths.end(), [](const RunLength& length) { return length.is_success(); }));
}

double success_rate(std::span<const RunLength> lengths) {
  return over_runs(static_cast<double>(successes(lengths)), lengths);
}

double average_evaluations(std::span<const RunLength> lengths, Charge charge) {
  return over_runs(total_spent(lengths, charge), lengths);
}

double expected_runtime(std::span<const RunLength> lengths, Charge charge) {
  return over_successes(total_spent(lengths, charge), lengths);
}

double success_performance(std::span<const RunLength> lengths) {
  if (successes(lengths) == 0) return std::numeric_limits<double>::infinity();
  return over_successes(total_hits(lengths), lengths) / success_rate(lengths);
}

double penalised_average_runtime(std::span<const RunLength> lengths) {
  const auto failures = static_cast<double>(lengths.size() - successes(lengths));
  const double penalty = failures * kPenalty * largest_budget(lengths);
  return over_runs(total_hits(lengths) + penalty, lengths);
}

}  // namespace sweep
