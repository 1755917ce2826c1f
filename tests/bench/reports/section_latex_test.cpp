#include "bench/reports/section_latex.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace sweep::section_latex_test {

ReportTable small_table() {
  ReportTable table;
  table.columns = {
      {"function", "function"}, {"method", "method"}, {"SP1", "sp1"}, {"Holm", "p_holm"}};
  table.text_columns = 2;
  table.rows = {
      {shown("f_1"), shown("tpe?gamma=0.5&n=3"), shown(-1.5), shown(0.004)},
      {shown("f_1"), shown("random"), shown(std::numeric_limits<double>::infinity()), shown(0.2)}};
  return table;
}

TEST(SectionLatex, EscapesEveryCharacterThatMeansSomething) {
  EXPECT_EQ(latex_text("a&b%c$d#e_f{g}"), "a\\&b\\%c\\$d\\#e\\_f\\{g\\}");
  EXPECT_EQ(latex_text("~^\\<>|\""),
            "\\textasciitilde{}\\textasciicircum{}\\textbackslash{}\\textless{}\\textgreater{}"
            "\\textbar{}\\char34{}");
  EXPECT_EQ(latex_text("Tu\xC5\xA1"
                       "ar\x1b"),
            "Tu\xC5\xA1"
            "ar\\textbackslash{}x1b");
}

TEST(SectionLatex, MakesNoDashesAndNoQuotesOfWhatIsTyped) {
  EXPECT_EQ(latex_text("--axis `run`"), "-{}-axis \\textasciigrave{}run\\textasciigrave{}");
  EXPECT_EQ(latex_text("a---b-c"), "a-{}-{}-b-c");
}

// A row may end with an option, or with a star.
TEST(SectionLatex, BeginsNoRowWithWhatBelongsToTheRowBefore) {
  ReportTable table = small_table();
  table.rows[0][0] = shown("[x] + y");
  table.rows[1][0] = shown("*");
  const std::string text = to_latex(Sections{Heading{"ert", "", ""}, table});
  EXPECT_NE(text.find("\\midrule\n{}[x] + y & "), std::string::npos) << text;
  EXPECT_NE(text.find("\n{}* & "), std::string::npos) << text;
}

TEST(SectionLatex, PrintsATableWithTheBestInBoldAndMarks) {
  const Sections sections = {Heading{"success", "what it is", "A & B"}, small_table(),
                             Note{"100 % left out", "left_out", {}}};
  EXPECT_EQ(to_latex(sections),
            "% \\usepackage{booktabs,graphicx,longtable}\n"
            "\n"
            "\\begin{table}\n"
            "\\centering\n"
            "\\caption{success: what it is. Source: A \\& B. Bold: the best of the methods on a "
            "problem. $^{*}$, $^{**}$, $^{***}$: p below 0.05, 0.01, 0.001 after Holm's "
            "correction.}\n"
            "\\label{tab:success}\n"
            "\\resizebox{\\ifdim\\width>\\linewidth\\linewidth\\else\\width\\fi}{!}{%\n"
            "\\begin{tabular}{llrr}\n"
            "\\toprule\n"
            "function & method & SP1 & Holm \\\\\n"
            "\\midrule\n"
            "f\\_1 & tpe?gamma=0.5\\&n=3 & \\textbf{$-$1.5} & 0.004\\rlap{$^{**}$} \\\\\n"
            "f\\_1 & random & $\\infty$ & 0.2 \\\\\n"
            "\\bottomrule\n"
            "\\end{tabular}}\n"
            "\\end{table}\n"
            "\n"
            "100 \\% left out\n");
}

TEST(SectionLatex, PartsProblemsAndNumbersTablesOfOneMeasure) {
  ReportTable table = small_table();
  table.rows.push_back({shown("f_2"), shown("random"), shown(1.0), shown_missing()});
  const std::string text = to_latex(Sections{Heading{"ert", "", ""}, table, table});
  EXPECT_NE(text.find("0.2 \\\\\n\\addlinespace\nf\\_2 & random & 1 & -- \\\\"), std::string::npos);
  EXPECT_NE(text.find("\\label{tab:ert}"), std::string::npos);
  EXPECT_NE(text.find("\\label{tab:ert-2}"), std::string::npos);
}

TEST(SectionLatex, GoesOnOverPages) {
  ReportTable table = small_table();
  for (int i = 0; i < 60; ++i) table.rows.push_back(table.rows.front());
  const std::string text = to_latex(Sections{Heading{"ert", "", ""}, table});
  EXPECT_NE(text.find("\\begin{longtable}{llrr}"), std::string::npos);
  EXPECT_EQ(text.find("\\begin{table}"), std::string::npos);
}

}  // namespace sweep::section_latex_test
