#include "bench/reports/verdict/gate_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>
#include <vector>

#include "algorithms/text/printable.hpp"
#include "bench/reports/section_text.hpp"
#include "bench/reports/verdict/verdict_text.hpp"

namespace sweep {
namespace {

constexpr std::array kOrder = {Judgement::worse, Judgement::not_comparable, Judgement::inconclusive,
                               Judgement::better, Judgement::same};

Shown shown_if(const std::optional<double>& number) {
  return number ? shown(*number) : shown_missing();
}

Shown shown_pairs_needed(const ProblemVerdict& problem) {
  if (problem.judgement != Judgement::inconclusive) return shown_missing();
  return problem.pairs_needed ? shown(*problem.pairs_needed) : shown("never");
}

// Three digits of a statistic.
Shown shown_statistic(double z) { return {fmt::format("{:.3g}", z), z}; }

void add_columns_of(GateTest test, ReportTable& table) {
  const std::vector<ReportColumn> ranks = {{"pairs", "pairs"},
                                           {"p worse", "p_worse"},
                                           {"p better", "p_better"},
                                           {"detects", "detectable"},
                                           {"settled by", "needed"}};
  const std::vector<ReportColumn> looks = {
      {"pairs", "pairs"}, {"z worse", "z_worse"}, {"z better", "z_better"}};
  if (test == GateTest::counts) return;
  const std::vector<ReportColumn>& more = test == GateTest::looks ? looks : ranks;
  table.columns.insert(table.columns.end(), more.begin(), more.end());
}

// Cells of the columns that add_columns_of() makes: a count takes no test, and looks have a bound
// of z, not of p.
std::vector<Shown> row_of(const ProblemVerdict& problem, GateTest test) {
  std::vector<Shown> row = {shown(problem.title), shown(judgement_text(problem)),
                            shown(change_text(problem)), shown(problem.sample.base.value),
                            shown(problem.sample.candidate.value)};
  if (test == GateTest::counts) return row;
  row.push_back(shown(pairs_text(problem)));
  if (test == GateTest::looks) {
    row.push_back(shown_statistic(problem.z_worse));
    row.push_back(shown_statistic(problem.z_better));
    return row;
  }
  row.push_back({fmt::format("{:.2g}", problem.p_worse), problem.p_worse});
  row.push_back({fmt::format("{:.2g}", problem.p_better), problem.p_better});
  row.push_back(shown_if(problem.detectable));
  row.push_back(shown_pairs_needed(problem));
  return row;
}

Value optional_value(const std::optional<double>& number) {
  return number ? Value(*number) : Value();
}

Value estimate_map(const Estimate& estimate) {
  return Map{{"median", estimate.value},
             {"lo", optional_value(estimate.lo)},
             {"hi", optional_value(estimate.hi)},
             {"n", static_cast<std::int64_t>(estimate.n)}};
}

Value shift_map(const std::optional<Shift>& shift) {
  if (!shift) return {};
  Map map = {{"estimate", shift->estimate}};
  if (!shift->interval) return map;
  map.push_back({"lo", shift->interval->first});
  map.push_back({"hi", shift->interval->second});
  map.push_back({"confidence", shift->confidence});
  return map;
}

Value problem_map(const ProblemVerdict& problem) {
  const auto count = [](std::size_t n) { return static_cast<std::int64_t>(n); };
  return Map{{"problem", problem.title},
             {"judgement", std::string(to_text(problem.judgement))},
             {"identical", problem.sample.is_identical},
             {"measure", problem.measure},
             {"base", estimate_map(problem.sample.base)},
             {"candidate", estimate_map(problem.sample.candidate)},
             {"shift", shift_map(problem.shift)},
             {"tolerance", problem.tolerance},
             {"pairs", count(problem.sample.differences.size())},
             {"cells", count(problem.sample.cells)},
             {"distinct_outcomes", count(problem.sample.distinct)},
             {"z_worse", problem.z_worse},
             {"z_better", problem.z_better},
             {"p_worse", problem.p_worse},
             {"p_better", problem.p_better},
             {"p_same", problem.p_same},
             {"detectable_shift", optional_value(problem.detectable)},
             {"pairs_needed", problem.pairs_needed ? Value(count(*problem.pairs_needed)) : Value()},
             {"remark", remark_of(problem)}};
}

std::string measure_legend(const GateVerdict& verdict) {
  const std::string measure = verdict.problems.empty() ? "" : verdict.problems.front().measure;
  if (measure == "instructions") return "base and new: instructions of one execution.";
  if (measure == "processor seconds") return "base and new: median processor seconds.";
  return "base and new: median regret, or loss where the optimum is not known.";
}

std::string ranks_legend(const VerdictRule& rule) {
  return fmt::format(
      "p: signed-rank tests beyond a tolerance of {}, one side, after Holm; worse or better at "
      "{:g}. together: the signed ranks of a method's problems in one test, its change their "
      "median. detects: the shift that so many pairs show in 95 of 100 gates. settled by: the "
      "pairs that show a difference as seen as often.",
      to_text(rule.tolerance), rule.alpha / 2);
}

std::string looks_legend(const VerdictRule& rule) {
  return fmt::format(
      "z: of the signed ranks of differences beyond a tolerance of {}, worse above 0, better "
      "below; "
      "a verdict where it reaches the bound of this look. together: the signed ranks of a method's "
      "problems in one test, its change their median.",
      to_text(rule.tolerance));
}

std::string change_legend(const GateVerdict& verdict) {
  if (verdict.test == GateTest::counts) return "change: in percent of the base.";
  return fmt::format(
      "change: the paired shift in percent of the base, with an interval of {:g} %{}.",
      100 * (1 - verdict.rule.alpha),
      verdict.test == GateTest::looks ? ", which knows of no other looks" : "");
}

std::string test_legend(const GateVerdict& verdict) {
  switch (verdict.test) {
    case GateTest::signed_ranks:
      return ranks_legend(verdict.rule);
    case GateTest::looks:
      return looks_legend(verdict.rule);
    case GateTest::counts:
      return fmt::format("worse or better: beyond a tolerance of {}; a count takes no test.",
                         to_text(verdict.rule.tolerance));
  }
  return "";
}

std::string legend_of(const GateVerdict& verdict) {
  return fmt::format("{} {} {}", measure_legend(verdict), change_legend(verdict),
                     test_legend(verdict));
}

bool is_all_well(const GateVerdict& verdict) {
  return verdict.judgement == Judgement::same || verdict.judgement == Judgement::better;
}

std::string_view test_name(GateTest test) {
  if (test == GateTest::counts) return "counts";
  return test == GateTest::looks ? "looks" : "signed ranks";
}

std::string notes_of(const GateVerdict& verdict) {
  std::string text;
  for (const std::string& note : verdict.notes) text += "\n" + printable(note) + "\n";
  return text;
}

// The table, cut after as many rows as fit.
std::string fitting_table(const ReportTable& whole, std::size_t most) {
  ReportTable table = whole;
  std::string text = to_markdown(table);
  while (text.size() > most && !table.rows.empty()) {
    table.rows.resize(table.rows.size() / 2);
    text = to_markdown(table);
  }
  const std::size_t left_out = whole.rows.size() - table.rows.size();
  return left_out == 0 ? text : text + fmt::format("\n{} more problems left out\n", left_out);
}

}  // namespace

ReportTable problem_table(const GateVerdict& verdict, bool all) {
  ReportTable table;
  table.columns = {{"problem", "problem"},
                   {"verdict", "judgement"},
                   {"change", "change"},
                   {"base", "base"},
                   {"new", "candidate"}};
  add_columns_of(verdict.test, table);
  table.text_columns = 3;
  for (const ProblemVerdict& together : verdict.telling()) {
    table.rows.push_back(row_of(together, verdict.test));
  }
  for (const Judgement judgement : kOrder) {
    if (judgement == Judgement::same && !all) continue;
    for (const ProblemVerdict& problem : verdict.problems) {
      if (problem.judgement == judgement) table.rows.push_back(row_of(problem, verdict.test));
    }
  }
  return table;
}

Sections gate_sections(const GateVerdict& verdict) {
  Sections sections = {Prose{sentence_of(verdict)}};
  if (!is_all_well(verdict) && !verdict.problems.empty()) {
    ReportTable table = problem_table(verdict, false);
    const std::size_t same = verdict.count(Judgement::same);
    sections.emplace_back(std::move(table));
    if (same > 0) sections.emplace_back(Note{fmt::format("{} more are the same", same), "", {}});
    sections.emplace_back(Note{legend_of(verdict), "", {}});
  }
  for (const std::string& note : verdict.notes) sections.emplace_back(Note{note, "", {}});
  return sections;
}

Map gate_map(const GateVerdict& verdict) {
  List problems;
  for (const ProblemVerdict& problem : verdict.problems) problems.push_back(problem_map(problem));
  List together;
  together.reserve(verdict.pooled.size());
  for (const ProblemVerdict& all : verdict.pooled) together.push_back(problem_map(all));
  return {{"judgement", std::string(to_text(verdict.judgement))},
          {"sentence", sentence_of(verdict)},
          {"base", verdict.base},
          {"candidate", verdict.candidate},
          {"test", std::string(test_name(verdict.test))},
          {"alpha", verdict.rule.alpha},
          {"tolerance", to_text(verdict.rule.tolerance)},
          {"cells", static_cast<std::int64_t>(verdict.cells)},
          {"problems", std::move(problems)},
          {"together", std::move(together)},
          {"notes", List(verdict.notes.begin(), verdict.notes.end())}};
}

std::string gate_markdown(const GateVerdict& verdict, std::size_t most) {
  std::string head = "**" + printable(sentence_of(verdict)) + "**\n";
  head.resize(std::min(head.size(), most / 4));
  std::string foot = "\n" + legend_of(verdict) + "\n" + notes_of(verdict);
  foot.resize(std::min(foot.size(), most / 4));
  if (verdict.problems.empty()) return head;
  head += fmt::format("\n<details{}><summary>{} problems</summary>\n\n",
                      is_all_well(verdict) ? "" : " open", verdict.problems.size());
  constexpr std::size_t kMargin = 200;
  return head +
         fitting_table(problem_table(verdict, true), most - head.size() - foot.size() - kMargin) +
         foot + "\n</details>\n";
}

}  // namespace sweep
