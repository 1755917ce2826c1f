#include "bench/reports/section_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "algorithms/text/printable.hpp"
#include "algorithms/text/wrap.hpp"
#include "bench/reports/best_entries.hpp"
#include "bench/reports/text_table.hpp"

namespace sweep {
namespace {

std::vector<std::string> headings(const ReportTable& table) {
  std::vector<std::string> all;
  for (const ReportColumn& column : table.columns) all.push_back(column.heading);
  return all;
}

std::vector<std::string> texts(const std::vector<Shown>& row) {
  std::vector<std::string> all;
  all.reserve(row.size());
  for (const Shown& entry : row) all.push_back(entry.text);
  return all;
}

std::string markdown_row(const std::vector<std::string>& entries) {
  std::string line = "|";
  for (const std::string& entry : entries) {
    line += ' ';
    for (const char c : printable(entry)) {
      if (c == '|') line += '\\';
      line += c;
    }
    line += " |";
  }
  return line + "\n";
}

// What is apart from the section before it, if there is one.
std::string apart(bool is_first, std::string text) {
  return is_first ? text : "\n" + std::move(text);
}

TextTable text_table(const ReportTable& table) {
  TextTable text(headings(table), table.text_columns, key_columns(table));
  for (const std::vector<Shown>& row : table.rows) text.add(texts(row));
  return text;
}

/// A printer of one section; `is_first` if nothing stands before it.
struct PlainText {
  bool is_first;
  std::optional<std::size_t> width;
  bool& folded;

  [[nodiscard]] std::string fitted(const std::string& text) const {
    return width ? wrapped(text, *width) : text;
  }
  std::string operator()(const Heading& heading) const {
    return apart(is_first, fitted(fmt::format("{}: {}", heading.name, heading.meaning)) + "\n");
  }
  std::string operator()(const Prose& prose) const {
    return apart(is_first, fitted(prose.text) + "\n");
  }
  std::string operator()(const ReportTable& table) const {
    return text_table(table).to_text(width, folded);
  }
  std::string operator()(const Figure&) const { return ""; }
  std::string operator()(const Note& note) const {
    return note.text.empty() ? "" : apart(is_first, fitted(note.text) + "\n");
  }
};

struct Markdown {
  bool is_first;

  std::string operator()(const Heading& heading) const {
    return apart(is_first, fmt::format("## {}\n\n{} ({})\n\n", heading.name, heading.meaning,
                                       heading.source));
  }
  std::string operator()(const Prose& prose) const { return apart(is_first, prose.text + "\n\n"); }
  std::string operator()(const ReportTable& table) const { return to_markdown(table); }
  std::string operator()(const Figure&) const { return ""; }
  std::string operator()(const Note& note) const {
    return note.text.empty() ? "" : apart(is_first, note.text + "\n");
  }
};

}  // namespace

std::string to_text(const ReportTable& table, std::optional<std::size_t> width) {
  return text_table(table).to_text(width);
}

std::string to_markdown(const ReportTable& table) {
  const std::vector<std::string> header = headings(table);
  std::vector<std::string> rule;
  for (std::size_t i = 0; i < header.size(); ++i) {
    rule.emplace_back(i < table.text_columns ? "---" : "---:");
  }
  std::string text = markdown_row(header) + markdown_row(rule);
  for (const std::vector<Shown>& row : table.rows) text += markdown_row(texts(row));
  return text;
}

std::string to_text(std::span<const Section> sections, std::optional<std::size_t> width) {
  std::string text;
  bool folded = false;
  for (const Section& section : sections) {
    text += std::visit(PlainText{text.empty(), width, folded}, section);
  }
  return folded ? text + "\n" + wrapped(kFoldNote, *width) + "\n" : text;
}

std::string to_markdown(std::span<const Section> sections) {
  std::string text;
  for (const Section& section : sections) text += std::visit(Markdown{text.empty()}, section);
  return text;
}

}  // namespace sweep
