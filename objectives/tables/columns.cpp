#include "objectives/tables/columns.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <optional>
#include <set>
#include <string_view>

#include "algorithms/text/excerpt.hpp"
#include "algorithms/text/names.hpp"
#include "algorithms/text/text.hpp"

namespace sweep {
namespace {

constexpr std::string_view kParameter = "param:";
constexpr std::string_view kRoleNames[] = {"param", "loss", "cost"};
constexpr std::uint64_t kMostSteps = 1'000'000;

using Role = TableColumn::Role;

/// Collects the columns of one header.
class HeaderReader {
 public:
  HeaderReader(const SearchSpace& space, unsigned line, std::vector<Diagnostic>& problems)
      : space_(space), line_(line), problems_(problems) {}

  TableHeader read(const std::vector<CsvCell>& cells) {
    for (const CsvCell& cell : cells) {
      line_ = cell.line;
      read_column(cell);
    }
    line_ = cells.front().line;
    check_parameters();
    header_.steps = steps_of(Role::loss);
    header_.costs_a_row = steps_of(Role::cost);
    check_counts();
    return header_;
  }

 private:
  void refuse(unsigned column, std::string text) {
    problems_.push_back({{line_, column}, "", std::move(text)});
  }

  void read_column(const CsvCell& cell) {
    if (!cell.problem.empty()) return refuse(cell.column, "the cell " + cell.problem);
    const std::string_view text = cell.text;
    if (text.starts_with(kParameter)) return read_parameter(cell);
    for (const Role role : {Role::loss, Role::cost}) {
      const std::string_view name = kRoleNames[static_cast<int>(role)];
      if (text == name) return add(cell, role, 0);
      if (text.starts_with(name) && text.substr(name.size()).starts_with(':')) {
        return read_step(cell, role, text.substr(name.size() + 1));
      }
    }
    refuse(cell.column, fmt::format("column \"{}\" is unknown; expected param:NAME, loss, "
                                    "loss:STEP, cost or cost:STEP",
                                    text.substr(0, 40)));
  }

  void read_parameter(const CsvCell& cell) {
    const std::string_view name = std::string_view(cell.text).substr(kParameter.size());
    const auto place = space_.find(name);
    if (place) return add(cell, Role::parameter, *place);
    std::vector<std::string_view> known;
    for (const Parameter& parameter : space_) known.push_back(parameter.name);
    refuse(cell.column, unknown_name("parameter", name, known));
  }

  void read_step(const CsvCell& cell, Role role, std::string_view text) {
    const auto step = parse_number<std::uint64_t>(text);
    if (step && *step >= 1 && *step <= kMostSteps) return add(cell, role, *step);
    refuse(cell.column,
           fmt::format("column \"{}\": expected a step in [1, {}], as in {}:1", excerpt(cell.text),
                       kMostSteps, kRoleNames[static_cast<int>(role)]));
  }

  // `number` is the parameter's place, the step, or 0 for a loss or cost without a step.
  void add(const CsvCell& cell, Role role, std::size_t number) {
    if (!numbers_[static_cast<int>(role)].insert(number).second) {
      return refuse(cell.column, fmt::format("column \"{}\" is there twice", excerpt(cell.text)));
    }
    const bool has_step = role != Role::parameter && number > 0;
    header_.columns.push_back({role, has_step ? number - 1 : number});
  }

  void check_parameters() {
    for (std::size_t i = 0; i < space_.size(); ++i) {
      const bool is_there = numbers_[static_cast<int>(Role::parameter)].contains(i);
      if (is_there || kind(space_[i].distribution) == Kind::constant) continue;
      refuse(1, fmt::format("the column param:{0} is missing: {0} is a parameter of the space",
                            space_[i].name));
    }
  }

  // How many columns of losses or costs there are; they must be one without a step, or all steps.
  std::size_t steps_of(Role role) {
    const std::set<std::size_t>& steps = numbers_[static_cast<int>(role)];
    const std::string_view name = kRoleNames[static_cast<int>(role)];
    const bool is_plain = steps.contains(0);
    if (is_plain && steps.size() > 1) {
      refuse(1, fmt::format("there are both {0} and {0}:STEP; expected one or the other", name));
    }
    if (is_plain) return 1;
    std::size_t expected = 1;
    for (const std::size_t step : steps) {
      if (step != expected) {
        refuse(1, fmt::format("the column {0}:{1} is missing; there is {0}:{2}", name, expected,
                              step));
        break;
      }
      ++expected;
    }
    return steps.size();
  }

  void check_counts() {
    if (header_.steps == 0) return refuse(1, "the column loss, or loss:1, is missing");
    const std::size_t costs = header_.costs_a_row;
    const bool is_stepped = costs > 0 && !numbers_[static_cast<int>(Role::cost)].contains(0);
    if (!is_stepped || costs == header_.steps) return;
    refuse(1, fmt::format("there are {} steps with a loss and {} with a cost; expected as many",
                          header_.steps, costs));
  }

  const SearchSpace& space_;
  unsigned line_;
  std::vector<Diagnostic>& problems_;
  TableHeader header_;
  std::set<std::size_t> numbers_[3];  // by role, as add() takes them
};

}  // namespace

TableHeader read_header(const std::vector<CsvCell>& cells, const SearchSpace& space, unsigned line,
                        std::vector<Diagnostic>& problems) {
  return HeaderReader(space, line, problems).read(cells);
}

}  // namespace sweep
