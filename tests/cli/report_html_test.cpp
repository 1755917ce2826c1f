// `report --html` as a user meets it; what the page does in a browser is tested by
// scripts/test-page.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "tests/cli/report_fixture.hpp"

namespace sweep::report_html_test {

using report_test::report;
using report_test::store;

std::string content(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// The sections of a page.
Value data_of(const std::string& page) {
  const std::string begin = "<script type=\"application/json\" id=\"data\">";
  const std::size_t first = page.find(begin) + begin.size();
  return to_value(read_json(page.substr(first, page.find("</script>", first) - first), "page", {}));
}

std::vector<std::string> headings(const Value& data) {
  std::vector<std::string> names;
  for (const Value& section : as_list(data)) {
    if (*at(section, "type").as<std::string>() == "heading") {
      names.push_back(*at(section, "name").as<std::string>());
    }
  }
  return names;
}

TEST(ReportHtml, WritesAPageAndPrintsNothing) {
  const TemporaryFolder folder;
  const std::string path =
      store(folder, "a.db",
            {"--method", "random,tpe", "--objective", "branin", "--trials", "12", "--seeds", "3"});
  const std::string page = folder.path("a.html");
  EXPECT_EQ(report({path, "--html", page, "--measure", "success"}), "");
  const std::string text = content(page);
  EXPECT_EQ(text.rfind("<!doctype html>", 0), 0U);
  const std::vector<std::string> expected = {"verdict",         "convergence", "time",
                                             "suggestion-time", "duplicates",  "ranking",
                                             "ranking-pairs",   "success"};
  EXPECT_EQ(headings(data_of(text)), expected);
}

TEST(ReportHtml, ShowsTrialsThatTheStoreHas) {
  const TemporaryFolder folder;
  const std::string path =
      store(folder, "a.db",
            {"--method", "random,random+hyperband", "--objective", "tabular/wine-forest",
             "--trials", "9", "--seeds", "2", "--record", "steps"});
  const std::string page = folder.path("a.html");
  report({path, path, "--html", page, "--measure",
          "fixed-budget"});  // a store given twice counts once
  const Value data = data_of(content(page));
  const std::vector<std::string> names = headings(data);
  for (const char* name :
       {"trials", "best so far", "duplicates", "importance", "learning-curves", "savings"}) {
    EXPECT_NE(std::find(names.begin(), names.end(), name), names.end()) << name;
  }
  for (const Value& section : as_list(data)) {
    if (!has(section, "kind") || *at(section, "kind").as<std::string>() != "parallel") continue;
    const List& losses = as_list(at(as_list(at(section, "series")).back(), "y"));
    EXPECT_GE(losses.size(), 2U * 2 * 9);
    EXPECT_NE(at(section, "caption")
                  .as<std::string>()
                  ->find("n = " + std::to_string(losses.size()) + " trials"),
              std::string::npos);
  }
}

TEST(ReportHtml, ShowsWhatStoppingSavedInMoney) {
  const TemporaryFolder folder;
  const std::string path = store(folder, "a.db",
                                 {"--method", "random+hyperband", "--objective",
                                  "tabular/wine-forest", "--trials", "9", "--seeds", "2"});
  const std::string page = folder.path("a.html");
  EXPECT_EQ(report({path, "--html", page, "--price", "2.5/h"}), "");
  const std::string text = content(page);
  EXPECT_NE(text.find("price saved"), std::string::npos);
  EXPECT_NE(text.find("at 2.5 an hour"), std::string::npos);
}

TEST(ReportHtml, APriceIsNeverWithoutEffectInSilence) {
  const TemporaryFolder folder;
  const std::string path = store(folder, "a.db", {"--objective", "branin", "--trials", "5"});
  const ProgramResult no_page = run_program({"report", path, "--price", "2.5/h"});
  EXPECT_EQ(no_page.exit_code, 2);
  EXPECT_EQ(no_page.err,
            "error: --price 2.5/h: expected --html FILE too: what early stopping saved is on the "
            "page\n");
  const ProgramResult nothing =
      run_program({"report", path, "--html", folder.path("a.html"), "--price", "2.5/h"});
  EXPECT_EQ(nothing.exit_code, 0);
  EXPECT_EQ(nothing.err,
            "warning: --price: no trial was stopped early, so that nothing was saved\n");
  const ProgramResult bad =
      run_program({"report", path, "--html", folder.path("b.html"), "--price", "much"});
  EXPECT_EQ(bad.exit_code, 2);
  EXPECT_NE(bad.err.find("--price much: expected a number above 0"), std::string::npos);
}

TEST(ReportHtml, RefusesAFileThatIsThereAndOtherFormats) {
  const TemporaryFolder folder;
  const std::string path = store(folder, "a.db", {"--objective", "branin", "--trials", "5"});
  const std::string page = folder.path("a.html");
  report({path, "--html", page});
  const ProgramResult again = run_program({"report", path, "--html", page});
  EXPECT_EQ(again.exit_code, 2);
  EXPECT_NE(again.err.find("a.html"), std::string::npos);
  const ProgramResult both =
      run_program({"report", path, "--html", folder.path("b.html"), "--json"});
  EXPECT_EQ(both.exit_code, 2);
  EXPECT_EQ(both.err, "error: --json, --markdown, --latex, --csv and --html exclude each other\n");
}

}  // namespace sweep::report_html_test
