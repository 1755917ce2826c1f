#include "bench/experiment/given_space.hpp"

#include <fmt/format.h>

#include <utility>

#include "algorithms/config/early_stopping.hpp"
#include "algorithms/config/sweep_config.hpp"
#include "algorithms/config/text_file.hpp"
#include "algorithms/config/yaml.hpp"
#include "bench/experiment/behaviour.hpp"
#include "bench/experiment/error_list.hpp"
#include "bench/experiment/param_form.hpp"
#include "bench/experiment/space_text.hpp"

namespace sweep {
namespace {

bool has_config(const ExperimentPatch& said) {
  return !said.config.text.empty() || said.config_in_file;
}

bool has_parameters(const ExperimentPatch& said) {
  return !said.parameters.empty() || said.parameters_in_file;
}

std::string config_name(const ExperimentPatch& said) {
  return said.config.text.empty() ? said.file_name : input_name(said.config.text);
}

SweepConfig read_config(const ExperimentPatch& said) {
  const ReadOptions options{said.file_name, behaviour_of(said), true};
  return said.config.text.empty() ? read_sweep_node(*said.config_in_file, options)
                                  : read_sweep_file(said.config.text, options);
}

void put(Map& map, const Value& key, Value value) {
  std::erase_if(map, [&](const Entry& entry) { return canonical(entry.key) == canonical(key); });
  map.push_back({key, std::move(value)});
}

// Checks the parameters of the experiment file on their own, where their places are known.
Map parameters_in_file(const ExperimentPatch& said) {
  const Node& section = *said.parameters_in_file;
  const Node key{section.mark, Value("parameters"), true};
  const Node document{section.mark, NodeMap{{key, section}}};
  read_sweep_node(document, {said.file_name, behaviour_of(said), true});
  return *to_value(section).as<Map>();
}

void put_flag(Map& parameters, const std::string& text, const ExperimentPatch& said) {
  const Behaviour behaviour = behaviour_of(said);
  const auto rules = behaviour == Behaviour::as_wandb ? ScalarRules::wandb : ScalarRules::lenient;
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos) {  // an error that says what form it has
    static_cast<void>(read_parameter(text, behaviour));
    return;
  }
  const Node value = read_yaml(text.substr(equals + 1), "--param", rules).root;
  check_param_form(text, value);
  static_cast<void>(read_parameter(text, behaviour));  // a clear error, if it has one
  put(parameters, text.substr(0, equals), to_value(value));
}

// The document with the parameters of the experiment file and of the flags in it.
Map with_parameters(Map document, const ExperimentPatch& said, ErrorList& errors) {
  const Value* present = find(document, "parameters");
  Map parameters = present && present->as<Map>() ? *present->as<Map>() : Map{};
  errors.attempt({}, [&] {
    if (!said.parameters_in_file) return;
    for (const Entry& entry : parameters_in_file(said)) put(parameters, entry.key, entry.value);
  });
  for (const std::string& text : said.parameters) {
    errors.attempt({}, [&] { put_flag(parameters, text, said); });
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
  GivenSpace given;
  for (const Diagnostic& warning : config.warnings) {
    given.warnings.push_back(to_text(file_name, warning));
  }
  given.space = config.space;
  given.text = space_text(*config.document.as<Map>());
  given.method = config.method;
  if (const auto stopping = early_stopping(config)) given.scheduler = to_text(*stopping);
  if (const auto length = pruner_length(config)) {
    given.warnings.push_back(
        fmt::format("{}: max_resource {}: the objective's last step is the length of a trial here",
                    file_name, *length));
  }
  given.run_cap = config.run_cap;
  given.maximise = config.metric && config.metric->maximise;
  if (config.metric) given.imputation = imputation_of(*config.metric);
  return given;
}

}  // namespace

Behaviour behaviour_of(const ExperimentPatch& said) {
  return behaviour_of(said.wandb_compat.value_or(false));
}

GivenSpace read_space(const ExperimentPatch& said) {
  if (!has_config(said) && !has_parameters(said)) return {};
  if (!has_parameters(said)) return to_given(read_config(said), config_name(said));
  ErrorList errors(said.file_name);
  Map document;
  errors.attempt({}, [&] {
    if (has_config(said)) document = *read_config(said).document.as<Map>();
  });
  document = with_parameters(std::move(document), said, errors);
  errors.throw_if_any();
  const ReadOptions options{"--param", behaviour_of(said), true};
  return to_given(read_sweep_node(to_node(document), options), "");
}

}  // namespace sweep
