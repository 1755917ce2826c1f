#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "algorithms/text/value.hpp"

namespace sweep {

/// A number or text as a table shows it, and as JSON has it.
struct Shown {
  std::string text;
  Value value;
};

Shown shown(std::string text);
Shown shown(std::size_t count);
/// A number with four significant digits in its text.
Shown shown(double number);
Shown shown_missing();  // "-", null

/// What a column is called, and its key in JSON; one without a key is for readers only.
struct ReportColumn {
  std::string heading;
  std::string key;
  bool is_listed = false;  // JSON has one list of all columns of this key
};

/// Rows that are as long as the columns are many.
struct ReportTable {
  std::vector<ReportColumn> columns;
  std::size_t text_columns = 0;  // the first ones, which stand left
  std::vector<std::vector<Shown>> rows;
};

/// What the sections up to the next heading are about; `name` is their key in JSON.
struct Heading {
  std::string name;
  std::string meaning;
  std::string source;  // who published it
};

/// A sentence that stands between tables, and says what the next one holds.
struct Prose {
  std::string text;
};

/// Something to know beside the tables. JSON has the value under the key; a note without a text is
/// for JSON only, one without a key for readers only.
struct Note {
  std::string text;
  std::string key;
  Value value;
};

/// How an axis spaces its values.
enum class FigureScale { linear, logarithmic };

/// What an axis measures, in which unit, and how it is to be drawn.
struct FigureAxis {
  std::string label;
  FigureScale scale = FigureScale::linear;
};

/// A curve: y over x, as long as each other; `lo` and `hi` bound a band about it, or are empty.
struct Series {
  std::string name;
  std::vector<double> x;
  std::vector<double> y;
  std::vector<double> lo;
  std::vector<double> hi;
};

/// Curves with the same axes: data, for who can draw them.
struct Figure {
  std::string title;
  FigureAxis x;
  FigureAxis y;
  std::vector<Series> series;
};

/// A part of a report. What a measure says is computed once, into sections; each printer only
/// arranges them.
using Section = std::variant<Heading, Prose, ReportTable, Figure, Note>;
using Sections = std::vector<Section>;

}  // namespace sweep
