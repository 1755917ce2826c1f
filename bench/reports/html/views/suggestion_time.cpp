#include <fmt/format.h>

#include <map>

#include "bench/reports/html/views/views.hpp"

namespace sweep {
namespace {

constexpr double kShares[] = {0,   0.01, 0.05, 0.1, 0.2,  0.3,  0.4,  0.5,
                              0.6, 0.7,  0.8,  0.9, 0.95, 0.98, 0.99, 1};

using Latencies = std::map<std::string, std::map<std::uint64_t, LatencyHistogram>>;

// Times by method and by how many trials the cells had.
Latencies latencies_of(const CellSet& cells) {
  Latencies latencies;
  for (const KeyedCell& cell : cells.cells) {
    if (cell.timing.suggest.count() == 0) continue;
    latencies[method_title(cell.key.method, cell.key.build)][cell.trials].merge(
        cell.timing.suggest);
  }
  return latencies;
}

LatencyHistogram merged(const std::map<std::uint64_t, LatencyHistogram>& by_trials) {
  LatencyHistogram all;
  for (const auto& [trials, histogram] : by_trials) all.merge(histogram);
  return all;
}

double microseconds(const LatencyHistogram& histogram, double share) {
  return *histogram.quantile(share) / 1e3;
}

Figure share_figure(const Latencies& latencies) {
  Figure figure{"Time of a suggestion",
                {"share of the suggestions that took no longer", FigureScale::linear},
                {"time in µs", FigureScale::logarithmic},
                {}};
  figure.caption =
      "How long a method took to suggest a point, by wall clock: the half that took "
      "no longer ends at 0.5, which is the median.";
  for (const auto& [method, by_trials] : latencies) {
    const LatencyHistogram all = merged(by_trials);
    Series curve{fmt::format("{}", method), {}, {}, {}, {}};
    for (const double share : kShares) {
      curve.x.push_back(share);
      curve.y.push_back(microseconds(all, share));
    }
    figure.caption += fmt::format(" {}: n = {}.", method, all.count());
    figure.series.push_back(std::move(curve));
  }
  return figure;
}

Figure growth_figure(const Latencies& latencies) {
  Figure figure{"Time of a suggestion against trials",
                {"trials of the cell", FigureScale::logarithmic},
                {"time in µs", FigureScale::logarithmic},
                {}};
  figure.caption =
      "Median time of a suggestion in cells of so many trials, by wall clock; the band "
      "lies between the 5th and the 95th percentile.";
  for (const auto& [method, by_trials] : latencies) {
    Series& curve = figure.series.emplace_back(Series{method, {}, {}, {}, {}});
    for (const auto& [trials, histogram] : by_trials) {
      curve.x.push_back(static_cast<double>(trials));
      curve.y.push_back(microseconds(histogram, 0.5));
      curve.lo.push_back(microseconds(histogram, 0.05));
      curve.hi.push_back(microseconds(histogram, 0.95));
    }
  }
  return figure;
}

// Lengths that barely differ show noise, no growth.
bool have_several_lengths(const Latencies& latencies) {
  for (const auto& [method, by_trials] : latencies) {
    if (by_trials.rbegin()->first >= 2 * by_trials.begin()->first) return true;
  }
  return false;
}

ReportTable latency_table(const Latencies& latencies) {
  ReportTable table{
      {{"method", "method"}, {"n", "n"}, {"median µs", "p50_us"}, {"99 % µs", "p99_us"}}, 1, {}};
  for (const auto& [method, by_trials] : latencies) {
    const LatencyHistogram all = merged(by_trials);
    table.rows.push_back({shown(method), shown(static_cast<std::size_t>(all.count())),
                          shown(microseconds(all, 0.5)), shown(microseconds(all, 0.99))});
  }
  return table;
}

}  // namespace

Sections suggestion_time_sections(const CellSet& cells) {
  const Latencies latencies = latencies_of(cells);
  if (latencies.empty()) return {};
  Sections sections;
  sections.emplace_back(
      Heading{"suggestion-time", "how long the optimisers took to suggest a point", ""});
  sections.emplace_back(share_figure(latencies));
  if (have_several_lengths(latencies)) sections.emplace_back(growth_figure(latencies));
  sections.emplace_back(latency_table(latencies));
  return sections;
}

}  // namespace sweep
