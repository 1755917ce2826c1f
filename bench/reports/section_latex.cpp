#include "bench/reports/section_latex.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <variant>
#include <vector>

#include "algorithms/text/printable.hpp"
#include "bench/reports/best_entries.hpp"

namespace sweep {
namespace {

constexpr std::size_t kRowsOfPage = 45;  // a longer table has to go on over the page
constexpr const char* kHolm = "p_holm";

std::string_view escaped(char c) {
  switch (c) {
    case '\\':
      return "\\textbackslash{}";
    case '~':
      return "\\textasciitilde{}";
    case '^':
      return "\\textasciicircum{}";
    case '<':
      return "\\textless{}";
    case '>':
      return "\\textgreater{}";
    case '|':
      return "\\textbar{}";
    case '"':
      return "\\char34{}";  // \textquotedbl is not in the default encoding, OT1
    case '`':
      return "\\textasciigrave{}";
    default:
      return "";
  }
}

bool takes_backslash(char c) {
  return std::string_view("&%$#_{}").find(c) != std::string_view::npos;
}

bool is_digit(char c) { return '0' <= c && c <= '9'; }

// A number's minus is longer than a hyphen.
std::string latex_number(std::string_view text) {
  if (text == "-") return "--";
  if (text == "inf") return "$\\infty$";
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_minus = text[i] == '-' && i + 1 < text.size() && is_digit(text[i + 1]);
    out += is_minus ? "$-$" : latex_text(text.substr(i, 1));
  }
  return out;
}

std::string_view marks_of(double p) {
  if (p < 0.001) return "***";
  if (p < 0.01) return "**";
  return p < 0.05 ? "*" : "";
}

bool has_marks(const ReportTable& table) {
  return std::any_of(table.columns.begin(), table.columns.end(),
                     [](const ReportColumn& column) { return column.key == kHolm; });
}

bool has_any(const BestEntries& best) {
  return std::any_of(best.begin(), best.end(), [](const std::vector<bool>& row) {
    return std::find(row.begin(), row.end(), true) != row.end();
  });
}

/// A measure's table, and what stands around it.
struct LatexTable {
  const Heading& heading;
  const ReportTable& table;
  const BestEntries best;

  [[nodiscard]] std::string entry(std::size_t row, std::size_t column) const {
    const Shown& shown = table.rows[row][column];
    const bool is_text = column < table.text_columns;
    std::string text = is_text ? latex_text(shown.text) : latex_number(shown.text);
    if (best[row][column]) text = fmt::format("\\textbf{{{}}}", text);
    if (table.columns[column].key != kHolm) return text;
    const std::string_view marks = marks_of(number(shown.value));
    return marks.empty() ? text : fmt::format("{}\\rlap{{$^{{{}}}$}}", text, marks);
  }
  [[nodiscard]] std::string line(std::size_t row) const {
    std::string text;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      text += (i == 0 ? "" : " & ") + entry(row, i);
    }
    const bool is_option = text.starts_with('[') || text.starts_with('*');  // of the line before
    return (is_option ? "{}" : "") + text + " \\\\\n";
  }
  [[nodiscard]] std::string headings() const {
    std::string text;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const std::string& heading_of_column = table.columns[i].heading;
      text += (i == 0 ? "" : " & ") + (i < table.text_columns ? latex_text(heading_of_column)
                                                              : latex_number(heading_of_column));
    }
    return text + " \\\\\n";
  }
  // Rows of one problem stand together.
  [[nodiscard]] std::string lines() const {
    std::string text;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      const bool is_next = has_methods() && i > 0 &&
                           problem_of(table, table.rows[i]) != problem_of(table, table.rows[i - 1]);
      text += (is_next ? "\\addlinespace\n" : "") + line(i);
    }
    return text;
  }
  [[nodiscard]] bool has_methods() const {
    return std::any_of(table.columns.begin(), table.columns.end(),
                       [](const ReportColumn& column) { return column.key == "method"; });
  }
  [[nodiscard]] std::string alignment() const {
    return std::string(table.text_columns, 'l') +
           std::string(table.columns.size() - table.text_columns, 'r');
  }
  [[nodiscard]] std::string caption() const {
    std::string text =
        fmt::format("{}: {}.", latex_text(heading.name), latex_text(heading.meaning));
    if (!heading.source.empty()) text += fmt::format(" Source: {}.", latex_text(heading.source));
    if (has_any(best)) text += " Bold: the best of the methods on a problem.";
    if (has_marks(table)) {
      text += " $^{*}$, $^{**}$, $^{***}$: p below 0.05, 0.01, 0.001 after Holm's correction.";
    }
    return text;
  }
};

// One page's table floats; one that is wider than the text is made as small as it takes.
std::string floating(const LatexTable& table, const std::string& label) {
  return fmt::format(
      "\\begin{{table}}\n\\centering\n\\caption{{{}}}\n\\label{{{}}}\n"
      "\\resizebox{{\\ifdim\\width>\\linewidth\\linewidth\\else\\width\\fi}}{{!}}{{%\n"
      "\\begin{{tabular}}{{{}}}\n\\toprule\n{}\\midrule\n{}\\bottomrule\n\\end{{tabular}}}}\n"
      "\\end{{table}}\n",
      table.caption(), label, table.alignment(), table.headings(), table.lines());
}

std::string over_pages(const LatexTable& table, const std::string& label) {
  return fmt::format(
      "{{\\footnotesize\\setlength{{\\tabcolsep}}{{3pt}}%\n\\begin{{longtable}}{{{}}}\n\\caption{{{"
      "}}}\\label{{{}}}\\\\\n\\toprule\n{}\\midrule\n"
      "\\endfirsthead\n\\toprule\n{}\\midrule\n\\endhead\n{}\\bottomrule\n\\end{{longtable}}}}\n",
      table.alignment(), table.caption(), label, table.headings(), table.headings(), table.lines());
}

/// A printer of one section after the other.
class LatexPrinter {
 public:
  std::string operator()(const Heading& heading) {
    heading_ = heading;
    tables_ = 0;
    return "";
  }
  std::string operator()(const Prose& prose) { return paragraph(prose.text); }
  std::string operator()(const ReportTable& table) {
    const LatexTable latex{heading_, table, best_entries(heading_.name, table)};
    ++tables_;
    const std::string number = tables_ == 1 ? "" : fmt::format("-{}", tables_);
    const std::string label = fmt::format("tab:{}{}", heading_.name, number);
    return "\n" +
           (table.rows.size() > kRowsOfPage ? over_pages(latex, label) : floating(latex, label));
  }
  std::string operator()(const Figure&) { return ""; }
  std::string operator()(const Note& note) { return note.text.empty() ? "" : paragraph(note.text); }

 private:
  static std::string paragraph(const std::string& text) { return "\n" + latex_text(text) + "\n"; }

  Heading heading_;
  int tables_ = 0;  // since the heading
};

}  // namespace

std::string latex_text(std::string_view text) {
  std::string out;
  for (const char c : printable_lines(text)) {
    if (takes_backslash(c)) out += '\\';
    if (c == '-' && out.ends_with('-')) out += "{}";  // two would be a dash
    const std::string_view instead = escaped(c);
    if (instead.empty()) {
      out += c;
    } else {
      out += instead;
    }
  }
  return out;
}

std::string to_latex(std::span<const Section> sections) {
  std::string text = "% \\usepackage{booktabs,graphicx,longtable}\n";
  LatexPrinter printer;
  for (const Section& section : sections) text += std::visit(printer, section);
  return text;
}

}  // namespace sweep
