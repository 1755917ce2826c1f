#include "objectives/catalog.hpp"

#include <algorithm>
#include <concepts>
#include <type_traits>
#include <utility>

#include "objectives/curves/counting_ones.hpp"
#include "objectives/curves/curve.hpp"
#include "objectives/curves/multi_fidelity.hpp"
#include "objectives/function.hpp"
#include "objectives/functions/ackley.hpp"
#include "objectives/functions/beale.hpp"
#include "objectives/functions/branin.hpp"
#include "objectives/functions/bukin6.hpp"
#include "objectives/functions/cross_in_tray.hpp"
#include "objectives/functions/dixon_price.hpp"
#include "objectives/functions/drop_wave.hpp"
#include "objectives/functions/easom.hpp"
#include "objectives/functions/eggholder.hpp"
#include "objectives/functions/goldstein_price.hpp"
#include "objectives/functions/griewank.hpp"
#include "objectives/functions/hartmann3.hpp"
#include "objectives/functions/hartmann6.hpp"
#include "objectives/functions/levy.hpp"
#include "objectives/functions/michalewicz.hpp"
#include "objectives/functions/rastrigin.hpp"
#include "objectives/functions/rosenbrock.hpp"
#include "objectives/functions/schwefel.hpp"
#include "objectives/functions/shekel.hpp"
#include "objectives/functions/six_hump_camel.hpp"
#include "objectives/functions/sphere.hpp"
#include "objectives/functions/styblinski_tang.hpp"
#include "objectives/functions/zakharov.hpp"
#include "objectives/hpo.hpp"
#include "objectives/tables/embedded.hpp"
#include "objectives/tables/table_file.hpp"
#include "objectives/tutorial.hpp"
#include "objectives/wrappers/wrap.hpp"

namespace sweep {
namespace {

// A row for what `make` makes of options; those of every objective come after them.
template <class Options, class Make>
ObjectiveRow row(std::string_view name, std::string_view summary, std::string_view source,
                 Make make) {
  std::vector<OptionRow> options = option_table<Options>();
  const auto shared = wrapper_options();
  options.insert(options.end(), shared.begin(), shared.end());
  return {name, summary, source, std::move(options), [make](const NamedOptions& spec) -> Objective {
            return make(options_of<Options>(spec));
          }};
}

template <class O>
concept SaysItsName = requires {
  { O::kName } -> std::convertible_to<std::string_view>;
  { O::kSummary } -> std::convertible_to<std::string_view>;
  { O::kSource } -> std::convertible_to<std::string_view>;
};

template <class O>
struct OptionsOf {
  using Type = NoOptions;
};
template <class O>
requires requires { typename O::Options; }
struct OptionsOf<O> {
  using Type = typename O::Options;
};

// The objective of O::make(options), O(options) or O(), whichever there is.
template <class O, class Options>
Objective made(const Options& options) {
  if constexpr (requires { O::make(options); }) {
    return O::make(options);
  } else if constexpr (std::is_constructible_v<O, const Options&>) {
    return O(options);
  } else {
    return O();
  }
}

// The row of a test function, or of a type that says its name.
template <class O>
ObjectiveRow entry() {
  static_assert(TestFunction<O> || SaysItsName<O>,
                "an objective is a type with static constexpr std::string_view kName, kSummary and "
                "kSource, a struct Options with fields() if it has options, and space() and loss() "
                "as objective.hpp says; or a test function, as function.hpp says");
  if constexpr (TestFunction<O>) {
    return entry<Function<O>>();
  } else if constexpr (SaysItsName<O>) {
    using Options = typename OptionsOf<O>::Type;
    ObjectiveRow entry = row<Options>(O::kName, O::kSummary, O::kSource, made<O, Options>);
    if constexpr (std::is_constructible_v<O, const Options&, const SearchSpace&>) {
      entry.make_in_space = [](const NamedOptions& spec, const SearchSpace& space) -> Objective {
        return O(options_of<Options>(spec), space);
      };
    }
    return entry;
  } else {
    return {};
  }
}

std::vector<ObjectiveRow> rows_of_types() {
  return {
      entry<Ackley>(),         entry<AnyShekel>(),    entry<Beale>(),          entry<Branin>(),
      entry<Bukin6>(),         entry<CountingOnes>(), entry<CrossInTray>(),    entry<Curve>(),
      entry<DixonPrice>(),     entry<DropWave>(),     entry<Easom>(),          entry<Eggholder>(),
      entry<GoldsteinPrice>(), entry<Griewank>(),     entry<Hartmann3>(),      entry<Hartmann6>(),
      entry<Hpo12>(),          entry<Hpo12Rugged>(),  entry<Hpo6>(),           entry<Levy>(),
      entry<Michalewicz>(),    entry<Rastrigin>(),    entry<Rosenbrock>(),     entry<Schwefel>(),
      entry<SixHumpCamel>(),   entry<Sphere>(),       entry<StyblinskiTang>(), entry<Tutorial>(),
      entry<Zakharov>(),
  };
}

ObjectiveRow fidelity_row(const FidelityFunction& function) {
  using Options = MultiFidelity::Options;
  return row<Options>(function.name, function.formula, function.source,
                      [&](const Options& options) { return MultiFidelity(function, options); });
}

ObjectiveRow table_row(const EmbeddedTable& table) {
  return row<NoOptions>(table.name, table.summary, "training runs, scripts/make-tables",
                        [&](const NoOptions&) { return embedded_objective(table.name); });
}

std::vector<ObjectiveRow> make_catalog() {
  std::vector<ObjectiveRow> rows = rows_of_types();
  for (const FidelityFunction& f : fidelity_functions()) rows.push_back(fidelity_row(f));
  for (const EmbeddedTable& table : embedded_tables()) rows.push_back(table_row(table));
  std::sort(rows.begin(), rows.end(),
            [](const ObjectiveRow& a, const ObjectiveRow& b) { return a.name < b.name; });
  return rows;
}

}  // namespace

std::span<const ObjectiveRow> objective_catalog() {
  static const std::vector<ObjectiveRow> rows = make_catalog();
  return rows;
}

std::span<const ObjectiveRow> objective_templates() {
  static const std::vector<ObjectiveRow> rows{entry<TableFile>()};
  return rows;
}

std::span<const OptionRow> wrapper_options() {
  static const std::vector<OptionRow> options = option_table<WrapperOptions>();
  return options;
}

}  // namespace sweep
