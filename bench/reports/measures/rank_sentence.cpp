#include "bench/reports/measures/rank_sentence.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <vector>

namespace sweep {
namespace {

std::string problems_text(std::size_t problems) {
  return fmt::format("{} problem{}", problems, problems == 1 ? "" : "s");
}

// "mean rank 1.25 of 3 [1.08, 1.50] over 24 problems"
std::string rank_of_best(const RankedMethods& ranked) {
  const Estimate& rank = ranked.ranking.methods.front().rank;
  std::string text =
      fmt::format("mean rank {:.2f} of {}", rank.value, ranked.scores.methods.size());
  if (rank.lo && rank.hi) text += fmt::format(" [{:.2f}, {:.2f}]", *rank.lo, *rank.hi);
  return text + " over " + problems_text(ranked.ranking.problems);
}

/// The methods that the best one surely beats, and the others with the p-values that say no.
struct Standings {
  std::vector<std::string> beaten;
  std::vector<std::string> open;
  double largest_p = 0;  // of the beaten
};

Standings standings_of(const RankedMethods& ranked) {
  Standings standings;
  for (const Rival& rival : ranked.verdict.rivals) {
    const std::string& method = ranked.scores.methods[rival.method];
    if (ranked.verdict.is_beaten(rival, ranked.ranking.problems)) {
      standings.beaten.push_back(method);
      standings.largest_p = std::max(standings.largest_p, rival.p);
    } else {
      standings.open.push_back(fmt::format("{} (p = {:.2g})", method, rival.p));
    }
  }
  return standings;
}

std::string beaten_text(const Standings& standings) {
  if (standings.beaten.empty()) return "";
  const std::string who = standings.open.empty() && standings.beaten.size() > 1
                              ? "every other method"
                              : fmt::format("{}", fmt::join(standings.beaten, ", "));
  return fmt::format(" It surely beats {} (p ≤ {:.2g}).", who, standings.largest_p);
}

// "It surely beats random on 2 of 3 and grid on all of them, and is surely worse than bayes on 1."
std::string by_problem(const RankedMethods& ranked) {
  std::vector<std::string> parts;
  for (const Rival& rival : ranked.verdict.rivals) {
    std::string part = fmt::format("{} on {} of {}", ranked.scores.methods[rival.method],
                                   rival.ahead, ranked.ranking.problems);
    if (rival.behind > 0) part += fmt::format(" (and is surely worse on {})", rival.behind);
    parts.push_back(std::move(part));
  }
  return fmt::format(" On these alone its cells surely beat {}.", fmt::join(parts, ", "));
}

std::string sentence_of_few(const RankedMethods& ranked, const std::string& best) {
  const std::string lead =
      fmt::format("{} leads with {}, too few to speak of others.", best, rank_of_best(ranked));
  if (ranked.ranking.problems > 1) return lead + by_problem(ranked);
  const Standings standings = standings_of(ranked);
  if (standings.open.empty()) return lead + " On this one it is best." + beaten_text(standings);
  return fmt::format("{} On this one it may be no better than {}.{}", lead,
                     fmt::join(standings.open, ", "), beaten_text(standings));
}

}  // namespace

std::string rank_sentence(const RankedMethods& ranked) {
  const std::string& best = ranked.scores.methods[ranked.verdict.best];
  if (!ranked.verdict.is_over_problems) return sentence_of_few(ranked, best);
  const std::string rank = rank_of_best(ranked);
  const Standings standings = standings_of(ranked);
  if (standings.open.empty()) {
    return fmt::format("{} is best: {}.{}", best, rank, beaten_text(standings));
  }
  const std::string lead =
      standings.beaten.empty() ? "No method is surely best" : "Which method is best is not sure";
  return fmt::format("{}: {} leads with {}, but may be no better than {}.{}", lead, best, rank,
                     fmt::join(standings.open, ", "), beaten_text(standings));
}

}  // namespace sweep
