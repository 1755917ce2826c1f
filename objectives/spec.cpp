#include "objectives/spec.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "algorithms/text/error.hpp"
#include "algorithms/text/excerpt.hpp"
#include "algorithms/text/text.hpp"
#include "objectives/slice.hpp"

namespace sweep {
namespace {

std::string collapsed_blanks(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (kBlanks.find(c) == std::string_view::npos) {
      result += c;
    } else if (!result.empty() && result.back() != ' ') {
      result += ' ';
    }
  }
  return result;
}

/// The items of a list, from the pieces between its commas: a slice has commas of its own.
class ObjectiveItems {
 public:
  explicit ObjectiveItems(std::string_view list) : list_(list) {}

  void add(std::string_view piece) {
    if (piece.empty()) {
      throw SpecError(fmt::format("objective {} of the list \"{}\" is empty", items_.size() + 1,
                                  excerpt(list_)));
    }
    if (seams_.continues_slice(piece)) {
      items_.back().append(",").append(piece);
    } else {
      items_.emplace_back(piece);
    }
  }
  [[nodiscard]] const std::vector<std::string>& all() const { return items_; }

 private:
  std::string_view list_;
  SliceSeams seams_;
  std::vector<std::string> items_;
};

}  // namespace

NamedOptions parse_objective(std::string_view text) {
  std::string line(text);  // without line ends, so that a message about it is one line, too
  std::replace_if(
      line.begin(), line.end(), [](char c) { return kBlanks.find(c) != kBlanks.npos; }, ' ');
  const std::string_view whole = line;
  const std::size_t mark = whole.rfind('?');
  const std::string_view options = mark == whole.npos ? "" : trimmed(whole.substr(mark + 1));
  if (!looks_like_options(options)) return {std::string(trimmed(whole)), {}};
  const std::string name(trimmed(whole.substr(0, mark)));
  return {name, parse_option_list(options, objective_called(name))};
}

NamedOptions canonical(const NamedOptions& spec, std::span<const OptionRow> options) {
  return {collapsed_blanks(spec.name), canonical_settings(spec.options, options)};
}

std::string objective_called(std::string_view name) {
  return fmt::format("objective \"{}\"", excerpt(name));
}

void check_option_names(const NamedOptions& spec, std::span<const OptionRow> known) {
  check_option_names(spec.options, known, objective_called(spec.name));
}

std::vector<std::string> split_objectives(std::string_view list) {
  ObjectiveItems items(list);
  int depth = 0;
  std::size_t start = 0;
  for (std::size_t i = 0; i <= list.size(); ++i) {
    const char c = i < list.size() ? list[i] : ',';
    if (c == '(' || c == '[' || c == '{') ++depth;
    if (c == ')' || c == ']' || c == '}') depth = std::max(0, depth - 1);
    if (i < list.size() && (c != ',' || depth > 0)) continue;
    items.add(trimmed(list.substr(start, i - start)));
    start = i + 1;
  }
  return items.all();
}

}  // namespace sweep
