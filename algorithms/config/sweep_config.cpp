#include "algorithms/config/sweep_config.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "algorithms/config/anchor_blocks.hpp"
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
    return {read_json(text, options.file_name, {}), {}, {}, {}, {}};
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

/// How a document is gone through.
struct Pass {
  SweepUse use;
  bool is_bare;         // a parameters section is enough
  bool is_unvalidated;  // as W&B's engine
  bool has_space_elsewhere;
};

void read_space(const Node& document, const Pass& pass, SweepConfig& config, Checker& checker) {
  const NodeEntry* section = find(document, "parameters");
  if (!section) {
    if (!pass.has_space_elsewhere) {
      checker.error(document.mark, "",
                    what_to_add(document, "parameters",
                                "a map of parameters: {x: {min: 0.0, max: "
                                "1.0}}"));
    }
    return;
  }
  const ParameterRules rules{config.method == "grid", pass.is_bare || pass.is_unvalidated};
  auto parameters = read_parameters(*section, rules, checker);
  if (!checker.errors().empty()) return;
  config.space = SearchSpace(std::move(parameters), checker.behaviour());
}

MethodUse method_use(const Pass& pass) {
  if (pass.use == SweepUse::stop_runs) return MethodUse::unread;
  return pass.is_bare ? MethodUse::optional : MethodUse::required;
}

MetricUse metric_use(const Pass& pass, const SweepConfig& config, const Checker& checker) {
  const bool is_checked = checker.is_wandb() && !pass.is_unvalidated;
  const bool is_needed = config.method == "bayes" || pass.use == SweepUse::stop_runs || is_checked;
  return is_needed ? MetricUse::needed : MetricUse::optional;
}

/// Corrected, who asks for runs need not know yet how they are stopped.
std::optional<EarlyTerminate> read_stopping(const Node& document, SweepUse use, Checker& checker) {
  if (use != SweepUse::next_run || checker.is_wandb()) {
    return read_early_terminate(document, checker);
  }
  Checker lenient(checker.behaviour());
  auto early = read_early_terminate(document, lenient);
  checker.take_as_warnings(lenient, "; stop will refuse it");
  return lenient.errors().empty() ? early : std::nullopt;
}

void read_sections(const Node& document, const Pass& pass, SweepConfig& config, Checker& checker) {
  if (const std::string* method = text(document, "method")) config.method = *method;
  config.metric = read_metric(document, metric_use(pass, config, checker), checker);
  config.metrics = read_metrics(document, checker);
  config.early_terminate = read_stopping(document, pass.use, checker);
  config.run_cap = read_run_cap(document);
  check_sections_together(document, checker);
}

void read_all(const Node& document, const Pass& pass, SweepConfig& config, Checker& checker) {
  if (!check_top_level(document, method_use(pass), checker)) return;
  read_sections(document, pass, config, checker);
  if (pass.use == SweepUse::stop_runs) return;
  read_space(document, pass, config, checker);
  check_method(document, config, checker);
}

/// What W&B's check complains of in a file that its engine takes.
void warn_of_complaints(Node document, const Pass& pass, Checker& checker) {
  if (pass.use == SweepUse::stop_runs) keep_what_stops_runs(document);
  Checker complaints(Behaviour::as_wandb, true);
  SweepConfig unused;
  read_all(document, {pass.use, pass.is_bare, false, pass.has_space_elsewhere}, unused, complaints);
  for (const Diagnostic& said : complaints.errors()) {
    const bool is_goal = said.path.ends_with(".goal");
    checker.warn(said.mark, said.path,
                 said.text + (is_goal ? "; W&B minimises it" : std::string(kIgnoredByWandb)));
  }
}

/// Takes over the errors of W&B's check where its engine proposes no runs either.
void refuse_what_nobody_runs(const Node& document, const Pass& pass, Checker& checker) {
  if (pass.use == SweepUse::stop_runs || checker.next_errors().empty()) return;
  Checker check(Behaviour::as_wandb);
  SweepConfig unused;
  read_all(document, {SweepUse::validate, pass.is_bare, false, pass.has_space_elsewhere}, unused,
           check);
  for (const Diagnostic& said : check.errors()) checker.error(said.mark, said.path, said.text);
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
  const bool as_wandb = options.behaviour == Behaviour::as_wandb;
  const bool is_unvalidated = as_wandb && options.use != SweepUse::validate;
  SweepConfig config;
  config.document = to_value(parsed.root);
  const bool is_bare = options.parameters_only_allowed && !find(parsed.root, "method");
  const Pass pass{options.use, is_bare, is_unvalidated, has_search_space_elsewhere(parsed.root)};
  Checker checker(options.behaviour, is_unvalidated || !as_wandb);
  if (!as_wandb) drop_anchor_blocks(parsed);
  if (is_unvalidated) {
    Node read = parsed.root;
    keep_what_the_engine_reads(read, options.use);
    read_all(read, pass, config, checker);
    config.run_cap = read_run_cap(parsed.root);
  } else {
    read_all(parsed.root, pass, config, checker);
  }
  throw_if_wrong(checker, options.file_name);
  if (is_unvalidated) {
    drop_anchor_blocks(parsed);
    refuse_what_nobody_runs(parsed.root, pass, checker);
    throw_if_wrong(checker, options.file_name);
    warn_of_complaints(parsed.root, pass, checker);
  }
  if (!as_wandb) warn_of_text(parsed, checker);
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
  return read_document({std::move(document), {}, {}, {}, {}}, options);
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
