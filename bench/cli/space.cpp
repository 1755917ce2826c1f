#include <fmt/format.h>

#include <cmath>
#include <map>
#include <memory>

#include "algorithms/config/sweep_config.hpp"
#include "algorithms/text/error.hpp"
#include "bench/cli/verbs.hpp"
#include "bench/experiment/behaviour.hpp"
#include "bench/experiment/numbers.hpp"
#include "bench/reports/text_table.hpp"
#include "bench/terminal/exit_code.hpp"
#include "bench/terminal/flags.hpp"
#include "bench/terminal/output.hpp"
#include "bench/terminal/screen.hpp"

namespace sweep {
namespace {

struct InspectFlags {
  std::string file;
  std::string quantiles;
  std::vector<std::string> cdfs;
  bool wandb_compat = false;
  bool json = false;
};

/// What was asked about each parameter.
struct Questions {
  std::vector<double> quantiles;
  std::map<std::string, std::vector<double>> cdfs;  // by parameter
};

std::vector<double> numbers(const std::string& flag, const std::string& list) {
  std::vector<double> values;
  for (const std::string& text : split_list(list)) values.push_back(parse_real(flag, text));
  return values;
}

// `name=1,2,3`, of a parameter of the space.
void add_cdf(const SearchSpace& space, const std::string& text, Questions& questions) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos) {
    throw SpecError(fmt::format("--cdf {}: expected NAME=X,X,...", text));
  }
  const std::string name = text.substr(0, equals);
  const auto parameter = space.find_spelt(name);
  if (!parameter) throw SpecError(fmt::format("--cdf {}: no parameter {}", text, name));
  questions.cdfs[space[*parameter].name] = numbers("--cdf", text.substr(equals + 1));
}

Questions questions_of(const InspectFlags& flags, const SearchSpace& space) {
  Questions questions;
  if (!flags.quantiles.empty()) questions.quantiles = numbers("--quantiles", flags.quantiles);
  for (const std::string& text : flags.cdfs) add_cdf(space, text, questions);
  return questions;
}

List values_of(const Categorical& categorical) {
  List values;
  for (Count i = 0; i < *categorical.count(); ++i) {
    values.push_back(categorical.values()[static_cast<std::size_t>(categorical.at(i))]);
  }
  return values;
}

List support_json(const Distribution& distribution) {
  if (const auto* constant = std::get_if<Constant>(&distribution)) return {constant->value};
  if (const auto* categorical = std::get_if<Categorical>(&distribution)) {
    return values_of(*categorical);
  }
  const Interval bounds = support(distribution);
  const bool is_integer = kind(distribution) == Kind::integer;
  const auto end = [&](double x) {
    return is_integer && std::isfinite(x) ? to_value(distribution, x) : Value(x);
  };
  return {end(bounds.lo), end(bounds.hi)};
}

Value parameter_json(const Parameter& parameter, const Questions& questions) {
  const Distribution& distribution = parameter.distribution;
  List quantile_list;
  for (const double u : questions.quantiles) {
    quantile_list.push_back(to_value(distribution, quantile(distribution, u)));
  }
  List cdf_list;
  const auto asked = questions.cdfs.find(parameter.name);
  if (asked != questions.cdfs.end()) {
    for (const double x : asked->second) cdf_list.push_back(cdf(distribution, x));
  }
  return Map{{"name", parameter.name},
             {"distribution", name(distribution)},
             {"kind", std::string(to_text(kind(distribution)))},
             {"cardinality", to_text(count(distribution))},
             {"support", support_json(distribution)},
             {"quantiles", quantile_list},
             {"cdf", cdf_list}};
}

// The probability of one end of the support; of values that have one.
std::string edge_probability(const Distribution& distribution, double x) {
  if (!std::isfinite(x) || !has_mass(distribution, x)) return "-";
  const double probability = std::exp(log_probability(distribution, x));
  return std::isfinite(probability) ? fmt::format("{:.4g}", probability) : "-";
}

std::string shortened(const std::string& text) {
  constexpr std::size_t kLongest = 60;
  return text.size() <= kLongest ? text : text.substr(0, kLongest - 4) + " ...";
}

std::string space_table(const SearchSpace& space) {
  TextTable table({"parameter", "distribution", "kind", "support", "values", "P(first)", "P(last)"},
                  4);
  for (const Parameter& parameter : space) {
    const Distribution& distribution = parameter.distribution;
    const Interval ends = support(distribution);
    table.add({parameter.name, name(distribution), std::string(to_text(kind(distribution))),
               shortened(to_json(support_json(distribution))), to_text(count(distribution)),
               edge_probability(distribution, ends.lo), edge_probability(distribution, ends.hi)});
  }
  return table.to_text(output_columns());
}

// What is odd about the file; for W&B also what it accepts, and fails at when asked for a run.
std::vector<std::string> warnings_of(const SweepConfig& config, const std::string& file) {
  std::vector<std::string> warnings;
  for (const Diagnostic& warning : config.warnings) warnings.push_back(to_text(file, warning));
  for (const Diagnostic& error : config.next_errors) {
    warnings.push_back(to_text(file, error) +
                       " (W&B accepts this, and fails when asked for a run)");
  }
  return warnings;
}

// Nothing if the file leaves its parameters to the program that scheduler.search_space names, or
// if they cannot be drawn.
std::optional<SearchSpace> usable_space(const SweepConfig& config) {
  return config.next_errors.empty() ? config.space : std::nullopt;
}

Value space_json(const SweepConfig& config, const InspectFlags& flags) {
  List warnings;
  for (const std::string& warning : warnings_of(config, flags.file)) warnings.push_back(warning);
  List parameters;
  Value cardinality;
  if (const auto space = usable_space(config)) {
    const Questions questions = questions_of(flags, *space);
    for (const Parameter& parameter : *space) {
      parameters.push_back(parameter_json(parameter, questions));
    }
    cardinality = to_text(space->cardinality());
  }
  return Map{{"method", config.method},
             {"cardinality", cardinality},
             {"warnings", warnings},
             {"parameters", parameters}};
}

void print_space(const SweepConfig& config, const std::string& file) {
  for (const std::string& warning : warnings_of(config, file)) print_warning(warning);
  const auto space = usable_space(config);
  print_text(space ? space_table(*space) : "no parameters that can be shown\n");
  if (space) print_text(fmt::format("\nconfigurations: {}\n", to_text(space->cardinality())));
}

ExitCode inspect(const InspectFlags& flags) {
  if (!flags.json && !(flags.quantiles.empty() && flags.cdfs.empty())) {
    throw SpecError("--quantiles and --cdf are answered with --json");
  }
  const Behaviour behaviour = behaviour_of(flags.wandb_compat);
  const SweepConfig config = read_sweep_file(flags.file, {"", behaviour, true, SweepUse::next_run});
  if (flags.json) {
    print_json(space_json(config, flags));
  } else {
    print_space(config, flags.file);
  }
  return kDone;
}

}  // namespace

Action add_space(Flags& flags) {
  const auto given = std::make_shared<InspectFlags>();
  flags.required("FILE", given->file, "sweep file (YAML or JSON); - for standard input");
  flags.optional("--quantiles", given->quantiles,
                 "with --json: each parameter's values at these probabilities: 0.1,0.5,0.9");
  flags.repeated("--cdf", given->cdfs,
                 "with --json: the cdf of a parameter at NAME=X,X,...; a category by its index");
  flags.toggle("--wandb-compat", given->wandb_compat, "as W&B's engine has it, quirks included");
  flags.toggle("--json", given->json, "print JSON");
  flags.examples("Example:\n  sweep-bench space sweep.yaml --json --quantiles 0.1,0.5,0.9");
  return [given] { return inspect(*given); };
}

}  // namespace sweep
