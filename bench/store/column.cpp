#include "bench/store/column.hpp"

#include <fmt/format.h>

namespace sweep::detail {

std::string create_sql(std::string_view table, std::string_view meaning,
                       std::span<const OwnColumn> columns, std::string_view rules,
                       std::string_view kind) {
  std::string sql = fmt::format("CREATE TABLE {} (  /* {} */\n", table, meaning);
  for (const OwnColumn& column : columns) {
    const bool is_last = &column == &columns.back() && rules.empty();
    sql += fmt::format("  {} {}{}  /* {} */\n", column.name, column.type, is_last ? "" : ",",
                       column.meaning);
  }
  if (!rules.empty()) sql += fmt::format("  {}\n", rules);
  return sql + fmt::format(") {};\n", kind);
}

std::string insert_sql(std::string_view table, std::span<const std::string_view> columns) {
  std::string names;
  std::string values;
  for (const std::string_view name : columns) {
    names += (names.empty() ? "" : ", ") + std::string(name);
    values += values.empty() ? "?" : ", ?";
  }
  return fmt::format("INSERT INTO {} ({}) VALUES ({})", table, names, values);
}

}  // namespace sweep::detail
