#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sweep {

/// A list of objectives that has a name: `suite:classic`. What a suite holds stays as it is, so
/// that results on it can be compared; a better list is another suite.
struct Suite {
  std::string_view name;
  std::string_view summary;
  std::string_view source;
  std::vector<std::string> (*objectives)();  // as they are written, each one once
};

/// Sorted by name.
std::span<const Suite> objective_suites();

/// True of `suite:...`, and of what is nearly that: `SUITE:...`.
bool names_suite(std::string_view text);

/// The objectives of `suite:NAME`. Throws SpecError for an unknown name, and
/// for what is only nearly `suite:`.
std::vector<std::string> expand_suite(std::string_view text);

}  // namespace sweep
