#include "bench/reports/section_csv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "bench/reports/best_entries.hpp"
#include "bench/reports/flat/csv.hpp"

namespace sweep {
namespace {

std::string field_of(const Value& value) {
  if (value.is_null()) return "";
  const auto* const text = value.as<std::string>();
  if (text) return text->empty() ? "" : csv_text(*text);
  const std::string json = to_json(value);
  return csv_text(json.starts_with('"') ? json.substr(1, json.size() - 2) : json);  // "inf"
}

/// A table, and the heading above it.
struct MeasureOfTable {
  std::string measure;
  const ReportTable* table;
};

std::vector<MeasureOfTable> tables_in(std::span<const Section> sections) {
  std::vector<MeasureOfTable> tables;
  std::string measure;
  for (const Section& section : sections) {
    if (const auto* const heading = std::get_if<Heading>(&section)) measure = heading->name;
    if (const auto* const table = std::get_if<ReportTable>(&section)) {
      tables.push_back({measure, table});
    }
  }
  return tables;
}

using Keys = std::vector<std::string>;

Keys keys_of(std::span<const MeasureOfTable> tables) {
  Keys keys;
  for (const MeasureOfTable& one : tables) {
    for (std::size_t i = 0; i < key_columns(*one.table); ++i) {
      const std::string& key = one.table->columns[i].key;
      if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(key);
    }
  }
  return keys;
}

// "ert,bbob/f1,random,2": what all numbers of a row begin with.
std::string beginning(const MeasureOfTable& of, const std::vector<Shown>& row, const Keys& keys) {
  const std::size_t own = key_columns(*of.table);
  std::string text = csv_text(of.measure);
  for (const std::string& key : keys) {
    text += ',';
    for (std::size_t i = 0; i < own; ++i) {
      if (of.table->columns[i].key == key) text += field_of(row[i].value);
    }
  }
  return text;
}

std::string joined(const std::string& before, const std::string& word) {
  return before.empty() ? word : before + " " + word;
}

/// Rows of numbers that begin alike.
struct Numbers {
  const std::string& beginning;
  std::string& out;

  void add(const Value& at, const std::string& quantity, const Value& value) const {
    if (const Map* const map = value.as<Map>()) {
      for (const Entry& entry : *map) add(at, joined(quantity, key_of(entry)), entry.value);
    } else if (const List* const list = value.as<List>()) {
      for (std::size_t i = 0; i < list->size(); ++i) add_item(at, quantity, i, (*list)[i]);
    } else {
      out += fmt::format("{},{},{},{}\n", beginning, field_of(at), csv_text(quantity),
                         field_of(value));
    }
  }
  // {budget: 10, fraction: 0.5}: what the numbers are for comes first.
  void add_at(const Map& map) const {
    for (auto entry = map.begin() + 1; entry != map.end(); ++entry) {
      add(map.front().value, key_of(*entry), entry->value);
    }
  }
  // {p: 0.5, precision: 0.1} is "p=0.5 precision"; any other item has its number, from 0.
  void add_item(const Value& at, const std::string& list, std::size_t i, const Value& item) const {
    const Map* const map = item.as<Map>();
    if (!map || map->size() < 2) return add(at, joined(list, fmt::format("{}", i)), item);
    const std::string which =
        fmt::format("{}={}", key_of(map->front()), field_of(map->front().value));
    for (auto entry = map->begin() + 1; entry != map->end(); ++entry) {
      add(at, joined(joined(list, which), key_of(*entry)), entry->value);
    }
  }
  static std::string key_of(const Entry& entry) {
    const auto* const text = entry.key.as<std::string>();
    return text ? *text : to_json(entry.key);
  }
};

void add_rows(const MeasureOfTable& of, const Keys& keys, std::string& out) {
  const ReportTable& table = *of.table;
  for (const std::vector<Shown>& row : table.rows) {
    const std::string begins = beginning(of, row, keys);
    const Numbers numbers{begins, out};
    for (std::size_t i = key_columns(table); i < row.size(); ++i) {
      const ReportColumn& column = table.columns[i];
      const Map* const map = row[i].value.as<Map>();
      if (column.key.empty()) continue;
      if (column.is_listed && map && !map->empty()) {
        numbers.add_at(*map);
      } else {
        numbers.add({}, column.key, row[i].value);
      }
    }
  }
}

}  // namespace

std::string to_csv(std::span<const Section> sections) {
  const std::vector<MeasureOfTable> tables = tables_in(sections);
  const Keys keys = keys_of(tables);
  std::string out = "measure";
  for (const std::string& key : keys) out += "," + csv_text(key);
  out += ",at,quantity,value\n";
  for (const MeasureOfTable& table : tables) add_rows(table, keys, out);
  return out;
}

}  // namespace sweep
