#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "bench/reports/html/views/views.hpp"
#include "bench/reports/measures/rank_disagreements.hpp"
#include "bench/reports/measures/rank_sentence.hpp"

namespace sweep {
namespace {

std::string plural(std::size_t count, const char* noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::size_t without_variance(const MethodScores& scores) {
  std::size_t count = 0;
  for (const ScoredProblem& problem : scores.problems) {
    for (std::size_t m = 0; m < scores.methods.size(); ++m) {
      count += problem.is_complete() && problem.repeats[m] > 0 ? 1 : 0;
    }
  }
  return count;
}

// What is compared, and where.
std::string scope_text(const RankedMethods& ranked, std::size_t cells) {
  const MethodScores& scores = ranked.scores;
  const std::size_t left_out = scores.problems.size() - ranked.ranking.problems;
  std::string text = fmt::format(
      "{}, {}, {}. A method is ranked on a problem by the median regret of its cells there, at the "
      "most {} that all methods had.",
      plural(scores.methods.size(), "method"), plural(ranked.ranking.problems, "problem"),
      plural(cells, "cell"), unit_name(scores.problems.front().axis));
  if (const std::size_t still = without_variance(scores)) {
    text += fmt::format(
        " No variance: {} of {} times cells of a method on a problem came down in the very same "
        "way, which counts once.",
        still, scores.methods.size() * ranked.ranking.problems);
  }
  if (left_out > 0) {
    text +=
        fmt::format(" {} left out: not every method has cells there.", plural(left_out, "problem"));
  }
  return text;
}

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
  figure.series.push_back(rank_span("critical difference", 1, 1 + ranking.critical_difference));
}

std::string caption_of(const MethodRanking& ranking) {
  std::string text =
      fmt::format("Dots: mean ranks over n = {} (1 is best, equal scores share the middle rank)",
                  plural(ranking.problems, "problem"));
  if (ranking.problems < 2) return text + ".";
  return text + fmt::format(
                    "; lines: 95 % bootstrap intervals over problems. Bars: the critical "
                    "difference of Nemenyi's test at 5 % ({:.3g}), and methods that it does not "
                    "tell apart. Friedman (Iman-Davenport): p = {:.3g}.",
                    ranking.critical_difference, ranking.test.p_f);
}

// The page has the others among the pairs.
std::string disagreements_text(const RankedMethods& ranked) {
  constexpr std::size_t kMostSentences = 2;
  std::vector<std::string> lines = nemenyi_disagreements(ranked);
  const std::vector<std::string> more = signed_rank_disagreements(ranked.scores, ranked.pairs);
  lines.insert(lines.end(), more.begin(), more.end());
  if (lines.empty()) {
    return "Nemenyi's test, the signed-rank test and the Bayesian comparison disagree on no two "
           "methods.";
  }
  std::string text = "Comparisons disagree. ";
  const std::size_t shown = std::min(lines.size(), kMostSentences);
  for (std::size_t i = 0; i < shown; ++i) text += lines[i] + ". ";
  if (lines.size() > shown) {
    text += fmt::format("So do {} more: see the pairs.", lines.size() - shown);
  }
  return text;
}

Figure rank_figure(const RankedMethods& ranked) {
  const MethodRanking& ranking = ranked.ranking;
  Figure figure{"Mean rank", {"method"}, {"mean rank, lower is better"}, {}};
  figure.kind = FigureKind::intervals;
  figure.caption = caption_of(ranking);
  for (const RankedMethod& method : ranking.methods) {
    const auto place = static_cast<double>(figure.series.size());
    figure.series.push_back(ranked_row(ranked.scores, method, place));
  }
  if (ranking.problems < 2) return figure;
  figure.says = disagreements_text(ranked);
  add_groups(ranking, figure);
  return figure;
}

}  // namespace

Sections overview_sections(const RankedMethods& ranked, std::size_t cells) {
  Sections sections;
  sections.emplace_back(Heading{"verdict", "which method is best, and how sure that is", ""});
  const std::vector<std::string>& methods = ranked.scores.methods;
  if (methods.size() == 1) {
    sections.emplace_back(
        Prose{fmt::format("One method, nothing to compare: {} on {}, {}.", methods.front(),
                          plural(ranked.ranking.problems, "problem"), plural(cells, "cell"))});
    return sections;
  }
  if (ranked.ranking.problems == 0) {
    sections.emplace_back(
        Prose{"Nothing to compare: there is no problem on which every method has cells."});
    return sections;
  }
  sections.emplace_back(Prose{rank_sentence(ranked)});
  sections.emplace_back(Prose{scope_text(ranked, cells)});
  sections.emplace_back(rank_figure(ranked));
  return sections;
}

}  // namespace sweep
