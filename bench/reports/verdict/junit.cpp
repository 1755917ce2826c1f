#include "bench/reports/verdict/junit.hpp"

#include <fmt/format.h>

#include <vector>

#include "bench/reports/verdict/verdict_text.hpp"

namespace sweep {
namespace {

std::string escaped(std::string_view text) {
  std::string xml;
  for (const char c : text) {
    switch (c) {
      case '&':
        xml += "&amp;";
        break;
      case '<':
        xml += "&lt;";
        break;
      case '>':
        xml += "&gt;";
        break;
      case '"':
        xml += "&quot;";
        break;
      default:
        if (static_cast<unsigned char>(c) >= ' ') xml += c;
    }
  }
  return xml;
}

std::string outcome_of(const ProblemVerdict& problem) {
  const std::string what =
      escaped(fmt::format("{}: {}{}{}", judgement_text(problem), change_text(problem),
                          remark_of(problem).empty() ? "" : "; ", remark_of(problem)));
  switch (problem.judgement) {
    case Judgement::same:
    case Judgement::better:
      return fmt::format("<system-out>{}</system-out>", what);
    case Judgement::worse:
      return fmt::format("<failure message=\"{0}\" type=\"worse\">{0}</failure>", what);
    case Judgement::inconclusive:
      return fmt::format("<skipped message=\"{}\"/>", what);
    case Judgement::not_comparable:
      return fmt::format("<error message=\"{0}\" type=\"not comparable\">{0}</error>", what);
  }
  return "";
}

std::string_view class_of(const std::string& measure) {
  if (measure == "processor seconds") return "gate.time";
  return measure == "instructions" ? "gate.instructions" : "gate.quality";
}

std::string test_case(std::string_view name, std::string_view test_class,
                      const std::string& outcome) {
  return fmt::format("    <testcase classname=\"{}\" name=\"{}\">{}</testcase>\n", test_class,
                     escaped(name), outcome);
}

// Dates of JUnit have no time zone.
std::string timestamp_of(const GateVerdict& verdict) {
  if (verdict.time.empty()) return "";
  const std::size_t zone = verdict.time.find('Z');
  return fmt::format(" timestamp=\"{}\"", escaped(verdict.time.substr(0, zone)));
}

}  // namespace

std::string junit_xml(const GateVerdict& verdict) {
  std::string cases;
  std::size_t errors = verdict.count(Judgement::not_comparable);
  std::size_t failures = verdict.count(Judgement::worse);
  for (const ProblemVerdict& problem : verdict.problems) {
    cases += test_case(problem.title, class_of(problem.measure), outcome_of(problem));
  }
  const std::vector<ProblemVerdict> together = verdict.telling();
  for (const ProblemVerdict& all : together) {
    cases += test_case(all.title, class_of(all.measure), outcome_of(all));
    failures += all.judgement == Judgement::worse ? 1 : 0;
  }
  std::size_t tests = verdict.problems.size() + together.size();
  if (!verdict.reason.empty() && errors == 0) {
    const std::string reason = escaped(verdict.reason);
    cases += test_case(
        "comparable", class_of(""),
        fmt::format("<error message=\"{0}\" type=\"not comparable\">{0}</error>", reason));
    ++errors;
    ++tests;
  }
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<testsuites name=\"sweep-bench gate\" tests=\"{0}\" failures=\"{1}\" errors=\"{2}\">\n"
      "  <testsuite name=\"{3}\" tests=\"{0}\" failures=\"{1}\" errors=\"{2}\" "
      "skipped=\"{4}\"{6}>\n"
      "{5}  </testsuite>\n</testsuites>\n",
      tests, failures, errors, escaped(verdict.candidate + " against " + verdict.base),
      verdict.count(Judgement::inconclusive), cases, timestamp_of(verdict));
}

}  // namespace sweep
