#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "algorithms/space/behaviour.hpp"
#include "algorithms/space/options.hpp"

namespace sweep {

/// A method as the command line names it: a searcher with options of its own, `grid?levels=10`.
struct Method {
  std::string searcher;
  Settings settings;
};

/// The settings that `--set searcher.option=value` gives, one text each. Throws SpecError.
Settings parse_settings(const std::vector<std::string>& texts);

/// Reads one method. Options after `?` win over those that `settings` gives the searcher as
/// "searcher.option". Throws SpecError for text that is no method; names are checked later.
Method parse_method(std::string_view text, const Settings& settings);

/// The searcher in the catalogue: as W&B, `bayes` is the twin of W&B's own.
std::string catalog_name(const Method& method, Behaviour behaviour);

/// Throws SpecError for a setting that belongs to none of the methods.
void check_settings(const Settings& settings, const std::vector<std::string>& methods);

}  // namespace sweep
