#include "objectives/catalog.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <limits>

#include "algorithms/space/error.hpp"
#include "algorithms/space/names.hpp"
#include "objectives/expression.hpp"
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
#include "objectives/tutorial.hpp"
#include "objectives/wrappers/fail.hpp"
#include "objectives/wrappers/noise.hpp"
#include "objectives/wrappers/rotate.hpp"
#include "objectives/wrappers/shift.hpp"

namespace sweep {
namespace {

constexpr std::uint64_t kLargestSeed = (std::uint64_t{1} << 63) - 1;

ObjectiveRow row(std::string_view name, std::string_view summary, std::string_view source,
                 Objective (*make)(const ObjectiveSpec&), std::vector<OptionRow> own_options = {}) {
  const auto shared = wrapper_options();
  own_options.insert(own_options.end(), shared.begin(), shared.end());
  return {name, summary, source, std::move(own_options), make};
}

template <class F>
Objective make_function(const ObjectiveSpec& spec) {
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

Objective make_shekel(const ObjectiveSpec& spec) {
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
Objective make_hpo12(const ObjectiveSpec&) {
  return Hpo12(surface);
}

ObjectiveRow shekel_row() {
  constexpr const FunctionInfo& kInfo = Shekel<10>::kInfo;
  return row(kInfo.name, kInfo.formula, kInfo.source, make_shekel,
             {{"m", "10", "5, 7 or 10", "number of foxholes"}});
}

std::vector<ObjectiveRow> make_catalog() {
  using Surface = Hpo12::Surface;
  return {
      function_row<Ackley>(),
      function_row<Beale>(),
      function_row<Branin>(),
      function_row<Bukin6>(),
      function_row<CrossInTray>(),
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
          [](const ObjectiveSpec&) -> Objective { return Hpo6(); }),
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
          [](const ObjectiveSpec&) -> Objective { return Tutorial(); }),
      function_row<Zakharov>(),
  };
}

std::string without_blanks(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (trimmed({&c, 1}).size() == 1) result += c;
  }
  return result;
}

const ObjectiveRow* find_row(std::string_view name) {
  const auto catalog = objective_catalog();
  const std::string wanted = without_blanks(name);
  const auto found = std::find_if(catalog.begin(), catalog.end(), [&](const ObjectiveRow& known) {
    return known.name == name ||
           (known.name == Tutorial::kText && wanted == without_blanks(Tutorial::kText));
  });
  return found == catalog.end() ? nullptr : &*found;
}

std::vector<std::string_view> catalog_names() {
  std::vector<std::string_view> names;
  for (const ObjectiveRow& known : objective_catalog()) names.push_back(known.name);
  return names;
}

bool looks_like_name(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') || c == '-' ||
           c == '_';
  });
}

/// The text taken apart, and the row that it names if it names one.
struct Resolved {
  ObjectiveSpec spec;
  const ObjectiveRow* row;
};

Resolved resolve(std::string_view text) {
  Resolved result{parse_objective_spec(text), nullptr};
  if (result.spec.name.empty()) {
    throw SpecError(fmt::format("objective \"{}\" has no name", trimmed(text)));
  }
  result.row = find_row(result.spec.name);
  const std::string_view head = trimmed(text.substr(0, text.find('?')));
  if (result.row == nullptr && looks_like_name(head) && find_row(head) != nullptr) {
    result = {parse_strict_objective_spec(text), find_row(head)};
  }
  if (result.row != nullptr) result.spec.name = result.row->name;
  return result;
}

[[noreturn]] void refuse_name(std::string_view text) {
  const std::string_view head = trimmed(text.substr(0, text.find('?')));
  if (looks_like_name(head)) throw SpecError(unknown_name("objective", head, catalog_names()));
  throw SpecError(fmt::format(
      "objective \"{}\" is an expression and needs a space: give its parameters with --config or "
      "--param",
      text));
}

Objective make_expression(std::string_view text, const SearchSpace& space) {
  const auto names = catalog_names();
  const bool is_slip =
      looks_like_name(text) && !nearest_name(text, names).empty() && !space.find(text).has_value();
  if (is_slip) throw SpecError(unknown_name("objective", text, names));
  return Expression(text, space);
}

Objective make_inside(const Resolved& resolved, const std::optional<SearchSpace>& space) {
  const ObjectiveRow* const row = resolved.row;
  if (row != nullptr && (!space || row->name != Tutorial::kText)) {
    check_option_names(resolved.spec, row->options);
    if (!space) return row->make(resolved.spec);
    throw SpecError(fmt::format(
        "objective \"{}\" has a space of its own: give no --config or --param with it", row->name));
  }
  if (!space) refuse_name(resolved.spec.name);
  check_option_names(resolved.spec, wrapper_options());
  return make_expression(resolved.spec.name, *space);
}

/// Those of the wrappers that know no options add the name to what they refuse.
template <class Wrap>
Objective wrap_named(const ObjectiveSpec& spec, Wrap wrap) {
  try {
    return wrap();
  } catch (const SpecError& error) {
    throw SpecError(fmt::format("objective \"{}\": {}", spec.name, error.what()));
  }
}

Objective with_shift(Objective objective, const ObjectiveSpec& spec) {
  if (spec.options.at("shift") == "sine") {
    return wrap_named(spec, [&] { return shifted_by_sine(objective); });
  }
  if (spec.options.at("shift").find_first_not_of("0123456789") != std::string::npos) {
    refuse_option(spec, "shift", fmt::format("sine, or a whole number in [0, {}]", kLargestSeed));
  }
  return shifted_at_random(std::move(objective), whole_option(spec, "shift", 0, 0, kLargestSeed));
}

Objective wrapped(Objective objective, const ObjectiveSpec& spec) {
  if (spec.options.count("rotate") != 0) {
    const std::uint64_t seed = whole_option(spec, "rotate", 0, 0, kLargestSeed);
    objective = wrap_named(spec, [&] { return rotated(objective, seed); });
  }
  if (spec.options.count("shift") != 0) objective = with_shift(std::move(objective), spec);
  const double sigma = real_option(spec, "noise", 0, 0, std::numeric_limits<double>::infinity());
  if (sigma > 0) objective = Noise(std::move(objective), sigma);
  const double probability = real_option(spec, "fail", 0, 0, 1);
  if (probability > 0) objective = Fail(std::move(objective), probability);
  return objective;
}

}  // namespace

std::span<const ObjectiveRow> objective_catalog() {
  static const std::vector<ObjectiveRow> rows = make_catalog();
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

Objective make_objective(std::string_view text, const std::optional<SearchSpace>& space) {
  const Resolved resolved = resolve(text);
  return wrapped(make_inside(resolved, space), resolved.spec);
}

std::string canonical_objective(std::string_view text) {
  const Resolved resolved = resolve(text);
  const auto shared = wrapper_options();
  const bool has_row = resolved.row != nullptr;
  return to_text(canonical(resolved.spec,
                           has_row ? std::span<const OptionRow>(resolved.row->options) : shared));
}

}  // namespace sweep
