#include "algorithms/wandb/bands.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "algorithms/text/error.hpp"

namespace sweep {
namespace {

constexpr std::size_t kMostBands = 100'000;
constexpr int kBandsFromMinIter = 100;

std::vector<double> bands_below(double max_iter, double s, double eta) {
  std::vector<double> bands;
  for (double band = max_iter / eta; band >= 1 && static_cast<double>(bands.size()) < s;
       band /= eta) {
    if (bands.size() == kMostBands) {
      throw SpecError(fmt::format("early termination: more than {} bands", kMostBands));
    }
    bands.push_back(std::floor(band));
  }
  std::reverse(bands.begin(), bands.end());
  return bands;
}

std::vector<double> bands_above(double min_iter, double eta) {
  std::vector<double> bands;
  bands.reserve(kBandsFromMinIter);
  for (int k = 0; k < kBandsFromMinIter; ++k) {
    bands.push_back(std::floor(min_iter * std::pow(eta, k)));
  }
  return bands;
}

}  // namespace

std::vector<double> wandb_bands(const EarlyTerminate& rule) {
  constexpr double kAll = std::numeric_limits<double>::infinity();
  std::vector<double> bands;
  if (rule.max_iter) {
    bands = bands_below(*rule.max_iter, rule.s.value_or(kAll), rule.eta);
  } else if (rule.min_iter) {
    bands = bands_above(*rule.min_iter, rule.eta);
  }
  if (!bands.empty()) return bands;
  throw SpecError("early termination: there is no band; increase s or min_iter, or decrease eta");
}

std::size_t threshold_element(std::size_t n, double eta, Behaviour behaviour) {
  const auto count = static_cast<double>(n);
  const double place = behaviour == Behaviour::as_wandb ? (1.0 / eta) * count : count / eta;
  return std::min(static_cast<std::size_t>(place), n - 1);
}

}  // namespace sweep
