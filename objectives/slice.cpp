#include "objectives/slice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <set>
#include <span>

#include "algorithms/text/error.hpp"
#include "algorithms/text/excerpt.hpp"
#include "algorithms/text/names.hpp"
#include "algorithms/text/text.hpp"
#include "objectives/family.hpp"

namespace sweep {
namespace {

constexpr std::size_t kMostMembers = 20'000;
constexpr std::string_view kExample = "bbob/f1-24/d2,5/i1-5";

bool is_decimal(char c) { return '0' <= c && c <= '9'; }

bool is_slice_character(char c) {
  return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || is_decimal(c) ||
         std::string_view("-_,/*").find(c) != std::string_view::npos;
}

// No expression either: a blank on its own joins nothing, and no parameter begins with a digit.
bool is_spoilt_slice_character(char c) { return is_slice_character(c) || c == ' ' || c == '.'; }

bool is_numbered_part(std::string_view text) {
  const std::string_view part = trimmed(text);
  return part.size() >= 2 && std::string_view("fdiFDI").find(part[0]) != std::string_view::npos &&
         std::all_of(part.begin() + 1, part.end(), [](char c) {
           return is_decimal(c) || std::string_view("-,. ").find(c) != std::string_view::npos;
         });
}

bool is_more_numbers(std::string_view text) {
  return !text.empty() && (is_decimal(text[0]) || text[0] == '/') &&
         text.find('*') == text.npos &&  // 2*lr is another objective
         std::all_of(text.begin(), text.end(), is_slice_character);
}

std::vector<std::string_view> family_names() {
  std::vector<std::string_view> names;
  for (const ObjectiveFamily& family : objective_families()) names.push_back(family.name);
  return names;
}

// A slip, or a family of COCO's that is not here: bbob-largescale.
bool is_nearly_family(std::string_view name) {
  return name.starts_with("bbob-") || !nearest_name(trimmed(name), family_names()).empty();
}

/// One of the numbers that name a member, and what the family has of it.
struct SliceAxis {
  char letter;
  NumberRule rule;
  std::vector<int> numbers;
};

std::string allowed_text(const SliceAxis& axis) {
  const auto [first, last, step] = axis.rule;
  const std::string second = step == 1 ? "" : fmt::format(", {}{}", axis.letter, first + step);
  return fmt::format("{0}{1}{2} .. {0}{3}", axis.letter, first, second, last);
}

int nearest_number(const NumberRule& rule, int number) {
  const int clamped = std::clamp(number, rule.first, rule.last);
  return rule.first + (clamped - rule.first + rule.step / 2) / rule.step * rule.step;
}

// The text without blanks and capitals.
std::string tidy(std::string_view text) {
  std::string tidied;
  for (const char c : text) {
    if (c != ' ') tidied += 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return tidied;
}

/// Reads a slice; every view is into its text.
class SliceReader {
 public:
  explicit SliceReader(std::string_view text)
      : text_(text), family_(*find_family(text.substr(0, text.find('/')))) {}

  std::vector<SliceAxis> read() const {
    std::vector<SliceAxis> axes{{'f', family_.functions(), {}},
                                {'d', family_.dimensions, {}},
                                {'i', family_.instances(), {}}};
    auto next = axes.begin();
    const auto parts = split(text_, '/');
    for (std::size_t i = 1; i < parts.size(); ++i) {
      next = std::find_if(next, axes.end(), [&](const SliceAxis& axis) {
        return !parts[i].empty() && axis.letter == parts[i][0];
      });
      if (next == axes.end()) refuse_form(parts[i]);
      read_numbers(parts[i], *next++);
    }
    set_defaults(axes);
    return axes;
  }

 private:
  [[noreturn]] void refuse(std::string_view part, std::string_view why) const {
    throw SpecError(
        fmt::format("objective \"{}\": \"{}\": {}", excerpt(text_), excerpt(part), why));
  }

  static std::string expected_parts() {
    return fmt::format("expected f, d and i in this order, with numbers or ranges, as in {}",
                       kExample);
  }

  [[noreturn]] void refuse_form(std::string_view part) const {
    const std::string tidied = tidy(text_);
    const bool is_slip = tidied != text_ && is_right(tidied);
    refuse(part, expected_parts() +
                     (is_slip ? fmt::format("; did you mean \"{}\"?", excerpt(tidied)) : ""));
  }

  static bool is_right(std::string_view text) {
    try {
      static_cast<void>(SliceReader(text).read());
      return true;
    } catch (const SpecError&) {
      return false;
    }
  }

  void read_numbers(std::string_view part, SliceAxis& axis) const {
    std::set<int> known;
    for (const std::string_view item : split(part.substr(1), ',')) {
      if (trimmed(item).empty() && part.size() > 1) {
        refuse(part, fmt::format("a piece between its commas is empty; {}", expected_parts()));
      }
      const std::size_t dash = item.find('-');
      const int first = number(part, item.substr(0, dash), axis);
      const int last = dash == item.npos ? first : number(part, item.substr(dash + 1), axis);
      if (last < first) refuse(part, fmt::format("{} ends before it begins", item));
      for (int n = first; n <= last; n += axis.rule.step) {
        if (!known.insert(n).second) refuse(part, fmt::format("{} is there twice", n));
        axis.numbers.push_back(n);
      }
    }
  }

  // Gives the axes that are left out their defaults.
  void set_defaults(std::vector<SliceAxis>& axes) const {
    std::vector<int> functions(
        static_cast<std::size_t>(family_.last_function - family_.first_function + 1));
    std::iota(functions.begin(), functions.end(), family_.first_function);
    const std::span<const int> defaults[] = {functions, family_.default_dimensions,
                                             family_.default_instances};
    for (std::size_t i = 0; i < axes.size(); ++i) {
      if (axes[i].numbers.empty()) axes[i].numbers.assign(defaults[i].begin(), defaults[i].end());
    }
  }

  int number(std::string_view part, std::string_view digits, const SliceAxis& axis) const {
    const bool is_number = !digits.empty() && std::all_of(digits.begin(), digits.end(), is_decimal);
    if (!is_number) refuse_form(part);
    const int given = parse_number<int>(digits).value_or(axis.rule.last + 1);  // 32 bits and more
    if (axis.rule.allows(given)) return given;
    const auto at = static_cast<std::size_t>(digits.data() - text_.data());
    std::string nearest(text_);
    nearest.replace(at, digits.size(), fmt::format("{}", nearest_number(axis.rule, given)));
    refuse(part, fmt::format("{} has {}; did you mean \"{}\"?", family_.name, allowed_text(axis),
                             excerpt(nearest)));
  }

  std::string_view text_;
  const ObjectiveFamily& family_;
};

void check_size(std::string_view text, const std::vector<SliceAxis>& axes) {
  std::size_t members = 1;
  for (const SliceAxis& axis : axes) members *= axis.numbers.size();
  if (members <= kMostMembers) return;
  throw SpecError(fmt::format("objective \"{}\" stands for {} objectives; {} are allowed",
                              excerpt(text), members, kMostMembers));
}

}  // namespace

bool looks_like_slice(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == text.npos || !std::all_of(text.begin(), text.end(), is_spoilt_slice_character)) {
    return false;
  }
  const std::string_view name = text.substr(0, slash);
  if (find_family(name) != nullptr) return true;
  const auto parts = split(text.substr(slash + 1), '/');
  return std::all_of(parts.begin(), parts.end(), is_numbered_part) && is_nearly_family(name);
}

std::vector<std::string> expand_slice(std::string_view text) {
  const std::string_view name = text.substr(0, text.find('/'));
  if (find_family(name) == nullptr) throw SpecError(unknown_name("family", name, family_names()));
  const std::vector<SliceAxis> axes = SliceReader(text).read();
  check_size(text, axes);
  std::vector<std::string> names;
  for (const int f : axes[0].numbers) {
    for (const int d : axes[1].numbers) {
      for (const int i : axes[2].numbers) {
        names.push_back(to_text(FamilyMember{std::string(name), f, d, i}));
      }
    }
  }
  return names;
}

bool SliceSeams::continues_slice(std::string_view piece) {
  const std::size_t mark = piece.find('?');
  const std::string_view head = trimmed(piece.substr(0, mark));
  const bool continues = is_in_slice_ && is_more_numbers(head);
  is_in_slice_ = mark == piece.npos && (continues || looks_like_slice(head));
  return continues;
}

}  // namespace sweep
