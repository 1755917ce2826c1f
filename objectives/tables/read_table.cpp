#include "objectives/tables/read_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "algorithms/config/text_file.hpp"
#include "algorithms/text/excerpt.hpp"
#include "algorithms/text/text.hpp"
#include "objectives/tables/cell_value.hpp"
#include "objectives/tables/columns.hpp"
#include "objectives/tables/gunzip.hpp"

namespace sweep {
namespace {

using Role = TableColumn::Role;

constexpr std::size_t kEnoughProblems = 100;  // more help nobody
constexpr double kFailed = std::numeric_limits<double>::quiet_NaN();

/// Takes the lines behind the header.
class RowReader {
 public:
  RowReader(const SearchSpace& space, const TableHeader& header, std::vector<Diagnostic>& problems)
      : space_(space), header_(header), problems_(problems) {
    table_.steps = header.steps;
    table_.costs_a_row = header.costs_a_row;
  }

  void add(const std::vector<CsvCell>& cells, unsigned line) {
    line_ = line;
    if (cells.size() != header_.columns.size()) {
      return refuse_row(fmt::format("the row has {} cells; expected {}, as in the header",
                                    cells.size(), header_.columns.size()));
    }
    const std::size_t row = table_.rows++;
    const std::size_t problems_before = problems_.size();
    table_.points.resize(table_.rows * space_.size());  // constants that are left out are 0
    table_.losses.resize(table_.rows * table_.steps);
    table_.costs.resize(table_.rows * table_.costs_a_row);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (cells[i].problem.empty()) {
        put(cells[i], header_.columns[i], row);
      } else {
        refuse(cells[i], "the cell " + cells[i].problem);
      }
    }
    if (problems_.size() == problems_before) check_end(row);
  }

  Table take() { return std::move(table_); }

 private:
  void refuse(const CsvCell& cell, std::string text) {
    problems_.push_back({{cell.line, cell.column}, "", std::move(text)});
  }

  void refuse_row(std::string text) { problems_.push_back({{line_, 1}, "", std::move(text)}); }

  void put(const CsvCell& cell, const TableColumn& column, std::size_t row) {
    switch (column.role) {
      case Role::parameter:
        table_.points[row * space_.size() + column.place] = parameter(cell, space_[column.place]);
        break;
      case Role::loss:
        table_.losses[row * table_.steps + column.place] = loss(cell);
        break;
      case Role::cost:
        table_.costs[row * table_.costs_a_row + column.place] = cost(cell);
        break;
    }
  }

  // A trial ends where it fails: a later loss, which may be the lowest, is never reached.
  void check_end(std::size_t row) {
    const auto first = table_.losses.begin() + static_cast<std::ptrdiff_t>(row * table_.steps);
    const auto end =
        std::find_if(first, table_.losses.end(), [](double x) { return std::isnan(x); });
    const auto later =
        std::find_if(end, table_.losses.end(), [](double x) { return !std::isnan(x); });
    if (later == table_.losses.end()) return;
    refuse_row(
        fmt::format("loss:{} comes after a step without a loss, {}: a run that failed has "
                    "none from there on",
                    later - first + 1, end - first + 1));
  }

  double parameter(const CsvCell& cell, const Parameter& parameter) {
    if (const auto x = cell_value(cell, parameter.distribution)) return *x;
    refuse(cell,
           fmt::format("param:{}: \"{}\" is not in the space; expected {}", parameter.name,
                       excerpt(cell.text.substr(0, 40)), allowed_values(parameter.distribution)));
    return 0;
  }

  double loss(const CsvCell& cell) {
    if (cell.text.empty()) return kFailed;
    const auto number = parse_number<double>(cell.text);
    if (number) return std::isfinite(*number) ? *number : kFailed;
    refuse(cell, fmt::format("loss: \"{}\": expected a number, or nothing or nan where it failed",
                             excerpt(cell.text.substr(0, 40))));
    return kFailed;
  }

  double cost(const CsvCell& cell) {
    const auto seconds = parse_number<double>(cell.text);
    if (seconds && std::isfinite(*seconds) && *seconds >= 0) return *seconds;
    refuse(cell, fmt::format("cost: \"{}\": expected a number of seconds, >= 0",
                             excerpt(cell.text.substr(0, 40))));
    return 0;
  }

  const SearchSpace& space_;
  const TableHeader& header_;
  std::vector<Diagnostic>& problems_;
  unsigned line_ = 0;
  Table table_;
};

bool has_final_loss(const Table& table) {
  for (std::size_t row = 0; row < table.rows; ++row) {
    if (!std::isnan(table.losses[(row + 1) * table.steps - 1])) return true;
  }
  return false;
}

Table read_rows(CsvRows& lines, std::vector<CsvCell>& cells, const SearchSpace& space,
                const TableHeader& header, std::vector<Diagnostic>& problems) {
  RowReader rows(space, header, problems);
  while (problems.size() < kEnoughProblems && lines.next(cells)) rows.add(cells, lines.line());
  Table table = rows.take();
  if (!problems.empty()) return table;
  if (table.rows == 0) {
    problems.push_back({{}, "", "has no rows below its header"});
  } else if (!has_final_loss(table)) {
    problems.push_back({{}, "", "has no row with a loss at the last step"});
  }
  return table;
}

Table read_text(std::string_view text, const SearchSpace& space,
                std::vector<Diagnostic>& problems) {
  CsvRows lines(text);
  std::vector<CsvCell> cells;
  if (!lines.next(cells)) {
    problems.push_back({{}, "", "is empty; expected a header, as in param:lr,loss:1,loss:2,cost"});
    return {};
  }
  const TableHeader header = read_header(cells, space, lines.line(), problems);
  if (!problems.empty()) return {};
  return read_rows(lines, cells, space, header, problems);
}

}  // namespace

Table read_table(std::string_view bytes, const std::string& file_name, const SearchSpace& space) {
  const std::string unpacked =
      is_gzip(bytes) ? gunzip(bytes, file_name, kMostTableBytes) : std::string(bytes);
  std::vector<Diagnostic> problems;
  Table table = read_text(checked_text(unpacked, file_name, kMostTableBytes), space, problems);
  if (!problems.empty()) throw ConfigError(file_name, std::move(problems));
  return table;
}

}  // namespace sweep
