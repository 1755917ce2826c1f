#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "algorithms/search/searcher.hpp"
#include "algorithms/text/options.hpp"

namespace sweep {

/// A searcher as the catalogue knows it.
struct SearcherRow {
  std::string_view name;
  std::string_view summary;
  std::string_view source;
  std::vector<OptionRow> (*options)();
  Searcher (*make)(const SearchTask&, const Settings&);
};

/// Every searcher there is, sorted by name. Names are stable: they key streams and results.
std::span<const SearcherRow> searcher_catalog();

/// Throws SpecError for an unknown name, a bad setting, or a space that it cannot search.
Searcher make_searcher(std::string_view name, const SearchTask& task, const Settings& settings);

}  // namespace sweep
