#include "bench/reports/html/page_json.hpp"

#include <fmt/format.h>

#include <cmath>
#include <iterator>
#include <string_view>

namespace sweep {
namespace {

const char* kind_text(FigureKind kind) {
  switch (kind) {
    case FigureKind::curves:
      return "curves";
    case FigureKind::timed:
      return "timed";
    case FigureKind::intervals:
      return "intervals";
    case FigureKind::bars:
      return "bars";
    case FigureKind::parallel:
      return "parallel";
    case FigureKind::courses:
      return "courses";
    case FigureKind::points:
      return "points";
  }
  return "";
}

/// Writes JSON piece by piece: a page has millions of numbers, too many for values of their own.
class PageWriter {
 public:
  void operator()(const Heading& heading) {
    begin("heading");
    text("name", heading.name);
    text("meaning", heading.meaning);
    text("source", heading.source);
    out_ += '}';
  }
  void operator()(const Prose& prose) {
    begin("prose");
    text("text", prose.text);
    out_ += '}';
  }
  void operator()(const Note& note) {
    begin("note");
    text("text", note.text);
    out_ += '}';
  }
  void operator()(const ReportTable& table) {
    begin("table");
    key("text_columns");
    fmt::format_to(std::back_inserter(out_), "{}", table.text_columns);
    key("columns");
    list(table.columns, [&](const ReportColumn& column) { string(column.heading); });
    key("rows");
    list(table.rows, [&](const std::vector<Shown>& row) {
      list(row, [&](const Shown& entry) { string(entry.text); });
    });
    out_ += '}';
  }
  void operator()(const Figure& figure) {
    begin("figure");
    text("kind", kind_text(figure.kind));
    text("title", figure.title);
    text("caption", figure.caption);
    text("says", figure.says);
    key("choices");
    list(figure.choices, [&](const FigureChoice& choice) { write(choice); });
    key("x");
    write(figure.x);
    key("y");
    write(figure.y);
    key("axes");
    list(figure.axes, [&](const FigureAxis& axis) { write(axis); });
    write_series(figure.series);
    out_ += '}';
  }
  void separate() {
    if (!out_.empty()) out_ += ",\n";
  }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void begin(std::string_view type) {
    out_ += "{\"type\":";
    string(type);
  }
  void key(std::string_view name) {
    out_ += ',';
    string(name);
    out_ += ':';
  }
  void string(std::string_view text) { out_ += to_json(std::string(text)); }
  void text(std::string_view name, std::string_view value) {
    key(name);
    string(value);
  }
  void number(double x) {
    if (!std::isfinite(x)) {
      out_ += "null";
    } else {
      fmt::format_to(std::back_inserter(out_), "{:.6g}", x);
    }
  }
  template <class Items, class Write>
  void list(const Items& items, Write write_item) {
    out_ += '[';
    bool is_first = true;
    for (const auto& item : items) {
      if (!is_first) out_ += ',';
      is_first = false;
      write_item(item);
    }
    out_ += ']';
  }
  void numbers(std::string_view name, const std::vector<double>& values) {
    key(name);
    list(values, [&](double x) { number(x); });
  }
  void write(const FigureAxis& axis) {
    out_ += "{\"label\":";
    string(axis.label);
    text("scale", axis.scale == FigureScale::linear ? "linear" : "logarithmic");
    key("names");
    list(axis.names, [&](const std::string& name) { string(name); });
    out_ += '}';
  }
  void write(const FigureChoice& choice) {
    out_ += "{\"name\":";
    string(choice.name);
    text("value", choice.value);
    key("amount");
    number(choice.amount);
    out_ += '}';
  }
  void write_series(const std::vector<Series>& all) {
    key("series");
    const std::vector<double>* last_x = nullptr;
    list(all, [&](const Series& series) {
      out_ += "{\"name\":";
      string(series.name);
      if (last_x == nullptr || *last_x != series.x) numbers("x", series.x);
      last_x = &series.x;
      numbers("y", series.y);
      numbers("lo", series.lo);
      numbers("hi", series.hi);
      key("seconds_per_x");
      number(series.seconds_per_x);
      out_ += '}';
    });
  }

  std::string out_;
};

}  // namespace

std::string page_json(std::span<const Section> sections) {
  PageWriter writer;
  for (const Section& section : sections) {
    writer.separate();
    std::visit(writer, section);
  }
  return "[\n" + writer.take() + "\n]";
}

std::string script_safe(std::string_view json) {
  constexpr std::string_view kLineSeparator = "\xE2\x80\xA8";
  constexpr std::string_view kParagraphSeparator = "\xE2\x80\xA9";
  std::string safe;
  safe.reserve(json.size());
  for (std::size_t i = 0; i < json.size(); ++i) {
    const std::string_view rest = json.substr(i);
    const bool is_line = rest.starts_with(kLineSeparator);
    if (is_line || rest.starts_with(kParagraphSeparator)) {
      safe += is_line ? "\\u2028" : "\\u2029";
      i += kLineSeparator.size() - 1;
    } else if (json[i] == '<') {
      safe += "\\u003c";
    } else {
      safe += json[i];
    }
  }
  return safe;
}

}  // namespace sweep
