#include "algorithms/search/catalog.hpp"

#include "algorithms/search/bayes/bayes.hpp"
#include "algorithms/search/grid/grid.hpp"
#include "algorithms/search/random.hpp"
#include "algorithms/search/tpe/tpe.hpp"
#include "algorithms/search/wandb_bayes.hpp"
#include "algorithms/text/error.hpp"
#include "algorithms/text/names.hpp"

namespace sweep {
namespace {

template <class S>
constexpr SearcherRow entry() {
  return {S::kName, S::kSummary, S::kSource, option_table<typename S::Options>,
          [](const SearchTask& task, const Settings& settings) -> Searcher {
            return S(task, parse_options<typename S::Options>(settings, S::kName));
          }};
}

constexpr SearcherRow kCatalog[] = {
    entry<Bayes>(), entry<GridSearch>(), entry<RandomSearch>(), entry<Tpe>(), entry<WandbBayes>(),
};

}  // namespace

std::span<const SearcherRow> searcher_catalog() { return kCatalog; }

Searcher make_searcher(std::string_view name, const SearchTask& task, const Settings& settings) {
  std::vector<std::string_view> known;
  for (const SearcherRow& row : kCatalog) {
    if (row.name == name) return row.make(task, settings);
    known.push_back(row.name);
  }
  throw SpecError(unknown_name("searcher", name, known));
}

}  // namespace sweep
