#include "bench/reports/measure_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <utility>

#include "bench/reports/text_table.hpp"

namespace sweep {
namespace {

std::string markdown_row(const std::vector<std::string>& entries) {
  std::string line = "|";
  for (const std::string& entry : entries) {
    line += ' ';
    for (const char c : entry) {
      if (c == '|') line += '\\';
      line += c;
    }
    line += " |";
  }
  return line + "\n";
}

std::vector<std::string> headings(const MeasureTable& table) {
  std::vector<std::string> all;
  for (const MeasureColumn& column : table.columns) all.push_back(column.heading);
  return all;
}

std::vector<std::string> texts(const std::vector<Shown>& row) {
  std::vector<std::string> all;
  all.reserve(row.size());
  for (const Shown& entry : row) all.push_back(entry.text);
  return all;
}

void append(const std::string& key, const Value& value, Map& map) {
  const auto same_key = [&](const Entry& entry) { return *entry.key.as<std::string>() == key; };
  const auto found = std::find_if(map.begin(), map.end(), same_key);
  if (found == map.end()) {
    map.push_back({key, List{value}});
  } else {
    std::get<List>(found->value.data).push_back(value);
  }
}

}  // namespace

Shown shown(std::string text) {
  Value value = text;
  return {std::move(text), std::move(value)};
}

Shown shown(std::size_t count) {
  return {fmt::format("{}", count), static_cast<std::int64_t>(count)};
}

Shown shown(double number) { return {fmt::format("{:.4g}", number), number}; }

Shown shown_missing() { return {"-", {}}; }

std::string to_text(const MeasureTable& table) {
  TextTable text(headings(table), table.text_columns);
  for (const std::vector<Shown>& row : table.rows) text.add(texts(row));
  return text.to_text();
}

std::string to_markdown(const MeasureTable& table) {
  std::vector<std::string> rule;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    rule.emplace_back(i < table.text_columns ? "---" : "---:");
  }
  std::string text = markdown_row(headings(table)) + markdown_row(rule);
  for (const std::vector<Shown>& row : table.rows) text += markdown_row(texts(row));
  return text;
}

List to_list(const MeasureTable& table) {
  List rows;
  for (const std::vector<Shown>& row : table.rows) {
    assert(row.size() == table.columns.size());
    Map map;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const MeasureColumn& column = table.columns[i];
      if (column.is_listed) {
        append(column.key, row[i].value, map);
      } else {
        map.push_back({column.key, row[i].value});
      }
    }
    rows.emplace_back(std::move(map));
  }
  return rows;
}

}  // namespace sweep
