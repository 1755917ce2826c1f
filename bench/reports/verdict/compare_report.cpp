#include "bench/reports/verdict/compare_report.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "bench/reports/verdict/verdict_text.hpp"
#include "bench/results/statistics.hpp"

namespace sweep {
namespace {

std::string percent_text(double share) { return fmt::format("{:+.3g} %", 100 * share); }

Shown shown_share(double share) { return {percent_text(share), share}; }

std::string p_text(const Opponent& opponent) {
  const std::optional<double> p = opponent.p_together();
  return p ? fmt::format(" (together p = {:.2g})", *p) : "";
}

std::string against_first(const Opponent& opponent, const Comparison& comparison) {
  const std::string counts =
      fmt::format("it wins on {}, loses on {}, is the same on {}, {} open", opponent.wins,
                  opponent.losses, opponent.same, opponent.open);
  const Judgement judgement = opponent.judgement();
  if (judgement == Judgement::same) {
    return fmt::format("{} is the same as {} on all {} problems", opponent.label, comparison.first,
                       opponent.problems.size());
  }
  const std::string verdict =
      judgement == Judgement::inconclusive
          ? fmt::format("no sure difference between {} and {}", opponent.label, comparison.first)
          : fmt::format("{} is {} than {}", opponent.label, to_text(judgement), comparison.first);
  return fmt::format(
      "{}: its loss changes by {} of the larger one in the median of {} problems{}; {}", verdict,
      percent_text(opponent.median_change), opponent.problems.size(), p_text(opponent), counts);
}

std::string rank_text(const Standing& standing) {
  if (!standing.interval) return fmt::format("{:.3g}", standing.mean_rank);
  return fmt::format("{:.3g} [{:.3g}, {:.3g}]", standing.mean_rank, standing.interval->first,
                     standing.interval->second);
}

ReportTable standings_table(const Comparison& comparison) {
  ReportTable table;
  table.columns = {
      {"contender", "contender"}, {"mean rank", "mean_rank"}, {"lo", "lo"}, {"hi", "hi"},
      {"lowest on", "lowest_on"}, {"problems", "problems"}};
  table.text_columns = 1;
  for (const Standing& standing : comparison.standings) {
    const auto& interval = standing.interval;
    table.rows.push_back({shown(standing.label), shown(standing.mean_rank),
                          interval ? shown(interval->first) : shown_missing(),
                          interval ? shown(interval->second) : shown_missing(),
                          shown(standing.lowest), shown(comparison.problems)});
  }
  return table;
}

/// The problems of a group of objectives against one opponent.
struct GroupCounts {
  std::vector<double> changes;
  std::size_t wins = 0;
  std::size_t losses = 0;
  std::size_t same = 0;

  void add(const ProblemVerdict& problem) {
    changes.push_back(relative_change(problem));
    wins += problem.judgement == Judgement::better ? 1 : 0;
    losses += problem.judgement == Judgement::worse ? 1 : 0;
    same += problem.judgement == Judgement::same ? 1 : 0;
  }
};

ReportTable group_table(const Opponent& opponent) {
  std::map<std::string, GroupCounts> groups;
  for (const ProblemVerdict& problem : opponent.problems) {
    groups[problem.group.empty() ? problem.function : problem.group].add(problem);
  }
  ReportTable table;
  table.columns = {{"group", "group"}, {"problems", "problems"}, {"change", "median_change"},
                   {"wins", "wins"},   {"losses", "losses"},     {"same", "same"},
                   {"open", "open"}};
  table.text_columns = 1;
  for (const auto& [name, group] : groups) {
    table.rows.push_back({shown(name), shown(group.changes.size()),
                          shown_share(median(group.changes)), shown(group.wins),
                          shown(group.losses), shown(group.same),
                          shown(group.changes.size() - group.wins - group.losses - group.same)});
  }
  return table;
}

Shown shown_needed(const ProblemVerdict& problem) {
  const bool is_open = problem.judgement == Judgement::inconclusive;
  return is_open && problem.pairs_needed ? shown(*problem.pairs_needed) : shown_missing();
}

// The problems that are not the same, those that differ first.
ReportTable problems_table(const Opponent& opponent) {
  ReportTable table;
  table.columns = {{"problem", "problem"},
                   {"verdict", "judgement"},
                   {"first", "first"},
                   {"this", "this"},
                   {"change", "change"},
                   {"pairs", "pairs"},
                   {"settled by", "pairs_needed"}};
  table.text_columns = 2;
  for (const Judgement judgement :
       {Judgement::better, Judgement::worse, Judgement::not_comparable, Judgement::inconclusive}) {
    for (const ProblemVerdict& problem : opponent.problems) {
      if (problem.judgement != judgement) continue;
      table.rows.push_back({shown(problem.title), shown(judgement_text(problem)),
                            shown(problem.sample.base.value), shown(problem.sample.candidate.value),
                            shown(change_text(problem)), shown(pairs_text(problem)),
                            shown_needed(problem)});
    }
  }
  return table;
}

void add_opponent(const Opponent& opponent, const Comparison& comparison, Sections& sections) {
  sections.emplace_back(Heading{
      opponent.label + " against " + comparison.first,
      fmt::format("median change of the loss, as a share of the larger of the two, by group of "
                  "objectives{}; tests are beyond a tolerance of {}",
                  p_text(opponent), to_text(comparison.rule.tolerance)),
      "signed-rank tests, Wilcoxon 1945, doi:10.2307/3001968; of problems together stratified, "
      "van Elteren 1960"});
  sections.emplace_back(group_table(opponent));
  sections.emplace_back(Heading{
      opponent.label + " against " + comparison.first + ", problems",
      "what differs and what is open; settled by: the pairs that a difference as seen takes",
      "detectable effects: simulated signed-rank tests of normal differences, in 95 of 100 cases"});
  ReportTable problems = problems_table(opponent);
  if (problems.rows.empty()) {
    sections.emplace_back(Prose{"all problems are the same"});
  } else {
    sections.emplace_back(std::move(problems));
  }
  for (const std::string& note : opponent.notes) sections.emplace_back(Note{note, "", {}});
}

}  // namespace

std::string sentence_of(const Comparison& comparison) {
  if (comparison.opponents.size() == 1) {
    return against_first(comparison.opponents.front(), comparison);
  }
  const auto best = std::min_element(
      comparison.standings.begin(), comparison.standings.end(),
      [](const Standing& a, const Standing& b) { return a.mean_rank < b.mean_rank; });
  std::vector<std::string> verdicts;
  for (const Opponent& opponent : comparison.opponents) {
    const Judgement judgement = opponent.judgement();
    verdicts.push_back(fmt::format("{} {}", opponent.label, to_text(judgement)));
  }
  return fmt::format("{} ranks first of {}, mean rank {} over {} problems; against {}: {}",
                     best->label, comparison.standings.size(), rank_text(*best),
                     comparison.problems, comparison.first, fmt::join(verdicts, ", "));
}

Sections comparison_sections(const Comparison& comparison) {
  const std::string sentence = sentence_of(comparison);
  Sections sections = {Note{sentence, "sentence", sentence}};
  sections.emplace_back(
      Heading{"standings",
              "mean rank of the median loss over problems, 1 is lowest, with an "
              "interval of 95 % by bootstrapping problems",
              "Demsar 2006, JMLR 7; Efron 1987, doi:10.1080/01621459.1987.10478410"});
  sections.emplace_back(standings_table(comparison));
  for (const Opponent& opponent : comparison.opponents) {
    add_opponent(opponent, comparison, sections);
  }
  return sections;
}

}  // namespace sweep
