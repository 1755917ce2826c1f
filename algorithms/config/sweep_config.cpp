#include "algorithms/config/sweep_config.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "algorithms/config/checker.hpp"
#include "algorithms/config/json.hpp"
#include "algorithms/config/parameters.hpp"
#include "algorithms/config/sections.hpp"
#include "algorithms/config/unvalidated.hpp"
#include "algorithms/config/yaml.hpp"

namespace sweep {
namespace {

YamlText read_text(std::string_view text, const ReadOptions& options) {
  if (options.file_name.ends_with(".json")) {
    return {read_json(text, options.file_name, {}), {}, {}};
  }
  const auto rules =
      options.behaviour == Behaviour::as_wandb ? ScalarRules::wandb : ScalarRules::lenient;
  return read_yaml(text, options.file_name, rules);
}

void warn_of_text(const YamlText& text, Checker& checker) {
  for (const Node& key : text.repeated_keys) {
    checker.warn(key.mark, "",
                 fmt::format("key {} is repeated; the last value counts", shown_key(key)));
  }
  // Quirk 35: what is a number here would silently be a text at W&B.
  for (const Node& node : text.texts_to_wandb) {
    const auto* real = node.as<double>();
    checker.warn(node.mark, "",
                 fmt::format("W&B reads this number as text; write {} for both",
                             real ? format_yaml_real(*real) : shown(node)));
  }
}

bool is_searchable(const Parameter& parameter) {
  return kind(parameter.distribution) != Kind::constant;
}

bool has_probabilities(const Parameter& parameter) {
  const auto* categorical = std::get_if<Categorical>(&parameter.distribution);
  return categorical && !categorical->probabilities().empty();
}

/// Quirk 38, and what the `custom` method cannot do here.
void check_method(const Node& document, const SweepConfig& config, Checker& checker) {
  const NodeEntry* method = find(document, "method");
  if (!method) return;
  const Mark mark = method->value.mark;
  if (config.method == "bayes" && !find(document, "metric")) {
    checker.error_at_next(mark, "method", "bayes needs a metric section");
  }
  if (config.method == "bayes" && config.space &&
      std::none_of(config.space->begin(), config.space->end(), is_searchable)) {
    checker.error_at_next(mark, "method", "bayes needs a parameter that is no constant");
  }
  // Quirk 14.
  if (config.method == "bayes" && config.space && checker.is_wandb() &&
      std::any_of(config.space->begin(), config.space->end(), has_probabilities)) {
    checker.error_at_next(mark, "method", "bayes can't search values with probabilities");
  }
  if (config.method == "custom" && checker.is_wandb()) {
    checker.error_at_next(mark, "method", "custom proposes no runs; expected grid, random, bayes");
  }
}

bool has_search_space_elsewhere(const Node& document) {
  const NodeEntry* scheduler = find(document, "scheduler");
  const std::string* name = scheduler ? text(scheduler->value, "search_space") : nullptr;
  return name && !name->empty();
}

void read_space(const Node& document, bool is_bare, SweepConfig& config, Checker& checker) {
  const NodeEntry* section = find(document, "parameters");
  if (!section) {
    if (!has_search_space_elsewhere(document)) {
      checker.error(document.mark, "", "parameters is missing; expected a map of parameters");
    }
    return;
  }
  auto parameters = read_parameters(*section, {config.method == "grid", is_bare}, checker);
  if (!checker.errors().empty()) return;
  config.space = SearchSpace(std::move(parameters), checker.behaviour());
}

void read_sections(const Node& document, SweepConfig& config, Checker& checker) {
  if (const std::string* method = text(document, "method")) config.method = *method;
  config.metric = read_metric(document, checker);
  config.metrics = read_metrics(document, checker);
  config.early_terminate = read_early_terminate(document, checker);
  config.run_cap = read_run_cap(document);
  check_sections_together(document, checker);
}

void throw_if_wrong(const Checker& checker, const std::string& file_name) {
  if (checker.errors().empty()) return;
  auto errors = checker.errors();
  std::stable_sort(errors.begin(), errors.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::pair(a.mark.line, a.mark.column) < std::pair(b.mark.line, b.mark.column);
  });
  throw ConfigError(file_name, std::move(errors));
}

SweepConfig read_document(YamlText parsed, const ReadOptions& options) {
  const bool is_unvalidated = options.is_unvalidated && options.behaviour == Behaviour::as_wandb;
  Value original = to_value(parsed.root);
  if (is_unvalidated) keep_what_the_engine_reads(parsed.root);
  const Node& document = parsed.root;
  const bool is_bare = options.parameters_only_allowed && !find(document, "method");
  Checker checker(options.behaviour);
  SweepConfig config;
  if (check_top_level(document, !is_bare, checker)) {
    read_sections(document, config, checker);
    read_space(document, is_bare || is_unvalidated, config, checker);
    check_method(document, config, checker);
  }
  throw_if_wrong(checker, options.file_name);
  if (!checker.is_wandb()) warn_of_text(parsed, checker);
  config.document = std::move(original);
  config.warnings = checker.warnings();
  config.next_errors = checker.next_errors();
  config.stop_errors = checker.stop_errors();
  return config;
}

}  // namespace

SweepConfig read_sweep(std::string_view text, const ReadOptions& options) {
  return read_document(read_text(text, options), options);
}

SweepConfig read_sweep_node(Node document, const ReadOptions& options) {
  return read_document({std::move(document), {}, {}}, options);
}

SweepConfig read_sweep_file(const std::string& path, ReadOptions options) {
  options.file_name = path == "-" ? "standard input" : path;
  const std::size_t limit = TextLimits{}.bytes;
  const std::string text = path == "-" ? read_standard_input(limit) : read_text_file(path, limit);
  return read_sweep(text, options);
}

std::vector<Parameter> read_parameter(std::string_view text, Behaviour behaviour) {
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos) {
    throw SpecError(fmt::format("parameter {}: expected NAME={{min: 0.01, max: 0.1}}", text));
  }
  const Mark mark{1, 1};
  const Node name{mark, Value(std::string(text.substr(0, equals))), false};
  const auto rules = behaviour == Behaviour::as_wandb ? ScalarRules::wandb : ScalarRules::lenient;
  Node value = read_yaml(text.substr(equals + 1), "--param", rules).root;
  const Node key{mark, Value("parameters"), true};
  const NodeEntry section{key, {mark, NodeMap{{name, std::move(value)}}}};
  Checker checker(behaviour);
  auto parameters = read_parameters(section, {false, true}, checker);
  throw_if_wrong(checker, "--param");
  return parameters;
}

}  // namespace sweep
