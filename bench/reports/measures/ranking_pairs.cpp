#include "bench/reports/measures/ranking_pairs.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "bench/reports/measures/labels.hpp"
#include "bench/reports/measures/rank_disagreements.hpp"

namespace sweep {
namespace {

std::string as_verdict(PairSays says) {
  switch (says) {
    case PairSays::first_is_better:
      return "better";
    case PairSays::second_is_better:
      return "worse";
    case PairSays::same:
      return "same";
    case PairSays::nothing:
      break;
  }
  return "-";
}

Shown shown_verdict(PairSays says) {
  const std::string text = as_verdict(says);
  return {text, says == PairSays::nothing ? Value() : Value(text)};
}

std::string probability(double p) { return fmt::format("{:.3g}", p); }

Shown shown_shift(const Shift& shift) {
  Map map = {{"estimate", shift.estimate}};
  if (!shift.interval) {
    map.insert(map.end(), {{"lo", Value()}, {"hi", Value()}, {"confidence", Value()}});
    return {short_text(shift.estimate), std::move(map)};
  }
  const auto [low, high] = *shift.interval;
  map.insert(map.end(), {{"lo", low}, {"hi", high}, {"confidence", shift.confidence}});
  return {fmt::format("{} [{}, {}]", short_text(shift.estimate), short_text(low), short_text(high)),
          std::move(map)};
}

Shown shown_counts(const MethodPair& pair) {
  const auto whole = [](std::size_t count) { return static_cast<std::int64_t>(count); };
  return {fmt::format("{}/{}/{}", pair.wins, pair.ties(), pair.losses),
          Map{{"wins", whole(pair.wins)},
              {"ties", whole(pair.ties())},
              {"losses", whole(pair.losses)}}};
}

Shown shown_probability(double p) { return {probability(p), p}; }

ReportTable table_of_pairs(const MethodScores& scores, std::span<const MethodPair> pairs) {
  ReportTable table;
  table.columns = {{"method", "first"},
                   {"against", "second"},
                   {"n", "problems"},
                   {"win/tie/loss", "outcomes"},
                   {"A12", "a12"},
                   {"shift", "shift"},
                   {"p", "p"},
                   {"Holm", "p_holm"},
                   {"signed rank", "signed_rank"},
                   {"P better", "p_better"},
                   {"P same", "p_same"},
                   {"P worse", "p_worse"},
                   {"Bayes", "bayes"}};
  table.text_columns = 2;
  for (const MethodPair& pair : pairs) {
    table.rows.push_back(
        {shown(scores.methods[pair.first]), shown(scores.methods[pair.second]),
         shown(pair.problems), shown_counts(pair), shown_probability(pair.a12),
         shown_shift(pair.shift), shown_probability(pair.p), shown_probability(pair.p_holm),
         shown_verdict(says_signed_rank(pair)), shown_probability(pair.posterior.right),
         shown_probability(pair.posterior.rope), shown_probability(pair.posterior.left),
         shown_verdict(says_posterior(pair))});
  }
  return table;
}

Note disagreement_note(const MethodScores& scores, std::span<const MethodPair> pairs) {
  const std::vector<std::string> lines = signed_rank_disagreements(scores, pairs);
  Note note{"", "disagreements", List(lines.begin(), lines.end())};
  note.text = lines.empty() ? "the signed-rank test and the Bayesian comparison disagree nowhere"
                            : fmt::format("{}", fmt::join(lines, "\n"));
  return note;
}

// Fewer than 6 pairs cannot reach 5 %: the least p is 2^(1 - n).
Note few_problems_note(std::span<const MethodPair> pairs) {
  constexpr std::size_t kLeastProblems = 6;
  const bool is_any = std::any_of(pairs.begin(), pairs.end(), [](const MethodPair& pair) {
    return pair.problems < kLeastProblems;
  });
  if (!is_any) return {};
  return {fmt::format("a signed-rank test over fewer than {} problems cannot tell two methods "
                      "apart at 5 %",
                      kLeastProblems),
          "",
          {}};
}

Note columns_note() {
  return {
      "win/tie/loss: problems where the first has the lower regret, by more than 0.01; "
      "A12: how probably a cell of the first is better than one of the second, mean over problems; "
      "shift: by how much the second's regret is higher, Hodges-Lehmann, with an interval of 95 % "
      "or what n allows; Holm: p corrected for all rows; P: that the first is better, the same "
      "within 0.01, or worse, sure from 0.95 on",
      "",
      {}};
}

}  // namespace

Sections pair_sections(const MethodScores& scores, std::span<const MethodPair> pairs) {
  if (pairs.empty()) return {};
  return {Heading{"ranking-pairs", "each two methods, over the problems that both have",
                  "Wilcoxon 1945, doi:10.2307/3001968; Holm 1979; Benavoli et al. 2017, JMLR "
                  "18(77); Vargha, Delaney 2000, doi:10.3102/10769986025002101"},
          table_of_pairs(scores, pairs), columns_note(), few_problems_note(pairs),
          disagreement_note(scores, pairs)};
}

}  // namespace sweep
