#include "objectives/catalog.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "algorithms/text/error.hpp"
#include "objectives/curves/make_curve.hpp"
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

namespace sweep {
namespace {

ObjectiveRow row(std::string_view name, std::string_view summary, std::string_view source,
                 Objective (*make)(const NamedOptions&), std::vector<OptionRow> own_options = {}) {
  const auto shared = wrapper_options();
  own_options.insert(own_options.end(), shared.begin(), shared.end());
  return {name, summary, source, std::move(own_options), make};
}

template <class F>
Objective make_function(const NamedOptions& spec) {
  constexpr const FunctionInfo& kInfo = F::kInfo;
  return Function<F>(whole_option(spec, "dim", kInfo.default_dim, kInfo.min_dim, kInfo.max_dim));
}

template <class F>
ObjectiveRow function_row() {
  constexpr const FunctionInfo& kInfo = F::kInfo;
  std::vector<OptionRow> options;
  if constexpr (kInfo.min_dim < kInfo.max_dim) {
    options.push_back({"dim", fmt::format("{}", kInfo.default_dim),
                       fmt::format("a whole number in [{}, {}]", kInfo.min_dim, kInfo.max_dim),
                       "number of parameters"});
  }
  return row(kInfo.name, kInfo.formula, kInfo.source, make_function<F>, std::move(options));
}

Objective make_shekel(const NamedOptions& spec) {
  switch (whole_option(spec, "m", 10, 5, 10)) {
    case 5:
      return Function<Shekel<5>>();
    case 7:
      return Function<Shekel<7>>();
    case 10:
      return Function<Shekel<10>>();
    default:
      refuse_option(spec, "m", "5, 7 or 10");
  }
}

template <auto surface>
Objective make_hpo12(const NamedOptions&) {
  return Hpo12(surface);
}

ObjectiveRow shekel_row() {
  constexpr const FunctionInfo& kInfo = Shekel<10>::kInfo;
  return row(kInfo.name, kInfo.formula, kInfo.source, make_shekel,
             {{"m", "10", "5, 7 or 10", "number of foxholes"}});
}

ObjectiveRow table_row(const EmbeddedTable& table) {
  return row(table.name, table.summary, "training runs, scripts/make-tables",
             [](const NamedOptions& spec) { return embedded_objective(spec.name); });
}

Objective make_tabular_of_file(const NamedOptions& spec) {
  const auto file = spec.options.find("file");
  if (file != spec.options.end()) return read_tabular(file->second);
  throw SpecError("objective \"tabular\" needs a table: tabular?file=PATH, or one of tabular/*");
}

std::vector<ObjectiveRow> formula_rows() {
  using Surface = Hpo12::Surface;
  std::vector<ObjectiveRow> rows{
      function_row<Ackley>(),
      function_row<Beale>(),
      function_row<Branin>(),
      function_row<Bukin6>(),
      row("counting-ones", "-(ones among the categories + means of 9 k draws of 1 or 0), step k",
          "Falkner, Klein, Hutter 2018", make_counting_ones, counting_ones_options()),
      function_row<CrossInTray>(),
      row("curve", "a learning curve that comes down to the loss of another objective",
          "sweep-bench; Domhan, Springenberg, Hutter 2015", make_curve, curve_options()),
      function_row<DixonPrice>(),
      function_row<DropWave>(),
      function_row<Easom>(),
      function_row<Eggholder>(),
      function_row<GoldsteinPrice>(),
      function_row<Griewank>(),
      function_row<Hartmann3>(),
      function_row<Hartmann6>(),
      row("hpo12", "tuning a network as a formula: 12 parameters, 6 of them discrete",
          "sweep-bench", make_hpo12<Surface::smooth>),
      row("hpo12r", "hpo12 with waves and a deceptive category", "sweep-bench",
          make_hpo12<Surface::rugged>),
      row("hpo6", "tuning a network as a formula: 6 parameters, 3 of them discrete", "sweep-bench",
          [](const NamedOptions&) -> Objective { return Hpo6(); }),
      function_row<Levy>(),
      function_row<Michalewicz>(),
      function_row<Rastrigin>(),
      function_row<Rosenbrock>(),
      function_row<Schwefel>(),
      shekel_row(),
      function_row<SixHumpCamel>(),
      function_row<Sphere>(),
      function_row<StyblinskiTang>(),
      row(Tutorial::kText, "x uniform in [0.01, 0.1], y in {1, 3, 7}", "W&B sweeps tutorial",
          [](const NamedOptions&) -> Objective { return Tutorial(); }),
      function_row<Zakharov>(),
  };
  for (const FidelityFunction& function : fidelity_functions()) {
    rows.push_back(row(function.name, function.formula, function.source, make_multi_fidelity,
                       fidelity_options()));
  }
  return rows;
}

std::vector<ObjectiveRow> make_catalog() {
  std::vector<ObjectiveRow> rows = formula_rows();
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
  static const std::vector<ObjectiveRow> rows{row(
      "tabular", "training runs of yours, looked up by the nearest point", "objectives/README.md",
      make_tabular_of_file,
      {{"file", "", std::string(kPathOption), "table (CSV, gzip or not), its space beside it"}})};
  return rows;
}

std::span<const OptionRow> wrapper_options() {
  static const std::vector<OptionRow> options{
      {"fail", "0", "a number in [0, 1]", "probability that a trial fails"},
      {"noise", "0", "a finite number >= 0", "standard deviation of the noise added to each loss"},
      {"rotate", "", "a seed", "turns the uniform parameters by a random rotation"},
      {"shift", "", "a seed, or sine",
       "moves the optimum to a random, or to a fixed, other place"}};
  return options;
}

}  // namespace sweep
