#include "algorithms/config/early_stopping.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <span>
#include <string_view>
#include <vector>

#include "algorithms/text/error.hpp"
#include "algorithms/text/names.hpp"
#include "algorithms/text/value.hpp"

namespace sweep {
namespace {

constexpr std::string_view kPath = "scheduler.settings.pruner";

/// An argument of a pruner, and the scheduler's option that it is.
struct Argument {
  std::string_view name;
  std::string_view option;     // "" if only `only` is possible
  std::string_view only = {};  // the JSON of a value that stands for leaving it out
  bool is_length = false;      // a whole number is the length of a trial, which others know
};

constexpr Argument kPercentile[] = {{"percentile", "percentile"},
                                    {"n_startup_trials", "n_startup_trials"},
                                    {"n_warmup_steps", "n_warmup_steps"},
                                    {"interval_steps", "interval_steps"},
                                    {"n_min_trials", "n_min_trials"}};
constexpr Argument kThreshold[] = {{"lower", "lower", "null"},
                                   {"upper", "upper", "null"},
                                   {"n_warmup_steps", "n_warmup_steps"},
                                   {"interval_steps", "interval_steps"}};
constexpr Argument kPatient[] = {
    {"wrapped_pruner", "", "null"}, {"patience", "patience"}, {"min_delta", "min_delta"}};
constexpr Argument kHalving[] = {{"min_resource", "min_step", "\"auto\""},
                                 {"reduction_factor", "eta"},
                                 {"min_early_stopping_rate", "s"},
                                 {"bootstrap_count", "", "0"}};
constexpr Argument kHyperband[] = {{"min_resource", "", "1"},
                                   {"max_resource", "", "\"auto\"", true},
                                   {"reduction_factor", "eta"},
                                   {"bootstrap_count", "", "0"}};

struct Pruner {
  std::string_view type;
  std::string_view scheduler;
  std::span<const Argument> arguments;
};

const Pruner kPruners[] = {{"HyperbandPruner", "hyperband", kHyperband},
                           {"MedianPruner", "median", std::span(kPercentile).subspan(1)},
                           {"NopPruner", "none", {}},
                           {"PatientPruner", "patience", kPatient},
                           {"PercentilePruner", "percentile", kPercentile},
                           {"SuccessiveHalvingPruner", "asha", kHalving},
                           {"ThresholdPruner", "threshold", kThreshold}};

std::string number_text(double x) { return fmt::format("{}", x); }

NamedOptions of_early_terminate(const EarlyTerminate& early) {
  Settings settings{{"eta", number_text(early.eta)}, {"strict", early.strict ? "true" : "false"}};
  if (early.max_iter) {
    settings["max_iter"] = number_text(*early.max_iter);
    if (early.s) settings["s"] = number_text(*early.s);
  } else if (early.min_iter) {
    settings["min_iter"] = number_text(*early.min_iter);
  }
  return {"wandb-hyperband", settings};
}

const Value* entry_of(const Value* value, std::string_view key) {
  const Map* map = value ? value->as<Map>() : nullptr;
  return map ? find(*map, key) : nullptr;
}

template <class Row>
const Row& row_named(std::span<const Row> rows, std::string_view Row::*name, std::string_view kind,
                     const std::string& wanted) {
  std::vector<std::string_view> known;
  for (const Row& row : rows) {
    if (row.*name == wanted) return row;
    known.push_back(row.*name);
  }
  throw SpecError(fmt::format("{}: {}", kPath, unknown_name(kind, wanted, known)));
}

const Pruner& pruner_of(const Value& section) {
  const Value* type = entry_of(&section, "type");
  const std::string* text = type ? type->as<std::string>() : nullptr;
  if (text) return row_named(std::span<const Pruner>(kPruners), &Pruner::type, "type", *text);
  throw SpecError(fmt::format("{}: expected {{type: PercentilePruner, args: {{..}}}}", kPath));
}

bool is_whole_above_zero(const Value& value) {
  const double x = number(value);
  return x >= 1 && x == std::floor(x);
}

void add_argument(const Pruner& pruner, const Entry& entry, Settings& settings) {
  const std::string name = entry.key.as<std::string>() ? *entry.key.as<std::string>() : "";
  const Argument& argument = row_named(pruner.arguments, &Argument::name, "argument", name);
  const std::string value = to_json(entry.value);
  if (!argument.only.empty() && value == argument.only) return;
  if (argument.is_length && is_whole_above_zero(entry.value)) return;
  if (argument.option.empty()) {
    throw SpecError(fmt::format("{}.args.{} = {}: only {} is supported", kPath, name, value,
                                argument.is_length ? "a whole number or \"auto\"" : argument.only));
  }
  const std::string* text = entry.value.as<std::string>();
  const double x = number(entry.value);
  settings[std::string(argument.option)] = text ? *text : x == x ? number_text(x) : value;
}

void add_arguments(const Pruner& pruner, const Value& section, Settings& settings) {
  const Value* arguments = entry_of(&section, "args");
  if (!arguments || arguments->is_null()) return;
  const Map* map = arguments->as<Map>();
  if (!map) throw SpecError(fmt::format("{}.args: expected a map", kPath));
  for (const Entry& entry : *map) add_argument(pruner, entry, settings);
}

// A bound of a metric that is maximised is the other bound of the loss.
void negate_bounds(Settings& settings) {
  Settings negated = settings;
  for (const auto& [from, to] : {std::pair("lower", "upper"), std::pair("upper", "lower")}) {
    negated.erase(to);
    if (!settings.contains(from)) continue;
    const std::string& bound = settings.at(from);
    negated[to] = bound.starts_with('-') ? bound.substr(1) : "-" + bound;
  }
  settings = negated;
}

const Value* pruner_section(const SweepConfig& config) {
  const Value* settings = entry_of(entry_of(&config.document, "scheduler"), "settings");
  return entry_of(settings, "pruner");
}

}  // namespace

std::optional<double> pruner_length(const SweepConfig& config) {
  const Value* length = entry_of(entry_of(pruner_section(config), "args"), "max_resource");
  const bool is_given = length && is_whole_above_zero(*length);
  return is_given ? std::optional(number(*length)) : std::nullopt;
}

std::optional<NamedOptions> early_stopping(const SweepConfig& config) {
  if (config.early_terminate) return of_early_terminate(*config.early_terminate);
  const Value* section = pruner_section(config);
  if (!section || section->is_null()) return std::nullopt;
  const Pruner& pruner = pruner_of(*section);
  NamedOptions scheduler{std::string(pruner.scheduler), {}};
  if (pruner.scheduler == "asha") scheduler.options = {{"form", "stopping"}, {"eta", "4"}};
  add_arguments(pruner, *section, scheduler.options);
  if (pruner.scheduler == "threshold" && config.metric && config.metric->maximise) {
    negate_bounds(scheduler.options);
  }
  return scheduler;
}

}  // namespace sweep
