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
  std::vector<std::string> names = {};  // of the values 0, 1, 2, ..., if those are categories
};

/// A curve: y over x, as long as each other; `lo` and `hi` bound a band about it, or are empty.
struct Series {
  std::string name;
  std::vector<double> x;
  std::vector<double> y;
  std::vector<double> lo;
  std::vector<double> hi;
  double seconds_per_x = 0;  // of FigureKind::timed: the optimiser's own, for each x
};

/// How a figure is to be drawn:
///   curves     y over x of each series
///   timed      curves over the wall time x (cost of an evaluation + seconds_per_x)
///   intervals  a row for each series, with y, from lo to hi
///   bars       y of each series at the names of the x axis
///   parallel   an axis for each series, spaced as `axes` says, and a line for each entry of y
///   courses    curves of trials; the name of each says how it ended
///   points     y at x of each series, from lo to hi; that of the series "advised" is ringed
enum class FigureKind { curves, timed, intervals, bars, parallel, courses, points };

/// What tells a figure from those beside it that show the like; who shows one of them at a time
/// lets the reader choose. `amount` is the value as a number, where choosing means to slide.
struct FigureChoice {
  std::string name;
  std::string value;
  double amount = 0;
};

/// Curves with the same axes: data, for who can draw them.
struct Figure {
  std::string title;
  FigureAxis x;
  FigureAxis y;
  std::vector<Series> series;
  FigureKind kind = FigureKind::curves;
  std::string caption = {};                // what its symbols mean, and how many cells they are of
  std::string says = {};                   // the answer that it gives, in a sentence
  std::vector<FigureChoice> choices = {};  // of the figures of one `title`
  std::vector<FigureAxis> axes = {};       // of FigureKind::parallel, one for each series
};

/// A part of a report. What a measure says is computed once, into sections; each printer only
/// arranges them.
using Section = std::variant<Heading, Prose, ReportTable, Figure, Note>;
using Sections = std::vector<Section>;

}  // namespace sweep
