#pragma once

#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "bench/store/stored.hpp"

namespace sweep::detail {

/// A column whose value stands in no field of its table's Row: a key, a reference, a checksum.
struct OwnColumn {
  std::string_view name;
  std::string_view type;  // of SQLite, with its constraints
  std::string_view meaning;
};

/// A column that holds a field of a Row.
template <class Row>
struct Column {
  std::string_view name;
  std::string_view type;
  bool may_be_null;
  std::string_view meaning;
  void (*bind)(Statement& statement, int parameter, const Row& row);
  void (*read)(const Statement& statement, int column, Row& row);
  std::string (*text)(const Row& row);
};

/// A table, described once: this makes its CREATE, INSERT and SELECT, and the checksum of a row.
template <class Row>
struct Table {
  std::string_view name;
  std::string_view meaning;
  std::span<const OwnColumn> own;  // come first, and are bound and read by hand
  std::span<const Column<Row>> columns;
  std::string_view rules;  // of the table as a whole: "PRIMARY KEY (cell, position)"
  std::string_view kind = "STRICT";
};

/// Whether a column is NULL where the store does not know its value.
enum class Presence { always, if_known };

/// The struct that a pointer to a member belongs to.
template <class Member>
struct RowOf;
/// Takes the struct from the pointer's type.
template <class Row, class Field>
struct RowOf<Field Row::*> {
  using Type = Row;
};

/// The field that a chain of members leads to.
template <auto... members, class Row>
auto& field_of(Row& row) {
  return (row.*....*members);
}

/// The column of the field that the members lead to, as in
/// column<&CellResult::use, &ClusterUse::steps>("steps", "taken by all trials").
template <auto first, auto... rest>
constexpr auto column(std::string_view name, std::string_view meaning,
                      Presence presence = Presence::always) {
  using Row = typename RowOf<decltype(first)>::Type;
  using Field = std::remove_cvref_t<decltype(field_of<first, rest...>(std::declval<Row&>()))>;
  using Codec = Stored<Field>;
  return Column<Row>{name,
                     Codec::kType,
                     Codec::kMayBeNull || presence == Presence::if_known,
                     meaning,
                     [](Statement& statement, int parameter, const Row& row) {
                       Codec::bind(statement, parameter, field_of<first, rest...>(row));
                     },
                     [](const Statement& statement, int at, Row& row) {
                       field_of<first, rest...>(row) = Codec::read(statement, at);
                     },
                     [](const Row& row) { return Codec::text(field_of<first, rest...>(row)); }};
}

/// `CREATE TABLE`, whose columns explain themselves; `INSERT` with a parameter for each column.
std::string create_sql(std::string_view table, std::string_view meaning,
                       std::span<const OwnColumn> columns, std::string_view rules,
                       std::string_view kind);
std::string insert_sql(std::string_view table, std::span<const std::string_view> columns);

template <class Row>
std::string create_sql(const Table<Row>& table) {
  std::vector<std::string> types;
  for (const Column<Row>& column : table.columns) {
    types.push_back(std::string(column.type) + (column.may_be_null ? "" : " NOT NULL"));
  }
  std::vector<OwnColumn> all(table.own.begin(), table.own.end());
  for (std::size_t i = 0; i < types.size(); ++i) {
    all.push_back({table.columns[i].name, types[i], table.columns[i].meaning});
  }
  return create_sql(table.name, table.meaning, all, table.rules, table.kind);
}

template <class Row>
std::string insert_sql(const Table<Row>& table) {
  std::vector<std::string_view> names;
  for (const OwnColumn& column : table.own) names.push_back(column.name);
  for (const Column<Row>& column : table.columns) names.push_back(column.name);
  return insert_sql(table.name, names);
}

/// The columns of a Row for a SELECT: "timing.suggest, timing.cell_seconds".
template <class Row>
std::string columns_sql(const Table<Row>& table) {
  std::string names;
  for (const Column<Row>& column : table.columns) {
    names += (names.empty() ? "" : ", ") + std::string(table.name) + "." + std::string(column.name);
  }
  return names;
}

/// Binds the fields of a row as an INSERT of its table has them, behind the table's own columns.
template <class Row>
void bind_row(Statement& statement, const Table<Row>& table, const Row& row) {
  int parameter = static_cast<int>(table.own.size());
  for (const Column<Row>& column : table.columns) column.bind(statement, ++parameter, row);
}

/// Reads the columns of columns_sql(), the first of which is `first`.
template <class Row>
void read_row(const Statement& statement, int first, const Table<Row>& table, Row& row) {
  for (const Column<Row>& column : table.columns) column.read(statement, first++, row);
}

/// Stands for a row: SQLite would not notice a flipped byte in a number, or an edit. `owner` is
/// what the row refers to.
template <class Row>
std::string checksum_of(const Table<Row>& table, const Row& row, std::string_view owner) {
  std::string text(owner);
  for (const Column<Row>& column : table.columns) text += ' ' + column.text(row);
  return to_hex(digest_of(text));
}

}  // namespace sweep::detail
