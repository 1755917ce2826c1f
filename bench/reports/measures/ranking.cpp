#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "bench/reports/measures/labels.hpp"
#include "bench/reports/measures/measures.hpp"
#include "bench/reports/measures/rank_sentence.hpp"
#include "bench/reports/measures/ranking_pairs.hpp"

namespace sweep {
namespace {

// "1.75 [1.25, 2.5]"
Shown shown_estimate(const Estimate& estimate) {
  if (estimate.n == 0) return shown_missing();
  Map map = {{"value", estimate.value}, {"lo", Value()}, {"hi", Value()}};
  if (!estimate.lo || !estimate.hi) return {short_text(estimate.value), std::move(map)};
  map[1].value = *estimate.lo;
  map[2].value = *estimate.hi;
  return {fmt::format("{} [{}, {}]", short_text(estimate.value), short_text(*estimate.lo),
                      short_text(*estimate.hi)),
          std::move(map)};
}

// Groups are numbered from 1.
Shown shown_groups(const RankedMethod& method) {
  if (method.groups.empty()) return shown_missing();
  std::vector<std::size_t> numbers;
  List list;
  for (const std::size_t group : method.groups) {
    numbers.push_back(group + 1);
    list.push_back(static_cast<std::int64_t>(group + 1));
  }
  return {fmt::format("{}", fmt::join(numbers, ",")), std::move(list)};
}

ReportTable table_of_ranks(const MethodScores& scores, const MethodRanking& ranking) {
  ReportTable table;
  table.columns = {{"method", "method"},  {"n", "problems"},
                   {"mean rank", "rank"}, {"normalised regret", "regret"},
                   {"best", "best"},      {"groups", "groups"}};
  table.text_columns = 1;
  for (const RankedMethod& method : ranking.methods) {
    table.rows.push_back({shown(scores.methods[method.method]), shown(ranking.problems),
                          shown_estimate(method.rank), shown_estimate(method.regret),
                          shown(method.best), shown_groups(method)});
  }
  return table;
}

// Mean ranks over one problem are its ranks.
bool can_test(const MethodRanking& ranking) {
  return ranking.problems >= 2 && ranking.methods.size() >= 2;
}

Note friedman_note(const MethodRanking& ranking) {
  if (!can_test(ranking)) return {"", "friedman", {}};
  const Friedman& test = ranking.test;
  const auto df1 = static_cast<std::int64_t>(test.df1);
  const auto df2 = static_cast<std::int64_t>(test.df2);
  return {
      fmt::format("Friedman: chi2({}) = {:.4g}, p = {:.3g}; Iman-Davenport: F({}, {}) = {:.4g}, "
                  "p = {:.3g}: mean ranks {}",
                  df1, test.chi_squared, test.p, df1, df2, test.f, test.p_f,
                  test.p_f <= 0.05 ? "differ" : "are not shown to differ"),
      "friedman",
      Map{{"chi_squared", test.chi_squared},
          {"p", test.p},
          {"f", test.f},
          {"df1", df1},
          {"df2", df2},
          {"p_f", test.p_f}}};
}

List names_of(const std::vector<std::size_t>& group, const MethodScores& scores,
              const MethodRanking& ranking) {
  List names;
  for (const std::size_t place : group) {
    names.emplace_back(scores.methods[ranking.methods[place].method]);
  }
  return names;
}

Note nemenyi_note(const MethodScores& scores, const MethodRanking& ranking) {
  if (!can_test(ranking)) return {"", "nemenyi", {}};
  List groups;
  for (const auto& group : ranking.groups) groups.emplace_back(names_of(group, scores, ranking));
  return {fmt::format("Nemenyi: mean ranks differ at 5 % from {:.3g} on; methods of one group are "
                      "not told apart. A mean rank depends on which other methods there are: the "
                      "table of pairs does not",
                      ranking.critical_difference),
          "nemenyi",
          Map{{"alpha", 0.05},
              {"critical_difference", ranking.critical_difference},
              {"groups", std::move(groups)}}};
}

// "30 evaluations", or "from 30 (branin 2-D) to 200 evaluations (bbob/f1 5-D)"
std::string budgets_text(const std::vector<ScoredProblem>& problems) {
  const auto ends = std::minmax_element(
      problems.begin(), problems.end(),
      [](const ScoredProblem& a, const ScoredProblem& b) { return a.budget < b.budget; });
  const ScoredProblem& least = *ends.first;
  const ScoredProblem& most = *ends.second;
  const std::string_view unit = unit_name(most.axis);
  if (least.budget == most.budget) return fmt::format("{:.6g} {}", most.budget, unit);
  return fmt::format("from {:.6g} ({} {}-D) to {:.6g} {} ({} {}-D)", least.budget, least.function,
                     least.dimension, most.budget, unit, most.function, most.dimension);
}

Note problems_note(const MethodScores& scores, const MethodRanking& ranking) {
  List budgets;
  for (const ScoredProblem& problem : scores.problems) {
    budgets.emplace_back(Map{{"function", problem.function},
                             {"dimension", problem.dimension},
                             {"budget", problem.budget},
                             {"complete", problem.is_complete()}});
  }
  std::string text = fmt::format(
      "normalised regret: 0 is the best that any cell reached on a problem, 1 the worst, on a "
      "logarithmic scale down to 1e-8 where the optimum is known. A method's score is the median "
      "of "
      "its cells, at the largest budget that all methods had on the problem: {}. Intervals are of "
      "95 %, for problems like these",
      budgets_text(scores.problems));
  if (ranking.problems < scores.problems.size()) {
    text +=
        fmt::format(". Ranks are of {} of {} problems: not every method has cells on the others",
                    ranking.problems, scores.problems.size());
  }
  return {std::move(text), "ranked_problems", std::move(budgets)};
}

// What a page says first.
Note sentence_note(const RankedMethods& ranked) {
  if (ranked.verdict.rivals.empty()) return {"", "verdict", {}};
  const std::string sentence = rank_sentence(ranked);
  return {sentence, "verdict", sentence};
}

}  // namespace

Sections ranking_sections(const RankedMethods& ranked) {
  const MethodScores& scores = ranked.scores;
  const MethodRanking& ranking = ranked.ranking;
  Sections sections = {table_of_ranks(scores, ranking), sentence_note(ranked),
                       problems_note(scores, ranking), friedman_note(ranking),
                       nemenyi_note(scores, ranking)};
  Sections pairs = pair_sections(scores, ranked.pairs);
  std::move(pairs.begin(), pairs.end(), std::back_inserter(sections));
  return sections;
}

Sections ranking_sections(std::span<const DataSet> sets, const MeasureOptions&) {
  return ranking_sections(ranked_methods(sets));
}

}  // namespace sweep
