#include "bench/reports/section_json.hpp"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <string>
#include <utility>

namespace sweep {
namespace {

List& list_of(const std::string& key, Map& map) {
  const auto same_key = [&](const Entry& entry) { return *entry.key.as<std::string>() == key; };
  auto found = std::find_if(map.begin(), map.end(), same_key);
  if (found == map.end()) found = map.insert(map.end(), {key, List{}});
  return std::get<List>(found->value.data);
}

Map row_map(const ReportTable& table, const std::vector<Shown>& row) {
  assert(row.size() == table.columns.size());
  Map map;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const ReportColumn& column = table.columns[i];
    if (column.key.empty()) continue;
    if (column.is_listed) {
      list_of(column.key, map).push_back(row[i].value);
    } else {
      map.push_back({column.key, row[i].value});
    }
  }
  return map;
}

Map axis_map(const FigureAxis& axis) {
  const bool is_linear = axis.scale == FigureScale::linear;
  return {{"label", axis.label}, {"scale", is_linear ? "linear" : "logarithmic"}};
}

List numbers(const std::vector<double>& values) { return {values.begin(), values.end()}; }

Map series_map(const Series& series) {
  Map map = {{"name", series.name}, {"x", numbers(series.x)}, {"y", numbers(series.y)}};
  if (series.lo.empty()) return map;
  map.push_back({"lo", numbers(series.lo)});
  map.push_back({"hi", numbers(series.hi)});
  return map;
}

/// Sorts sections by what they are, under the heading that they follow.
struct Sorter {
  std::string heading = "";
  Map tables = {};
  Map figures = {};
  Map notes = {};

  void operator()(const Heading& section) {
    heading = section.name;
    list_of(heading, tables);
  }
  void operator()(const Prose&) {}
  void operator()(const ReportTable& table) {
    List rows = to_list(table);
    List& all = list_of(heading, tables);
    std::move(rows.begin(), rows.end(), std::back_inserter(all));
  }
  void operator()(const Figure& figure) { list_of(heading, figures).emplace_back(to_map(figure)); }
  void operator()(const Note& note) {
    if (!note.key.empty()) notes.push_back({note.key, note.value});
  }
};

}  // namespace

List to_list(const ReportTable& table) {
  List rows;
  rows.reserve(table.rows.size());
  for (const std::vector<Shown>& row : table.rows) rows.emplace_back(row_map(table, row));
  return rows;
}

Map to_map(const Figure& figure) {
  List series;
  for (const Series& curve : figure.series) series.emplace_back(series_map(curve));
  return {{"title", figure.title},
          {"x", axis_map(figure.x)},
          {"y", axis_map(figure.y)},
          {"series", std::move(series)}};
}

Map to_map(std::span<const Section> sections, std::string_view key) {
  Sorter sorter;
  for (const Section& section : sections) std::visit(sorter, section);
  Map map = {{std::string(key), std::move(sorter.tables)}};
  for (Entry& note : sorter.notes) map.push_back(std::move(note));
  map.push_back({"figures", std::move(sorter.figures)});
  return map;
}

}  // namespace sweep
