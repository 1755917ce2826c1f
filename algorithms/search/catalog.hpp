#pragma once

#include <functional>
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
  std::string_view twin;  // the row that does as W&B's engine does under this name; empty: itself
  std::vector<OptionRow> (*options)();
  Searcher (*make)(const SearchTask&, const Settings&);
  void (*check)(const Settings&);  // throws SpecError for what no task could make good
};

/// Every searcher there is, sorted by name. Names are stable: they key streams and results.
std::span<const SearcherRow> searcher_catalog();

/// nullptr if there is none of this name.
const SearcherRow* find_searcher(std::string_view name);

/// Throws SpecError for an unknown name, a bad setting, or a space that it cannot search.
Searcher make_searcher(std::string_view name, const SearchTask& task, const Settings& settings);

/// Makes searchers of one kind, each as if no other had been.
using SearcherFactory = std::function<Searcher()>;

/// Makes one and lets it go, to throw the SpecError that make_searcher would. A searcher that
/// breaks otherwise (its program is missing, say) breaks in the cell that makes it.
SearcherFactory searcher_factory(std::string_view name, SearchTask task, Settings settings);

}  // namespace sweep
