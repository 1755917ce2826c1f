#include "bench/cli/space_flags.hpp"

#include <CLI/CLI.hpp>
#include <utility>

#include "algorithms/config/sweep_config.hpp"
#include "algorithms/config/yaml.hpp"
#include "bench/cli/output.hpp"

namespace sweep {
namespace {

// Text that lies within an experiment file is JSON, hence read with JSON's rules.
constexpr const char* kInnerName = "config.json";

SweepConfig read_config(const SpaceFlags& flags) {
  const ReadOptions options{kInnerName, behaviour_of(flags), true};
  return flags.config_text.empty() ? read_sweep_file(flags.config, options)
                                   : read_sweep(flags.config_text, options);
}

void put(Map& map, const std::string& key, Value value) {
  std::erase_if(map, [&](const Entry& entry) { return canonical(entry.key) == canonical(key); });
  map.push_back({key, std::move(value)});
}

// The document with the parameters of the flags in it.
Map with_parameters(Map document, const SpaceFlags& flags) {
  const Value* present = find(document, "parameters");
  Map parameters = present && present->as<Map>() ? *present->as<Map>() : Map{};
  for (const std::string& text : flags.parameters) {
    static_cast<void>(read_parameter(text, behaviour_of(flags)));  // a clear error, if it has one
    const std::size_t equals = text.find('=');
    const auto rules = flags.wandb_compat ? ScalarRules::wandb : ScalarRules::lenient;
    put(parameters, text.substr(0, equals),
        to_value(read_yaml(text.substr(equals + 1), "--param", rules).root));
  }
  put(document, "parameters", parameters);
  return document;
}

GivenSpace to_given(const SweepConfig& config) {
  for (const Diagnostic& warning : config.warnings) print_warning(to_text("", warning));
  GivenSpace given;
  given.space = config.space;
  given.text = to_json(config.document);
  given.method = config.method;
  given.run_cap = config.run_cap;
  given.maximise = config.metric && config.metric->maximise;
  return given;
}

}  // namespace

Behaviour behaviour_of(const SpaceFlags& flags) {
  return flags.wandb_compat ? Behaviour::as_wandb : Behaviour::corrected;
}

void add_space_flags(CLI::App& app, SpaceFlags& flags) {
  app.add_option("--config", flags.config,
                 "sweep file (YAML or JSON) with the space of an expression; - for standard input");
  app.add_option("--param", flags.parameters, "one parameter: 'x={min: 0.01, max: 0.1}'; repeat")
      ->allow_extra_args(false);
  app.add_flag("--wandb-compat", flags.wandb_compat, "reproduce W&B's engine, quirks included");
}

GivenSpace read_space(const SpaceFlags& flags) {
  const bool has_config = !flags.config.empty() || !flags.config_text.empty();
  if (!has_config && flags.parameters.empty()) return {};
  if (flags.parameters.empty()) return to_given(read_config(flags));
  const Value document = has_config ? read_config(flags).document : Value(Map{});
  const Map merged = with_parameters(*document.as<Map>(), flags);
  return to_given(read_sweep_value(merged, {"--param", behaviour_of(flags), true}));
}

}  // namespace sweep
