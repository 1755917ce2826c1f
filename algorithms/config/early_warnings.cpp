#include "algorithms/config/early_warnings.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace sweep {
namespace {

constexpr std::size_t kMostShown = 3;

// max_iter/eta, max_iter/eta^2, .., s of them or as many as there are, in ascending order.
std::string bands_below(double max_iter, double s, double eta) {
  std::vector<double> bands;
  double band = max_iter / eta;
  for (; band >= 1 && static_cast<double>(bands.size()) < s && bands.size() < kMostShown;
       band /= eta) {
    bands.push_back(std::floor(band));
  }
  const bool has_more = band >= 1 && static_cast<double>(bands.size()) < s;
  std::reverse(bands.begin(), bands.end());
  return fmt::format("{}{:.0f}", has_more ? ".., " : "", fmt::join(bands, ", "));
}

std::string bands_above(double min_iter, double eta) {
  std::vector<double> bands;
  for (std::size_t k = 0; k < kMostShown; ++k) {
    bands.push_back(std::floor(min_iter * std::pow(eta, static_cast<double>(k))));
  }
  return fmt::format("{:.0f}, ..", fmt::join(bands, ", "));
}

}  // namespace

std::string ignored_limits(const EarlyTerminate& early) {
  if (early.max_iter && early.min_iter && early.s) {
    return fmt::format(
        "min_iter {} is ignored beside max_iter and s: the bands are at {}; leave max_iter and s "
        "out for bands at {}",
        *early.min_iter, bands_below(*early.max_iter, *early.s, early.eta),
        bands_above(*early.min_iter, early.eta));
  }
  if (early.min_iter && early.s && !early.max_iter) {
    return fmt::format("s {} is ignored without max_iter: the bands are at {}", *early.s,
                       bands_above(*early.min_iter, early.eta));
  }
  return "";
}

}  // namespace sweep
