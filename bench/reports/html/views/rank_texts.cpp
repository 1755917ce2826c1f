// What several views say of ranks.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <limits>

#include "bench/reports/html/views/views.hpp"

namespace sweep {
namespace {

std::string rank_interval(const Estimate& estimate) {
  if (!estimate.lo || !estimate.hi) return "";
  return fmt::format(" [{:.2f}, {:.2f}]", *estimate.lo, *estimate.hi);
}

/// The methods that the best one surely beats, and the others with the p-values that say no.
struct Rivals {
  std::vector<std::string> beaten;
  std::vector<std::string> open;
  double largest_p = 0;  // of the beaten
};

Rivals rivals_of(const std::vector<std::string>& methods, const MethodRanks& ranks) {
  Rivals rivals;
  for (std::size_t m = 0; m < methods.size(); ++m) {
    if (!ranks.p[m]) continue;
    if (*ranks.p[m] <= kRankLevel) {
      rivals.beaten.push_back(methods[m]);
      rivals.largest_p = std::max(rivals.largest_p, *ranks.p[m]);
    } else {
      rivals.open.push_back(fmt::format("{} (p = {:.2g})", methods[m], *ranks.p[m]));
    }
  }
  return rivals;
}

std::string beaten_text(const Rivals& rivals) {
  if (rivals.beaten.empty()) return "";
  const std::string who = rivals.open.empty() && rivals.beaten.size() > 1
                              ? "every other method"
                              : fmt::format("{}", fmt::join(rivals.beaten, ", "));
  return fmt::format(" It surely beats {} (p ≤ {:.2g}).", who, rivals.largest_p);
}

}  // namespace

std::string blocks_text(const MethodRanks& ranks) {
  if (ranks.is_over_problems) return fmt::format("{} problems", ranks.blocks);
  return fmt::format("{} matched cell{}", ranks.blocks, ranks.blocks == 1 ? "" : "s");
}

std::string verdict_sentence(const std::vector<std::string>& methods, const MethodRanks& ranks) {
  const std::string& best = methods[ranks.best];
  const Estimate& mean = ranks.mean[ranks.best];
  const Rivals rivals = rivals_of(methods, ranks);
  const std::string rank = fmt::format("mean rank {:.2f} of {}{} over {}", mean.value,
                                       methods.size(), rank_interval(mean), blocks_text(ranks));
  if (rivals.open.empty()) return fmt::format("{} is best: {}.{}", best, rank, beaten_text(rivals));
  const std::string lead =
      rivals.beaten.empty() ? "No method is surely best" : "Which method is best is not sure";
  return fmt::format("{}: {} leads with {}, but may be no better than {}.{}", lead, best, rank,
                     fmt::join(rivals.open, ", "), beaten_text(rivals));
}

Figure rank_figure(const std::vector<std::string>& methods, const MethodRanks& ranks) {
  const std::string lowest = ranks.blocks < 2 ? "" : ", the line its 95 % bootstrap interval";
  Figure figure{"Mean rank", {"method", FigureScale::linear}, {"mean rank, lower is better"}, {}};
  figure.kind = FigureKind::intervals;
  figure.caption = fmt::format(
      "Each dot is the mean of a method's ranks among {} methods (1 = lowest loss, equal losses "
      "share the middle rank) over n = {}{}. p: two-sided signed-rank test against the best "
      "method, "
      "corrected for {} comparisons by Holm.",
      methods.size(), blocks_text(ranks), lowest, methods.size() - 1);
  for (std::size_t m = 0; m < methods.size(); ++m) {
    const Estimate& mean = ranks.mean[m];
    Series row{methods[m], {static_cast<double>(m)}, {mean.value}, {}, {}};
    if (mean.lo && mean.hi) {
      row.lo = {*mean.lo};
      row.hi = {*mean.hi};
    }
    figure.series.push_back(std::move(row));
  }
  const auto rank_of = [](const Series& row) { return row.y.front(); };
  std::stable_sort(figure.series.begin(), figure.series.end(),
                   [&](const Series& a, const Series& b) { return rank_of(a) < rank_of(b); });
  return figure;
}

}  // namespace sweep
