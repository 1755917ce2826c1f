#include "bench/cli/space_flags.hpp"

#include <utility>

#include "algorithms/config/early_stopping.hpp"
#include "algorithms/config/sweep_config.hpp"
#include "algorithms/config/yaml.hpp"
#include "bench/experiment/error_list.hpp"
#include "bench/experiment/space_text.hpp"
#include "bench/terminal/flags.hpp"
#include "bench/terminal/input.hpp"
#include "bench/terminal/output.hpp"

namespace sweep {
namespace {

bool has_config(const SpaceFlags& flags) { return !flags.config.empty() || flags.in_file.config; }

bool has_parameters(const SpaceFlags& flags) {
  return !flags.parameters.empty() || flags.in_file.parameters;
}

std::string config_name(const SpaceFlags& flags) {
  return flags.config.empty() ? flags.in_file.file_name : input_name(flags.config);
}

SweepConfig read_config(const SpaceFlags& flags) {
  const ReadOptions options{flags.in_file.file_name, behaviour_of(flags), true};
  return flags.config.empty() ? read_sweep_node(*flags.in_file.config, options)
                              : read_sweep_file(flags.config, options);
}

void put(Map& map, const Value& key, Value value) {
  std::erase_if(map, [&](const Entry& entry) { return canonical(entry.key) == canonical(key); });
  map.push_back({key, std::move(value)});
}

// Checks the parameters of the experiment file on their own, where their places are known.
Map parameters_in_file(const SpaceFlags& flags) {
  const Node& section = *flags.in_file.parameters;
  const Node key{section.mark, Value("parameters"), true};
  const Node document{section.mark, NodeMap{{key, section}}};
  read_sweep_node(document, {flags.in_file.file_name, behaviour_of(flags), true});
  return *to_value(section).as<Map>();
}

void put_flag(Map& parameters, const std::string& text, const SpaceFlags& flags) {
  const Behaviour behaviour = behaviour_of(flags);
  static_cast<void>(read_parameter(text, behaviour));  // a clear error, if it has one
  const auto rules = behaviour == Behaviour::as_wandb ? ScalarRules::wandb : ScalarRules::lenient;
  const std::size_t equals = text.find('=');
  put(parameters, text.substr(0, equals),
      to_value(read_yaml(text.substr(equals + 1), "--param", rules).root));
}

// The document with the parameters of the experiment file and of the flags in it.
Map with_parameters(Map document, const SpaceFlags& flags, ErrorList& errors) {
  const Value* present = find(document, "parameters");
  Map parameters = present && present->as<Map>() ? *present->as<Map>() : Map{};
  errors.attempt({}, [&] {
    if (!flags.in_file.parameters) return;
    for (const Entry& entry : parameters_in_file(flags)) put(parameters, entry.key, entry.value);
  });
  for (const std::string& text : flags.parameters) {
    errors.attempt({}, [&] { put_flag(parameters, text, flags); });
  }
  put(document, "parameters", parameters);
  return document;
}

Settings imputation_of(const Metric& metric) {
  Settings settings;
  const auto name = [](Impute rule) { return kImputeNames[static_cast<std::size_t>(rule)]; };
  if (metric.impute != Impute::worst) settings["impute"] = name(metric.impute);
  if (metric.impute_while_running) {
    settings["impute_while_running"] = name(*metric.impute_while_running);
  }
  return settings;
}

GivenSpace to_given(const SweepConfig& config, const std::string& file_name) {
  for (const Diagnostic& warning : config.warnings) print_warning(to_text(file_name, warning));
  GivenSpace given;
  given.space = config.space;
  given.text = space_text(*config.document.as<Map>());
  given.method = config.method;
  if (const auto stopping = early_stopping(config)) given.scheduler = to_text(*stopping);
  given.run_cap = config.run_cap;
  given.maximise = config.metric && config.metric->maximise;
  if (config.metric) given.imputation = imputation_of(*config.metric);
  return given;
}

}  // namespace

Behaviour behaviour_of(bool is_wandb_compat) {
  return is_wandb_compat ? Behaviour::as_wandb : Behaviour::corrected;
}

Behaviour behaviour_of(const SpaceFlags& flags) {
  return behaviour_of(flags.wandb_compat.value_or(false));
}

void add_space_flags(Flags& flags, SpaceFlags& given) {
  flags.optional("--config", given.config,
                 "sweep file (YAML or JSON) with the space of an expression; - for standard input");
  flags.repeated("--param", given.parameters, "one parameter: 'x={min: 0.01, max: 0.1}'; repeat");
  flags.toggle("--wandb-compat", given.wandb_compat, "reproduce W&B's engine, quirks included");
}

GivenSpace read_space(const SpaceFlags& flags) {
  if (!has_config(flags) && !has_parameters(flags)) return {};
  if (!has_parameters(flags)) return to_given(read_config(flags), config_name(flags));
  ErrorList errors(flags.in_file.file_name);
  Map document;
  errors.attempt({}, [&] {
    if (has_config(flags)) document = *read_config(flags).document.as<Map>();
  });
  document = with_parameters(std::move(document), flags, errors);
  errors.throw_if_any();
  const ReadOptions options{"--param", behaviour_of(flags), true};
  return to_given(read_sweep_node(to_node(document), options), "");
}

}  // namespace sweep
