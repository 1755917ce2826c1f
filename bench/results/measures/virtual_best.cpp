#include "bench/results/measures/virtual_best.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <vector>

#include "bench/results/measures/targets.hpp"

namespace sweep {
namespace {

constexpr std::size_t kTargets = 51;
constexpr std::size_t kFunctions = 24;
constexpr int kDimensions[] = {2, 3, 5, 10, 20, 40};
constexpr double kGridTolerance = 1e-9;  // relative: 10^(k/5) may be off by a rounding elsewhere

// Archive by archive, function by function, dimension by dimension.
constexpr std::uint32_t kBestErts[][kTargets] = {
#include "bench/results/measures/virtual_best_table.inc"
};
static_assert(std::size(kBestErts) == 2 * kFunctions * std::size(kDimensions));

using ErtRow = std::array<double, kTargets>;

std::vector<ErtRow> read_rows() {
  std::vector<ErtRow> rows(std::size(kBestErts));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    std::transform(
        std::begin(kBestErts[i]), std::end(kBestErts[i]), rows[i].begin(), [](std::uint32_t ert) {
          return ert == 0 ? std::numeric_limits<double>::infinity() : static_cast<double>(ert);
        });
  }
  return rows;
}

}  // namespace

std::span<const double> virtual_best_erts(int function, int dimension, Archive archive) {
  static const std::vector<ErtRow> rows = read_rows();
  const auto* const place = std::find(std::begin(kDimensions), std::end(kDimensions), dimension);
  const bool has_function = function >= 1 && function <= static_cast<int>(kFunctions);
  if (!has_function || place == std::end(kDimensions)) return {};
  const std::size_t first = archive == Archive::solvers_2009 ? 0 : kFunctions;
  const std::size_t number = first + static_cast<std::size_t>(function) - 1;
  return rows[number * std::size(kDimensions) +
              static_cast<std::size_t>(place - std::begin(kDimensions))];
}

std::optional<double> virtual_best_ert(int function, int dimension, double target,
                                       Archive archive) {
  const std::span<const double> erts = virtual_best_erts(function, dimension, archive);
  const std::vector<double> targets = run_length_targets();
  const auto found = std::find_if(targets.begin(), targets.end(), [&](double grid) {
    return grid <= target * (1 + kGridTolerance);
  });
  if (erts.empty() || found == targets.end()) return std::nullopt;
  return erts[static_cast<std::size_t>(found - targets.begin())];
}

}  // namespace sweep
