#include "bench/reports/verdict/self_test_report.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace sweep {
namespace {

Note rate_note(const SelfTest& test, std::size_t count, const char* key, const char* what) {
  const double share =
      test.gates == 0 ? 0 : static_cast<double>(count) / static_cast<double>(test.gates);
  return {fmt::format("{} {} of {} gates of A against A, {:.3g} %", what, count, test.gates,
                      100 * share),
          key, static_cast<std::int64_t>(count)};
}

Note alarms_note(const SelfTest& test, const VerdictRule& rule) {
  const double p = test.p_of_alarms(rule.alpha);
  const bool is_level_kept = test.judgement(rule.alpha) == Judgement::same;
  return {fmt::format("false alarms and hopes are {} {:g} % of the gates (p = {:.2g})",
                      is_level_kept ? "not shown to be more than" : "more than the level of",
                      100 * rule.alpha, p),
          "p_alarms", p};
}

ReportTable canary_table(const SelfTest& test) {
  ReportTable table;
  table.columns = {{"planted rise", "share"}, {"found", "found"}, {"gates", "gates"}};
  for (const Canary& canary : test.canaries) {
    table.rows.push_back({{fmt::format("{:g} %", 100 * canary.share), canary.share},
                          shown(canary.found),
                          shown(test.canary_gates)});
  }
  return table;
}

Note smallest_note(const SelfTest& test) {
  const std::optional<double> smallest = test.smallest_found();
  if (!smallest) {
    return {
        "no planted regression was found in 95 % of the gates: add seeds", "smallest_found", {}};
  }
  return {
      fmt::format("the smallest rise found in 95 % of the gates or more: {:g} %", 100 * *smallest),
      "smallest_found", *smallest};
}

Note stated_note(const SelfTest& test) {
  return {
      fmt::format("the shift that a gate states for a problem (detects), planted there in another "
                  "gate: found in {} of {}",
                  test.stated_found, test.stated),
      "stated_found", static_cast<std::int64_t>(test.stated_found)};
}

}  // namespace

Sections self_test_sections(const SelfTest& test, const VerdictRule& rule) {
  Sections sections = {
      Note{fmt::format("{} cells a side, split at random; alpha {:g}, tolerance {}", test.cells,
                       rule.alpha, to_text(rule.tolerance)),
           "cells", static_cast<std::int64_t>(test.cells)},
      Note{"", "gates", static_cast<std::int64_t>(test.gates)},
      rate_note(test, test.worse, "false_worse", "false alarms (worse):"),
      rate_note(test, test.better, "false_better", "false hopes (better):"),
      rate_note(test, test.inconclusive, "inconclusive", "inconclusive:"),
      rate_note(test, test.not_comparable, "not_comparable", "not comparable:"),
      alarms_note(test, rule),
      Heading{"canaries",
              "losses of one side raised on every problem by a share of the median regret, or loss",
              "planted"}};
  sections.emplace_back(canary_table(test));
  sections.emplace_back(smallest_note(test));
  sections.emplace_back(Note{"", "stated", static_cast<std::int64_t>(test.stated)});
  if (test.stated > 0) sections.emplace_back(stated_note(test));
  return sections;
}

}  // namespace sweep
