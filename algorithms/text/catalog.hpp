#pragma once

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <vector>

#include "algorithms/text/error.hpp"
#include "algorithms/text/names.hpp"

namespace sweep {

/// What a plug-in of a catalogue is apart from what it does: it names itself and its source,
/// declares its options, and is made for a task.
template <class P, class Task>
concept PluginOf = requires {
  { P::kName } -> std::convertible_to<std::string_view>;
  { P::kSummary } -> std::convertible_to<std::string_view>;
  { P::kSource } -> std::convertible_to<std::string_view>;
  P::Options::fields();
}
&&std::is_constructible_v<P, const Task&, const typename P::Options&>;

/// The rows of a catalogue, whatever order they were written in.
template <class Row, std::size_t n>
constexpr std::array<Row, n> sorted_by_name(std::array<Row, n> rows) {
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.name < b.name; });
  return rows;
}

/// nullptr if no row has this name.
template <class Row, std::size_t n>
const Row* find_row(const std::array<Row, n>& rows, std::string_view name) {
  const auto* const found =
      std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.name == name; });
  return found == rows.end() ? nullptr : found;
}

/// Throws SpecError `searcher "tpee" is unknown; ...` for a name that no row has.
template <class Row, std::size_t n>
const Row& row_named(const std::array<Row, n>& rows, std::string_view kind, std::string_view name) {
  if (const Row* row = find_row(rows, name)) return *row;
  std::vector<std::string_view> known;
  known.reserve(n);
  for (const Row& row : rows) known.push_back(row.name);
  throw SpecError(unknown_name(kind, name, known));
}

}  // namespace sweep
