#include "bench/reports/text_table.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <utility>

#include "algorithms/text/printable.hpp"
#include "algorithms/text/wrap.hpp"

namespace sweep {
namespace {

constexpr std::size_t kGap = 2;           // blanks between columns
constexpr std::size_t kNarrowText = 24;   // a text is broken into lines no shorter than this
constexpr std::size_t kNarrowestKey = 8;  // nor into shorter ones where a table is folded

std::size_t total(const std::vector<std::size_t>& widths) {
  return std::accumulate(widths.begin(), widths.end(), std::size_t{0}) + kGap * (widths.size() - 1);
}

std::string padded(const std::string& text, std::size_t width, bool stands_left) {
  const std::size_t columns = column_count(text);
  const std::string blanks(width > columns ? width - columns : 0, ' ');
  return stands_left ? text + blanks : blanks + text;
}

}  // namespace

TextTable::TextTable(const std::vector<std::string>& header, std::size_t text_columns,
                     std::size_t key_columns)
    : text_columns_(text_columns), key_columns_(std::min(key_columns, header.size())) {
  rows_.emplace_back();
  for (const std::string& heading : header) rows_.front().push_back(printable(heading));
}

void TextTable::add(std::vector<std::string> row) {
  assert(row.size() == rows_.front().size());
  for (std::string& entry : row) entry = printable(entry);
  rows_.push_back(std::move(row));
}

TextTable::Widths TextTable::natural_widths() const {
  Widths widths(rows_.front().size(), 0);
  for (const auto& row : rows_) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], column_count(row[i]));
    }
  }
  return widths;
}

// Takes from the widest text until the table fits; false if it can't.
bool TextTable::narrow_texts(std::size_t width, Widths& widths) const {
  const auto end = widths.begin() + static_cast<std::ptrdiff_t>(text_columns_);
  while (total(widths) > width) {
    const auto widest = std::max_element(widths.begin(), end);
    if (widest == end || *widest <= kNarrowText) return false;
    --*widest;
  }
  return true;
}

// No column is wider than what is left of a line, and the keys leave half of it.
void TextTable::limit(std::size_t width, Widths& widths) const {
  const auto end = widths.begin() + static_cast<std::ptrdiff_t>(key_columns_);
  const auto keys = [&] { return std::accumulate(widths.begin(), end, kGap * key_columns_); };
  while (keys() > width / 2) {
    const auto widest = std::max_element(widths.begin(), end);
    if (*widest <= kNarrowestKey) break;
    --*widest;
  }
  const std::size_t left = width > keys() ? width - keys() : 1;
  for (std::size_t i = key_columns_; i < widths.size(); ++i) {
    widths[i] = std::min({widths[i], left, i < text_columns_ ? kNarrowText : left});
  }
}

std::vector<TextTable::Columns> TextTable::blocks(std::size_t width, const Widths& widths) const {
  Columns keys(key_columns_);
  std::iota(keys.begin(), keys.end(), std::size_t{0});
  const auto line = [&](const Columns& columns) {
    std::size_t sum = 0;
    for (const std::size_t i : columns) sum += widths[i] + kGap;
    return sum - kGap;
  };
  std::vector<Columns> all{keys};
  for (std::size_t i = key_columns_; i < widths.size(); ++i) {
    all.back().push_back(i);
    if (line(all.back()) <= width || all.back().size() == key_columns_ + 1) continue;
    all.back().pop_back();
    all.push_back(keys);
    all.back().push_back(i);
  }
  return all;
}

std::string TextTable::block_text(const Columns& columns, const Widths& widths) const {
  std::string text;
  for (const auto& row : rows_) {
    std::vector<std::vector<std::string>> entries;
    std::size_t height = 1;
    for (const std::size_t i : columns) {
      entries.push_back(wrapped_lines(row[i], widths[i]));
      height = std::max(height, entries.back().size());
    }
    for (std::size_t h = 0; h < height; ++h) {
      std::string line;
      for (std::size_t c = 0; c < columns.size(); ++c) {
        const std::string entry = h < entries[c].size() ? entries[c][h] : "";
        if (c > 0) line += std::string(kGap, ' ');
        line += padded(entry, widths[columns[c]], columns[c] < text_columns_);
      }
      line.erase(line.find_last_not_of(' ') + 1);
      text += line + "\n";
    }
  }
  return text;
}

std::string TextTable::to_text(std::optional<std::size_t> width, bool& folded) const {
  Widths widths = natural_widths();
  Columns all(widths.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  Widths narrow = widths;
  if (!width || narrow_texts(*width, narrow)) return block_text(all, narrow);
  limit(*width, widths);
  std::string text;
  for (const Columns& columns : blocks(*width, widths)) {
    folded = folded || !text.empty();
    text += (text.empty() ? "" : "\n") + block_text(columns, widths);
  }
  return text;
}

std::string TextTable::to_text(std::optional<std::size_t> width) const {
  bool folded = false;
  const std::string text = to_text(width, folded);
  return folded ? text + "\n" + wrapped(kFoldNote, *width) + "\n" : text;
}

}  // namespace sweep
