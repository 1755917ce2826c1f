#include "algorithms/search/catalog.hpp"

#include <algorithm>
#include <array>
#include <exception>
#include <utility>

#include "algorithms/search/bayes/bayes.hpp"
#include "algorithms/search/evolution/evolution.hpp"
#include "algorithms/search/grid/grid.hpp"
#include "algorithms/search/kde/kde.hpp"
#include "algorithms/search/prior/prior.hpp"
#include "algorithms/search/random.hpp"
#include "algorithms/search/tpe/tpe.hpp"
#include "algorithms/search/wandb_bayes.hpp"
#include "algorithms/text/catalog.hpp"

namespace sweep {
namespace {

template <class S>
constexpr SearcherRow entry() {
  static_assert(
      PluginOf<S, SearchTask> && SearcherLike<S>,
      "a searcher is a class S with: constexpr std::string_view kName, kSummary, kSource; "
      "struct Options with a static fields(); S(const SearchTask&, const Options&); "
      "Proposal ask(TrialId, Stream); void tell(const Trial&)");
  if constexpr (PluginOf<S, SearchTask> && SearcherLike<S>) {
    std::string_view twin;
    if constexpr (requires { S::kTwin; }) twin = S::kTwin;
    return {S::kName,
            S::kSummary,
            S::kSource,
            twin,
            option_table<typename S::Options>,
            [](const SearchTask& task, const Settings& settings) -> Searcher {
              return S(task, parse_options<typename S::Options>(settings, S::kName));
            },
            [](const Settings& settings) {
              static_cast<void>(parse_options<typename S::Options>(settings, S::kName));
            }};
  } else {
    return {};
  }
}

constexpr auto kCatalog = sorted_by_name(std::array{
    entry<Bayes>(),
    entry<Evolution>(),
    entry<GridSearch>(),
    entry<Kde>(),
    entry<Prior>(),
    entry<RandomSearch>(),
    entry<Tpe>(),
    entry<WandbBayes>(),
});

}  // namespace

std::span<const SearcherRow> searcher_catalog() { return kCatalog; }

const SearcherRow* find_searcher(std::string_view name) { return find_row(kCatalog, name); }

Searcher make_searcher(std::string_view name, const SearchTask& task, const Settings& settings) {
  return row_named(kCatalog, "searcher", name).make(task, settings);
}

SearcherFactory searcher_factory(std::string_view name, SearchTask task, Settings settings) {
  const SearcherRow& row = row_named(kCatalog, "searcher", name);
  try {
    static_cast<void>(row.make(task, settings));
  } catch (const SpecError&) {
    throw;
  } catch (const std::exception&) {  // tells itself where it is made for a cell
  }
  return [&row, task = std::move(task), settings = std::move(settings)] {
    return row.make(task, settings);
  };
}

}  // namespace sweep
