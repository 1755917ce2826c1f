#include <fmt/format.h>

#include <algorithm>

#include "bench/reports/html/views/views.hpp"
#include "bench/results/measures/method_ranking.hpp"

namespace sweep {
namespace {

Series ranked_row(const MethodScores& scores, const RankedMethod& method, double place) {
  Series row{scores.methods[method.method], {place}, {method.rank.value}, {}, {}};
  if (method.rank.lo && method.rank.hi) {
    row.lo = {*method.rank.lo};
    row.hi = {*method.rank.hi};
  }
  return row;
}

// A bar without a dot: where something begins and ends among the ranks.
Series rank_span(std::string name, double from, double to) {
  return {std::move(name), {}, {}, {from}, {to}};
}

void add_groups(const MethodRanking& ranking, Figure& figure) {
  std::size_t number = 0;
  for (const std::vector<std::size_t>& group : ranking.groups) {
    if (group.size() < 2) continue;
    figure.series.push_back(rank_span(fmt::format("not told apart {}", ++number),
                                      ranking.methods[group.front()].rank.value,
                                      ranking.methods[group.back()].rank.value));
  }
}

}  // namespace

Sections critical_difference_sections(std::span<const DataSet> sets) {
  const MethodScores scores = method_scores(sets);
  const MethodRanking ranking = ranking_of(scores);
  if (ranking.problems < 2 || ranking.methods.size() < 2) return {};
  Figure figure{"Critical difference", {"method"}, {"mean rank, lower is better"}, {}};
  figure.kind = FigureKind::intervals;
  figure.caption = fmt::format(
      "Dots: mean ranks over n = {} problems by the median regret of a method's cells, lines their "
      "95 % bootstrap intervals over problems. Bars: the critical difference of Nemenyi's test at "
      "5 % ({:.3g}), and groups of methods that it does not tell apart. Friedman (Iman-Davenport): "
      "p = {:.3g}.",
      ranking.problems, ranking.critical_difference, ranking.test.p_f);
  for (const RankedMethod& method : ranking.methods) {
    const auto place = static_cast<double>(figure.series.size());
    figure.series.push_back(ranked_row(scores, method, place));
  }
  add_groups(ranking, figure);
  figure.series.push_back(rank_span("critical difference", 1, 1 + ranking.critical_difference));
  return {Heading{"critical difference", "which methods mean ranks tell apart, all at once",
                  "Demšar 2006, JMLR 7, 1-30"},
          std::move(figure)};
}

}  // namespace sweep
