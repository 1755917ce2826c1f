#include "bench/reports/verdict/gate_report.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "algorithms/text/error.hpp"
#include "bench/reports/section_text.hpp"
#include "bench/reports/verdict/github.hpp"
#include "bench/reports/verdict/junit.hpp"
#include "bench/reports/verdict/trackers.hpp"
#include "bench/reports/verdict/verdict_text.hpp"
#include "bench/verdict/sequential.hpp"
#include "tests/bench/verdict/side_fixture.hpp"

namespace sweep::gate_report_test {

using verdict_test::scattered;
using verdict_test::side;

GateVerdict identical() {
  const Side base = side("a.db", {scattered(1), scattered(2)});
  Side same = base;
  same.label = "b.db";
  return judge(base, same, {});
}

// f0 is worse, f1 open, f2 identical; f0 and f1 together are worse.
GateVerdict worse() {
  return judge(side("a.db", {scattered(1), scattered(2), scattered(3)}),
               side("b.db", {scattered(2), scattered(2.1, 5), scattered(3)}), {});
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++found;
  }
  return found;
}

TEST(GateReport, IsOneLineWhenAllIsWell) {
  EXPECT_EQ(to_text(gate_sections(identical())),
            "identical: b.db has the results of a.db, bit for bit, in 40 cells on 2 problems\n");
}

TEST(GateReport, HasATableOfWhatIsNotTheSame) {
  const std::string text = to_text(gate_sections(worse()));
  EXPECT_EQ(text.find("worse: b.db than a.db on 1 of 3 problems, and together: tpe on 2 problems "
                      "together +55.1 %, tpe on f0 +100 % ["),
            0U)
      << text;
  EXPECT_LT(text.find("tpe on 2 problems together  worse"), text.find("tpe on f0  "));
  EXPECT_LT(text.find("\ntpe on f0  "), text.find("\ntpe on f1  ")) << text;
  EXPECT_EQ(text.find("tpe on f2"), std::string::npos);
  EXPECT_NE(text.find("\n1 more are the same\n"), std::string::npos);
}

// A count of one execution each, as `gate --count` has it.
GateVerdict counts() {
  GateVerdict verdict;
  verdict.test = GateTest::counts;
  verdict.rule.tolerance = {0.002, true};
  verdict.judgement = Judgement::worse;
  verdict.build = "3f2a91c0";
  verdict.time = "2026-01-31T12:00:00Z";
  ProblemVerdict problem;
  problem.title = "instructions of e.yaml";
  problem.measure = "instructions";
  problem.judgement = Judgement::worse;
  problem.sample.is_identical = false;
  problem.sample.base = {1, 1000, {}, {}};
  problem.sample.candidate = {1, 1100, {}, {}};
  problem.shift = Shift{100, {}, 0};
  verdict.problems = {problem};
  return verdict;
}

TEST(GateReport, SpeaksOfNoTestWhereOnlyCountsAreCompared) {
  const std::string text = to_text(gate_sections(counts()));
  for (const char* absent : {"p worse", "signed", "Holm", "pairs", "regret"}) {
    EXPECT_EQ(text.find(absent), std::string::npos) << absent << "\n" << text;
  }
  EXPECT_NE(text.find("a count takes no test"), std::string::npos) << text;
  EXPECT_EQ(*find(gate_map(counts()), "test")->as<std::string>(), "counts");
}

TEST(GateReport, ShowsWhatLooksDecideBy) {
  GateVerdict verdict = worse();
  apply_look(verdict, {}, 5);
  const std::string text = to_text(gate_sections(verdict));
  EXPECT_NE(text.find("z worse"), std::string::npos) << text;
  EXPECT_NE(text.find("bound of this look"), std::string::npos) << text;
  for (const char* absent : {"p worse", "Holm", "detects"}) {
    EXPECT_EQ(text.find(absent), std::string::npos) << absent << "\n" << text;
  }
}

TEST(GateReport, OfMarkdownStaysBelowItsLimit) {
  std::vector<std::vector<double>> base(400, scattered(1));
  std::vector<std::vector<double>> other(400, scattered(2));
  const GateVerdict verdict = judge(side("a.db", base), side("b.db", other), {});
  const std::string text = gate_markdown(verdict, 10'000);
  EXPECT_LT(text.size(), 10'000U);
  EXPECT_NE(text.find(" more problems left out\n"), std::string::npos);
  EXPECT_EQ(text.find("**worse: "), 0U);
  EXPECT_LT(gate_markdown(verdict).size(), 60'000U);
}

TEST(GateReport, IsJsonWithEveryProblem) {
  const Map map = gate_map(worse());
  EXPECT_EQ(*find(map, "judgement")->as<std::string>(), "worse");
  EXPECT_EQ(find(map, "problems")->as<List>()->size(), 3U);
  EXPECT_EQ(find(map, "together")->as<List>()->size(), 1U);
}

TEST(Junit, HasOneCaseForEachProblemAndForThoseThatTellTogether) {
  const std::string xml = junit_xml(worse());
  EXPECT_NE(
      xml.find("<testsuites name=\"sweep-bench gate\" tests=\"4\" failures=\"2\" errors=\"0\">"),
      std::string::npos)
      << xml;
  EXPECT_EQ(count(xml, "<testcase "), 4U);
  EXPECT_EQ(count(xml, "<failure "), 2U);
  EXPECT_EQ(count(xml, "<skipped "), 1U);
}

TEST(Junit, EscapesAndTellsWhatDoesNotCompare) {
  GateVerdict verdict;
  verdict.base = "a<&\x01.db";
  verdict.candidate = "b\"";
  verdict.reason = "x < y & \"z\"";
  const std::string xml = junit_xml(verdict);
  EXPECT_NE(xml.find("name=\"b&quot; against a&lt;&amp;.db\""), std::string::npos) << xml;
  EXPECT_NE(xml.find("<error message=\"x &lt; y &amp; &quot;z&quot;\""), std::string::npos) << xml;
  EXPECT_NE(xml.find("tests=\"1\" failures=\"0\" errors=\"1\""), std::string::npos);
}

TEST(Github, AnnotatesWhatIsWorseAndWhatIsOpen) {
  const std::string text = github_annotations(worse());
  EXPECT_EQ(text.find("::error title=gate%3A worse::tpe on 2 problems together: +"), 0U) << text;
  EXPECT_NE(text.find("::error title=gate%3A worse::tpe on f0: +100 %25 ["), std::string::npos);
  EXPECT_EQ(count(text, "::warning title=gate%3A inconclusive::"), 1U);
  EXPECT_EQ(github_annotations(identical()).find("::notice title=gate::identical: "), 0U);
}

TEST(Github, ShowsTenOfAKind) {
  const std::vector<std::vector<double>> base(15, scattered(1));
  const std::vector<std::vector<double>> other(15, scattered(2));
  const GateVerdict verdict = judge(side("a", base), side("b", other), {});
  EXPECT_EQ(count(github_annotations(verdict), "::error "), 10U);
}

TEST(Trackers, HaveTheMediansOfTheCandidate) {
  GateVerdict verdict = worse();
  verdict.time = "2026-01-31T12:00:00Z";
  verdict.build = "3f2a91c0";
  const std::string json = bencher_json(verdict);
  EXPECT_EQ(json.find("{\"tpe on f0\": {\"regret\": {\"value\": "), 0U) << json;
  EXPECT_EQ(count(json, "\"lower_value\""), 3U);
  const OtavaTable table = otava_table(verdict);
  EXPECT_EQ(table.header, "time,build,tpe on f0 regret,tpe on f1 regret,tpe on f2 regret");
  EXPECT_EQ(table.row.find("2026-01-31T12:00:00Z,3f2a91c0,"), 0U) << table.row;
}

TEST(Trackers, NameTheMeasureOfCounts) {
  EXPECT_EQ(bencher_json(counts()),
            "{\"instructions of e.yaml\": {\"instructions\": {\"value\": 1100.0}}}\n");
  const OtavaTable table = otava_table(counts());
  EXPECT_EQ(table.header, "time,build,instructions of e.yaml");
  EXPECT_EQ(table.row, "2026-01-31T12:00:00Z,3f2a91c0,1100.0");
  EXPECT_NE(junit_xml(counts()).find("classname=\"gate.instructions\""), std::string::npos);
  EXPECT_NE(junit_xml(counts()).find(" timestamp=\"2026-01-31T12:00:00\">"), std::string::npos);
}

TEST(Trackers, RefuseAMedianThatIsNoNumber) {
  GateVerdict verdict = counts();
  verdict.problems[0].sample.candidate.value = std::numeric_limits<double>::infinity();
  EXPECT_THROW(static_cast<void>(otava_table(verdict)), SpecError);
  EXPECT_EQ(bencher_json(verdict), "{}\n");
}

TEST(VerdictText, SaysWhatHasNoVariance) {
  const GateVerdict verdict =
      judge(side("a", {std::vector<double>(20, 1)}), side("b", {std::vector<double>(20, 2)}), {});
  EXPECT_EQ(pairs_text(verdict.problems[0]), "1 (no variance: 1 distinct outcome of 20)");
  EXPECT_EQ(remark_of(verdict.problems[0]),
            "1 pair shows nothing, no reasonable number of pairs would settle it");
  EXPECT_EQ(change_text(verdict.problems[0]), "+100 %");
}

TEST(VerdictText, SpeaksOfTimesWhereAShareIsHuge) {
  const GateVerdict verdict = judge(side("a", {scattered(1)}), side("b", {scattered(21)}), {});
  EXPECT_EQ(change_text(verdict.problems[0]).find("+20 times ["), 0U)
      << change_text(verdict.problems[0]);
}

}  // namespace sweep::gate_report_test
