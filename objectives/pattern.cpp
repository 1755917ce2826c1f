#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "algorithms/text/error.hpp"
#include "algorithms/text/excerpt.hpp"
#include "algorithms/text/text.hpp"
#include "objectives/catalog.hpp"
#include "objectives/family.hpp"
#include "objectives/suite.hpp"

namespace sweep {
namespace {

bool is_pattern_character(char c) {
  return ('a' <= c && c <= 'z') || ('0' <= c && c <= '9') || c == '-' || c == '/' || c == '*';
}

// True of a `*` that multiplies nothing: at an end of the text, behind '/' or '-', or before '/'.
bool stands_for_text(std::string_view text, std::size_t star) {
  const bool begins = star == 0 || text[star - 1] == '/' || text[star - 1] == '-';
  return begins || star + 1 == text.size() || text[star + 1] == '/';
}

bool is_pattern(std::string_view name) {
  if (!std::all_of(name.begin(), name.end(), is_pattern_character)) return false;
  if (name.find("**") != name.npos) return false;  // a power
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (name[i] == '*' && stands_for_text(name, i)) return true;
  }
  return false;
}

// A `*` takes as little as it can, and one character more, but no '/', whenever the text behind it
// does not fit.
bool matches(std::string_view pattern, std::string_view name) {
  std::size_t p = 0;
  std::size_t n = 0;
  std::size_t star = pattern.npos;
  std::size_t star_end = 0;  // in the name, where what the star takes ends
  while (n < name.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      star_end = n;
    } else if (p < pattern.size() && pattern[p] == name[n]) {
      ++p;
      ++n;
    } else if (star != pattern.npos && name[star_end] != '/') {
      p = star + 1;
      n = ++star_end;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', p) == pattern.npos;
}

// What there is besides the catalogue, of which a pattern knows nothing.
std::string others_text() {
  std::vector<std::string> others;
  for (const ObjectiveFamily& family : objective_families()) {
    others.push_back(fmt::format("{}/...", family.name));
  }
  for (const Suite& suite : objective_suites())
    others.push_back(fmt::format("suite:{}", suite.name));
  return fmt::format("families and suites are named in full: {}", fmt::join(others, ", "));
}

}  // namespace

std::vector<std::string> expand_pattern(std::string_view text) {
  const std::string_view name = trimmed(text.substr(0, text.find('?')));
  if (!is_pattern(name)) return {std::string(text)};
  const std::string options(text.substr(std::min(text.find('?'), text.size())));
  std::vector<std::string> expanded;
  std::vector<std::string_view> known;
  for (const ObjectiveRow& row : objective_catalog()) {
    if (!std::all_of(row.name.begin(), row.name.end(), is_pattern_character)) continue;
    known.push_back(row.name);
    if (matches(name, row.name)) expanded.push_back(std::string(row.name) + options);
  }
  if (expanded.empty()) {
    throw SpecError(fmt::format("no objective matches \"{}\"; known: {}; {}", excerpt(name),
                                fmt::join(known, ", "), others_text()));
  }
  return expanded;
}

}  // namespace sweep
