#pragma once

#include <span>
#include <string_view>

#include "algorithms/text/value.hpp"
#include "bench/reports/section.hpp"

namespace sweep {

/// {KEY: {heading: [row, ..], ..}, "figures": {heading: [figure, ..], ..}, and each note under its
/// key}: the rows of all tables under a heading are one list.
Map to_map(std::span<const Section> sections, std::string_view key);

/// A map for each row.
List to_list(const ReportTable& table);

/// {"title", "x": {"label", "scale"}, "y": .., "series": [{"name", "x": [..], "y": [..], "lo",
/// "hi"}, ..]}; a curve without a band has no "lo" and "hi".
Map to_map(const Figure& figure);

}  // namespace sweep
