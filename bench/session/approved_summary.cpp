#include "bench/session/approved_summary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>
#include <optional>
#include <set>
#include <utility>

#include "algorithms/config/json.hpp"
#include "algorithms/text/error.hpp"
#include "bench/results/digest.hpp"

namespace sweep {
namespace {

constexpr const char* kFormat = "sweep-bench approved summary 2";
constexpr const char* kWithoutCourses = "sweep-bench approved summary 1";

Value json_of(const ComparedObjective& objective) {
  return Map{{"name", objective.name},
             {"function", objective.function},
             {"dimension", objective.dimension ? Value(*objective.dimension) : Value()},
             {"group", objective.group},
             {"optimum", objective.optimum ? Value(*objective.optimum) : Value()},
             {"max_step", objective.max_step},
             {"space", objective.space}};
}

// [steps in all, place, precision, place, precision, ..]
Value json_of(const Descent& course) {
  List numbers;
  numbers.reserve(1 + 2 * course.drops.size());
  numbers.emplace_back(course.length);
  for (const Drop& drop : course.drops) {
    numbers.emplace_back(drop.at);
    numbers.emplace_back(drop.precision);
  }
  return numbers;
}

// Loss, steps and whether a scheduler stopped trials, by method, objective and seed; the course of
// the loss where it is known.
Value json_of(const CellOutcome& cell) {
  List row = {static_cast<std::int64_t>(cell.method),
              static_cast<std::int64_t>(cell.objective),
              static_cast<std::int64_t>(cell.seed),
              cell.loss,
              static_cast<std::int64_t>(cell.steps),
              cell.has_stops,
              to_hex(cell.digest)};
  if (cell.course) row.push_back(json_of(*cell.course));
  return row;
}

template <class Items>
std::string lines_of(const Items& items) {
  std::string text;
  for (const auto& item : items) {
    text += fmt::format("{}  {}", text.empty() ? "\n" : ",\n", to_json(json_of(item)));
  }
  return text;
}

/// Reads values of a summary, and refuses what does not fit.
class SummaryReader {
 public:
  explicit SummaryReader(std::string path) : path_(std::move(path)) {}

  [[noreturn]] void refuse(const std::string& what) const {
    throw SpecError(fmt::format("{}: is no approved summary: {}", path_, what));
  }
  template <class T>
  const T& as(const Value* value, const char* what) const {
    const T* const content = value ? value->as<T>() : nullptr;
    if (!content) refuse(fmt::format("{} is missing or of another kind", what));
    return *content;
  }
  template <class T>
  const T& at(const Map& map, const char* key) const {
    return as<T>(find(map, key), key);
  }
  /// A number that may be missing, or null.
  std::optional<double> optional_number(const Map& map, const char* key) const {
    const Value* const value = find(map, key);
    if (!value || value->is_null()) return std::nullopt;
    const std::optional<double> read = number(*value);
    if (!read || !std::isfinite(*read)) refuse(fmt::format("{} is no number", key));
    return read;
  }
  int whole(double value, int least, const char* what) const {
    constexpr double kMost = std::numeric_limits<int>::max();
    if (!(value >= least && value <= kMost && value == std::floor(value))) {
      refuse(fmt::format("{} {:g} is no whole number from {} to {:g}", what, value, least, kMost));
    }
    return static_cast<int>(value);
  }
  double loss(const Value& value) const {
    const std::string* const text = value.as<std::string>();
    if (text && *text == "inf") return std::numeric_limits<double>::infinity();
    if (text && *text == "-inf") return -std::numeric_limits<double>::infinity();
    return as<double>(&value, "a loss");
  }
  std::size_t place(const Value& value, std::size_t size, const char* what) const {
    const std::int64_t place = as<std::int64_t>(&value, what);
    if (place < 0 || static_cast<std::size_t>(place) >= size)
      refuse(fmt::format("{} {}", what, place));
    return static_cast<std::size_t>(place);
  }

 private:
  std::string path_;
};

ComparedObjective objective_of(const SummaryReader& reader, const Map& map) {
  ComparedObjective objective;
  objective.name = reader.at<std::string>(map, "name");
  objective.function = reader.at<std::string>(map, "function");
  if (const auto dimension = reader.optional_number(map, "dimension")) {
    objective.dimension = reader.whole(*dimension, 1, "dimension");
  }
  objective.group = reader.at<std::string>(map, "group");
  objective.optimum = reader.optional_number(map, "optimum");
  const auto steps = static_cast<double>(reader.at<std::int64_t>(map, "max_step"));
  objective.max_step = reader.whole(steps, 1, "max_step");
  objective.space = reader.at<std::string>(map, "space");
  return objective;
}

Descent course_of(const SummaryReader& reader, const List& numbers) {
  if (numbers.size() % 2 == 0) reader.refuse("a course has an odd number of numbers");
  Descent course;
  course.length = reader.as<double>(&numbers[0], "the steps of a course");
  for (std::size_t i = 1; i < numbers.size(); i += 2) {
    course.drop_to(reader.loss(numbers[i + 1]), reader.loss(numbers[i]));
  }
  return course;
}

CellOutcome cell_of(const SummaryReader& reader, const List& row, const Side& side) {
  constexpr std::size_t kColumns = 7;
  if (row.size() != kColumns && row.size() != kColumns + 1) {
    reader.refuse("a cell has 7 columns, or 8 with its course");
  }
  CellOutcome cell;
  cell.method = reader.place(row[0], side.methods.size(), "method");
  cell.objective = reader.place(row[1], side.objectives.size(), "objective");
  cell.seed = static_cast<std::uint64_t>(reader.as<std::int64_t>(&row[2], "a seed"));
  cell.loss = reader.loss(row[3]);
  cell.steps = static_cast<std::uint64_t>(reader.as<std::int64_t>(&row[4], "a number of steps"));
  cell.has_stops = reader.as<bool>(&row[5], "what schedulers stopped");
  const auto digest = digest_from_hex(reader.as<std::string>(&row[6], "a digest"));
  if (!digest) reader.refuse("a digest has 32 digits");
  cell.digest = *digest;
  if (row.size() > kColumns)
    cell.course = course_of(reader, reader.as<List>(&row[kColumns], "a course"));
  return cell;
}

void expect_no_repetition(const SummaryReader& reader, const Side& side) {
  std::set<std::string> names;
  for (const std::string& method : side.methods) {
    if (!names.insert(method).second)
      reader.refuse(fmt::format("method {} is there twice", method));
  }
  names.clear();
  for (const ComparedObjective& objective : side.objectives) {
    if (names.insert(objective.name).second) continue;
    reader.refuse(fmt::format("objective {} is there twice", objective.name));
  }
}

Side side_of(const SummaryReader& reader, const Map& map) {
  Side side;
  const auto& format = reader.at<std::string>(map, "format");
  if (format != kFormat && format != kWithoutCourses) reader.refuse("its format is another");
  for (const Entry& term : reader.at<Map>(map, "terms")) {
    side.terms[reader.as<std::string>(&term.key, "a term")] =
        reader.as<std::string>(&term.value, "a term");
  }
  for (const Value& method : reader.at<List>(map, "methods")) {
    side.methods.push_back(reader.as<std::string>(&method, "a method"));
  }
  for (const Value& objective : reader.at<List>(map, "objectives")) {
    side.objectives.push_back(objective_of(reader, reader.as<Map>(&objective, "an objective")));
  }
  expect_no_repetition(reader, side);
  for (const Value& row : reader.at<List>(map, "cells")) {
    side.cells.push_back(cell_of(reader, reader.as<List>(&row, "a cell"), side));
  }
  return side;
}

}  // namespace

std::string approved_text(const Side& side) {
  Map terms;
  for (const auto& [term, value] : side.terms) terms.push_back({term, value});
  const List methods(side.methods.begin(), side.methods.end());
  return fmt::format(
      "{{\"format\": \"{}\",\n\"terms\": {},\n\"methods\": {},\n\"objectives\": [{}],\n"
      "\"cells\": [{}]}}\n",
      kFormat, to_json(terms), to_json(methods), lines_of(side.objectives), lines_of(side.cells));
}

bool is_approved_summary(const std::string& path) {
  constexpr std::size_t kBeginning = 64;
  std::ifstream file(path, std::ios::binary);
  std::string beginning(kBeginning, '\0');
  file.read(beginning.data(), kBeginning);
  return beginning.starts_with("{\"format\":");
}

Side read_approved(const std::string& path) {
  constexpr TextLimits kLimits{std::size_t{64} << 20, 8, 20'000'000};
  const Value value = to_value(read_json(read_text_file(path, kLimits.bytes), path, kLimits));
  const SummaryReader reader(path);
  Side side = side_of(reader, reader.as<Map>(&value, "the whole"));
  if (side.cells.empty()) reader.refuse("it has no cell");
  side.label = path;
  side.origin = path;
  sort_cells(side);
  return side;
}

}  // namespace sweep
