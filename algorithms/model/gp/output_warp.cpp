#include "algorithms/model/gp/output_warp.hpp"

#include <algorithm>
#include <boost/math/tools/minima.hpp>
#include <cmath>
#include <limits>
#include <set>
#include <vector>

namespace sweep {
namespace {

double bent(double x) { return x > 0 ? std::log1p(x) : x; }

// (y - best)/bend, whose difference may be too large for doubles.
double scaled(const OutputWarp& warp, double y) { return (y / 2 - warp.best / 2) / warp.bend * 2; }

void standardise(OutputWarp& warp, std::span<const double> losses) {
  double mean = 0;
  double squares = 0;
  double count = 0;
  for (const double y : losses) {
    const double value = bent(scaled(warp, y));
    ++count;
    const double difference = value - mean;
    mean += difference / count;
    squares += difference * (value - mean);
  }
  warp.mean = mean;
  warp.deviation = squares > 0 ? std::sqrt(squares / count) : 1;
}

OutputWarp warp_with(std::span<const double> losses, double best, double bend) {
  OutputWarp warp{best, std::min(bend, std::numeric_limits<double>::max() / 4)};
  standardise(warp, losses);
  return warp;
}

// The losses without repetitions, in the order of their first appearance.
std::vector<double> distinct(std::span<const double> losses) {
  std::set<double> seen;
  std::vector<double> firsts;
  for (const double y : losses) {
    if (seen.insert(y).second) firsts.push_back(y);
  }
  return firsts;
}

struct Losses {
  std::span<const double> all;
  std::vector<double> distinct;
};

// Minus the log likelihood, up to a constant.
double badness(const OutputWarp& warp, const Losses& losses, const Misfit& misfit) {
  std::vector<double> targets;
  double log_slopes = 0;
  for (const double y : losses.all) targets.push_back(warp(y));
  for (const double y : losses.distinct) log_slopes += std::log(warp.slope(y));
  const double n = static_cast<double>(losses.distinct.size());
  const double value = n / 2 * std::log(misfit(targets)) - log_slopes;
  return std::isfinite(value) ? value : std::numeric_limits<double>::max();
}

}  // namespace

double OutputWarp::operator()(double y) const {
  return (bent(scaled(*this, y)) - mean) / deviation;
}

double OutputWarp::slope(double y) const {
  return 1 / (bend * deviation * (1 + std::max(0.0, scaled(*this, y))));
}

double OutputWarp::inverse(double t) const {
  const double w = t * deviation + mean;
  return best + bend * (w > 0 ? std::expm1(w) : w);
}

OutputWarp straight_warp(std::span<const double> losses) {
  const auto [best, worst] = std::minmax_element(losses.begin(), losses.end());
  constexpr double kStraight = 1e6;
  const double range = *worst / 2 - *best / 2;
  return warp_with(losses, *best, range > 0 ? range * kStraight : 1);
}

OutputWarp bent_warp(std::span<const double> losses, const Misfit& misfit) {
  const Losses counted{losses, distinct(losses)};
  const auto ends = std::minmax_element(losses.begin(), losses.end());
  const double best = *ends.first;
  const double range = *ends.second / 2 - best / 2;
  if (counted.distinct.size() < 4 || !(range > 0)) return straight_warp(losses);
  constexpr int kBits = 10;
  constexpr double kLowest = -18;  // of ln(bend/range)
  constexpr double kHighest = 5;
  const auto at = [&](double z) { return warp_with(losses, best, range * std::exp(z)); };
  const auto search = [&](double z) { return badness(at(z), counted, misfit); };
  const double z = boost::math::tools::brent_find_minima(search, kLowest, kHighest, kBits).first;
  return at(z);
}

}  // namespace sweep
