#include "bench/reports/flat/flat_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <set>

#include "bench/reports/flat/csv.hpp"
#include "bench/results/digest.hpp"
#include "bench/results/method_builds.hpp"

namespace sweep {
namespace {

constexpr std::size_t kPiece = 1 << 16;  // bytes; a cell may have gigabytes of rows

constexpr FlatColumn kCellColumns[] = {
    {"method", "the searcher, with options, and its scheduler"},
    {"objective", "what was minimised"},
    {"seed", "of the cell"},
    {"family", "of the objective, with options or without, where it has one: bbob"},
    {"function", "its number in the family"},
    {"dimension", "its parameters that are no constants"},
    {"instance", "its instance"},
    {"trials", "points evaluated"},
    {"failed", "trials without a loss"},
    {"duplicates", "trials whose point was proposed before; missing if there were too many points"},
    {"fallbacks", "points that a model's search drew at random instead"},
    {"exhausted", "whether the searcher had nothing left to try"},
    {"best_loss", "lowest loss of a trial of full length, as observed; nan if there is none"},
    {"incumbent_loss", "loss without noise of that trial's point"},
    {"optimum", "lowest loss there is, where it is known"},
    {"seconds", "virtual, from the beginning to the last event"},
    {"worker_seconds", "virtual, that workers were busy"},
    {"steps", "taken by all trials"},
    {"full_steps", "that the same trials would have taken without a scheduler"},
    {"stopped", "trials that the scheduler stopped"},
    {"best_stopped", "of the three that would have ended best"},
    {"searcher_seconds", "wall-clock, of all suggestions"},
    {"suggest_p50_us", "wall-clock, of a suggestion: median; missing if there was none"},
    {"suggest_p99_us", "the same: exceeded by one in a hundred"},
    {"digest", "stands for every trial of the cell"},
    {"method_key", "the method with all its options, however they were given: tells methods apart"},
    {"build", "what computed it, as `report` calls it: cells of several builds do not pool"},
};

constexpr FlatColumn kRecordColumns[] = {
    {"method", "of the cell"},
    {"objective", "of the cell"},
    {"seed", "of the cell"},
    {"trial", "from 0, in the order of asking"},
    {"step", "after which the loss was reported, from 1"},
    {"loss", "as observed; nan if the trial failed"},
    {"state", "how the trial ended: completed, stopped or failed"},
    {"seconds", "virtual, when it ended"},
    {"steps", "that all trials of the cell had taken by then; missing if it is not known"},
};

constexpr std::string_view kParameterPrefix = "param.";

std::string text_field(FlatFormat format, std::string_view text) {
  return format == FlatFormat::csv_safe ? safe_csv_text(text) : csv_text(text);
}

std::string csv_field(FlatFormat format, const Value& value) {
  if (value.is_null()) return "";
  if (const auto* text = value.as<std::string>()) return text_field(format, *text);
  if (const auto* real = value.as<double>()) return format_real(*real);
  return csv_text(to_json(value));
}

// A null among the categories is a value, not a missing one.
std::string csv_parameter(FlatFormat format, const Value& value) {
  return value.is_null() ? "null" : csv_field(format, value);
}

std::string_view state_text(TrialState state) {
  switch (state) {
    case TrialState::stopped:
      return "stopped";
    case TrialState::failed:
      return "failed";
    case TrialState::running:
      return "running";
    case TrialState::completed:
      break;
  }
  return "completed";
}

Value count(std::uint64_t number) { return static_cast<std::int64_t>(number); }

// Stores of layout 5 and before do not know them.
Value known_steps(const Record& record) { return record.steps > 0 ? count(record.steps) : Value(); }

template <class T>
Value value_or_null(const std::optional<T>& x) {
  return x ? Value(*x) : Value();
}

std::optional<double> microseconds(std::optional<double> nanoseconds) {
  return nanoseconds ? std::optional(*nanoseconds / 1000) : std::nullopt;
}

// The values of a cell, in the order of kCellColumns.
List cell_values(const CellResult& result, const CellLabel& label) {
  const ClusterUse& use = result.use;
  const std::optional<FamilyLabel>& family = label.family;
  return {result.cell.method,
          result.cell.objective,
          count(result.cell.seed),
          family ? Value(family->family) : Value(),
          family ? Value(family->function) : Value(),
          value_or_null(label.dimension),
          family ? Value(family->instance) : Value(),
          count(result.trials),
          count(result.failed),
          result.duplicates ? count(*result.duplicates) : Value(),
          count(result.fallbacks),
          result.exhausted,
          result.best_loss,
          result.incumbent_loss,
          value_or_null(result.optimum),
          use.seconds,
          use.worker_seconds,
          count(use.steps),
          count(use.full_steps),
          count(use.stopped),
          use.best_stopped ? count(*use.best_stopped) : Value(),
          result.timing.searcher_seconds,
          value_or_null(microseconds(result.timing.suggest.quantile(0.5))),
          value_or_null(microseconds(result.timing.suggest.quantile(0.99))),
          to_hex(result.digest),
          method_of(result),
          label.build};
}

std::string joined_names(std::span<const FlatColumn> columns) {
  std::string line;
  for (const FlatColumn& column : columns) {
    line += (line.empty() ? "" : ",") + std::string(column.name);
  }
  return line;
}

/// Writes the records of one cell; what they have in common is made once.
class RecordRows {
 public:
  RecordRows(FlatFormat format, const CellResult& result, const SearchSpace& space,
             std::span<const std::string> parameters)
      : format_(format), space_(space) {
    const Cell& cell = result.cell;
    begin_ = is_csv() ? fmt::format("{},{},{}", text_field(format, cell.method),
                                    text_field(format, cell.objective), cell.seed)
                      : fmt::format(R"({{"method": {}, "objective": {}, "seed": {})",
                                    to_json(cell.method), to_json(cell.objective), cell.seed);
    for (const std::string& name : parameters) places_.push_back(space.find(name));
    for (const Parameter& parameter : space) names_.push_back(to_json(parameter.name));
  }

  void append(const Record& record, PointView point, std::string& text) const {
    is_csv() ? append_csv(record, point, text) : append_json(record, point, text);
  }

 private:
  [[nodiscard]] bool is_csv() const { return format_ != FlatFormat::jsonl; }
  void append_csv(const Record& record, PointView point, std::string& text) const {
    fmt::format_to(std::back_inserter(text), "{},{},{},{},{},{},{}", begin_, record.trial,
                   record.step, format_real(record.loss), state_text(record.state),
                   format_real(record.seconds), csv_field(format_, known_steps(record)));
    for (const auto& place : places_) {
      text += ',';
      if (place) text += csv_parameter(format_, value_of(*place, point));
    }
    text += '\n';
  }
  void append_json(const Record& record, PointView point, std::string& text) const {
    fmt::format_to(
        std::back_inserter(text),
        R"({}, "trial": {}, "step": {}, "loss": {}, "state": "{}", "seconds": {}, "steps": {}, )"
        R"("param": {{)",
        begin_, record.trial, record.step, to_json(record.loss), state_text(record.state),
        to_json(record.seconds), to_json(known_steps(record)));
    for (std::size_t i = 0; i < names_.size(); ++i) {
      fmt::format_to(std::back_inserter(text), "{}{}: {}", i > 0 ? ", " : "", names_[i],
                     to_json(value_of(i, point)));
    }
    text += "}}\n";
  }
  [[nodiscard]] Value value_of(std::size_t parameter, PointView point) const {
    return to_value(space_[parameter].distribution, point[parameter]);
  }

  FlatFormat format_;
  const SearchSpace& space_;
  std::string begin_;
  std::vector<std::optional<std::size_t>> places_;  // of the CSV columns' parameters
  std::vector<std::string> names_;                  // of the space's parameters, as JSON
};

}  // namespace

std::span<const FlatColumn> cell_columns() { return kCellColumns; }
std::span<const FlatColumn> record_columns() { return kRecordColumns; }

std::vector<std::string> parameter_names(std::span<const SearchSpace> spaces) {
  std::vector<std::string> names;
  std::set<std::string_view> known;
  for (const SearchSpace& space : spaces) {
    for (const Parameter& parameter : space) {
      if (known.insert(parameter.name).second) names.push_back(parameter.name);
    }
  }
  return names;
}

std::string cell_header(FlatFormat format) {
  return format == FlatFormat::jsonl ? "" : joined_names(kCellColumns) + "\n";
}

std::string record_header(FlatFormat format, std::span<const std::string> parameters) {
  if (format == FlatFormat::jsonl) return "";
  std::string line = joined_names(kRecordColumns);
  for (const std::string& name : parameters) {
    line += "," + csv_text(std::string(kParameterPrefix) + name);
  }
  return line + "\n";
}

std::string cell_row(FlatFormat format, const CellResult& result, const CellLabel& label) {
  const List values = cell_values(result, label);
  std::string line;
  Map row;
  for (std::size_t i = 0; i < values.size(); ++i) {
    line += (i > 0 ? "," : "") + csv_field(format, values[i]);
    row.push_back({std::string(kCellColumns[i].name), values[i]});
  }
  return (format == FlatFormat::jsonl ? to_json(row) : line) + "\n";
}

void write_records(FlatFormat format, const CellResult& result, const SearchSpace& space,
                   std::span<const std::string> parameters, const TakeText& take) {
  const RecordRows rows(format, result, space, parameters);
  const PointView points = result.points;
  std::string text;
  for (std::size_t i = 0; i < result.records.size(); ++i) {
    rows.append(result.records[i], points.subspan(i * space.size(), space.size()), text);
    if (text.size() < kPiece) continue;
    take(text);
    text.clear();
  }
  if (!text.empty()) take(text);
}

}  // namespace sweep
