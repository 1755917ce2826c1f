#include "algorithms/config/sections.hpp"

#include <fmt/format.h>

#include <cmath>
#include <limits>
#include <string_view>

#include "algorithms/config/early_warnings.hpp"

namespace sweep {
namespace {

constexpr bool kRequired = true;
constexpr bool kExtra = true;

constexpr std::string_view kMethods[] = {"grid", "random", "bayes", "custom"};
constexpr std::string_view kSweep[] = {"sweep"};
constexpr std::string_view kGoals[] = {"minimize", "maximize"};
constexpr std::string_view kImputes[] = {"latest", "best", "worst"};
constexpr std::string_view kImputesOrFalse[] = {"latest", "best", "worst", "false"};
constexpr std::string_view kHyperband[] = {"hyperband"};
constexpr std::string_view kControllers[] = {"local", "cloud"};
constexpr std::string_view kEngines[] = {"optuna", "ax", "wandb"};

const ValueRule kMethod{nullptr, "", kMethods};
const ValueRule kKind{nullptr, "", kSweep};
const ValueRule kGoal{nullptr, "", kGoals};
const ValueRule kImpute{nullptr, "", kImputes};
const ValueRule kImputeWhileRunning{nullptr, "", kImputesOrFalse};
const ValueRule kType{nullptr, "", kHyperband};
const ValueRule kController{nullptr, "", kControllers};
const ValueRule kEngine{nullptr, "", kEngines};
const ValueRule kSeveral{[](const Node& n) { return n.list() && n.list()->size() >= 2; },
                         "a list of two or more metrics",
                         {}};
const ValueRule kWholeFromOne{
    [](const Node& n) { return kWhole.holds(n) && *number(n) >= 1; }, "a whole number >= 1", {}};
const ValueRule kAboveOne{
    [](const Node& n) { return number(n) && !(*number(n) <= 1); }, "a number above 1", {}};

// The maps are looked into by the functions below, the parameters elsewhere.
const KeyRule kTopLevel[] = {
    {"method", &kMethod, kRequired},
    {"parameters", &kAnything},
    {"metric", &kAnything},
    {"metrics", &kSeveral},
    {"early_terminate", &kAnything},
    {"run_cap", &kWholeAboveZero},
    {"controller", &kMap},
    {"scheduler", &kAnything},
    {"program", &kText},
    {"project", &kText},
    {"entity", &kText},
    {"name", &kText},
    {"description", &kText},
    {"job", &kText},
    {"image_uri", &kText},
    {"apiVersion", &kText},
    {"kind", &kKind},
    {"command", &kList},
    {"launch", &kAnything, false, kExtra},
};

const KeyRule kMetricKeys[] = {{"name", &kText, kRequired},
                               {"goal", &kGoal},
                               {"target", &kNumber},
                               {"impute", &kImpute},
                               {"impute_while_running", &kAnything}};

const KeyRule kEarlyTerminateKeys[] = {{"type", &kType, kRequired}, {"min_iter", &kWholeFromOne},
                                       {"max_iter", &kWhole},       {"s", &kNumber},
                                       {"eta", &kAboveOne},         {"strict", &kBoolean}};

// W&B Launch describes where a sweep runs in the same section; its files leave `engine` out.
const KeyRule kSchedulerKeys[] = {{"engine", &kEngine},
                                  {"source", &kText},
                                  {"optimizer", &kText},
                                  {"search_space", &kText},
                                  {"settings", &kMap, false, kExtra},
                                  {"job", &kText, false, kExtra},
                                  {"docker_image", &kText, false, kExtra},
                                  {"name", &kText, false, kExtra},
                                  {"num_workers", &kWholeAboveZero, false, kExtra},
                                  {"resource", &kText, false, kExtra},
                                  {"resource_args", &kMap, false, kExtra},
                                  {"queue", &kText, false, kExtra},
                                  {"project_queue", &kText, false, kExtra}};

bool is_text(const Node& map, std::string_view key, std::string_view expected) {
  const std::string* value = text(map, key);
  return value && *value == expected;
}

Impute to_impute(std::string_view word) {
  return word == "latest" ? Impute::latest : word == "best" ? Impute::best : Impute::worst;
}

/// Quirk 17: W&B wants the text "false"; the boolean means the same.
bool is_impute_while_running(const Node& node, const std::string& path, Checker& checker) {
  const bool* truth = node.as<bool>();
  if (truth && !*truth && !checker.is_wandb()) return true;
  return checker.value(node, path, kImputeWhileRunning);
}

std::optional<Metric> read_one_metric(Mark mark, const Node& map, const std::string& path,
                                      Checker& checker) {
  if (!checker.section(mark, map, path, kMetricKeys)) return std::nullopt;
  Metric metric;
  metric.name = *text(map, "name");
  metric.maximise = is_text(map, "goal", "maximize");
  metric.target = number(map, "target");
  if (const std::string* word = text(map, "impute")) metric.impute = to_impute(*word);
  if (const NodeEntry* running = find(map, "impute_while_running")) {
    const std::string running_path = path + ".impute_while_running";
    if (!is_impute_while_running(running->value, running_path, checker)) return std::nullopt;
    const auto* word = running->value.as<std::string>();
    if (word && *word != "false") metric.impute_while_running = to_impute(*word);
  }
  return metric;
}

bool is_real(const Node& map, std::string_view key) {
  const NodeEntry* entry = find(map, key);
  return entry && entry->value.as<double>();
}

/// max_iter/eta, max_iter/eta^2, .. s times, those from 1 up: there is one if the first is.
std::string max_iter_problem(const Node& map, const EarlyTerminate& early, bool is_wandb) {
  if (!early.s) return "max_iter needs s, the number of bands";
  const bool is_whole = is_wandb ? !is_real(map, "s") : std::floor(*early.s) == *early.s;
  if (!is_whole) return "s must be an integer";
  if (*early.s < 1 || !(*early.max_iter / early.eta >= 1)) {
    return "there is no band: max_iter/eta is below 1, or s is";
  }
  return "";
}

/// The reference makes 100 bands in doubles, unless both numbers are integers.
std::string min_iter_problem(const Node& map, const EarlyTerminate& early) {
  constexpr double kLastBand = 99;
  const bool is_exact = !is_real(map, "min_iter") && !is_real(map, "eta");
  const bool fits = std::isfinite(*early.min_iter * std::pow(early.eta, kLastBand));
  return is_exact || fits ? "" : fmt::format("eta {} is too large", early.eta);
}

/// Quirk 50: what W&B accepts here and fails at later.
std::string band_problem(const Node& map, const EarlyTerminate& early, bool is_wandb) {
  if (!std::isfinite(early.eta)) return "eta must be a finite number";
  if (early.max_iter) return max_iter_problem(map, early, is_wandb);
  if (!is_wandb && early.s && std::floor(*early.s) != *early.s) return "s must be an integer";
  return min_iter_problem(map, early);
}

void check_scheduler(const NodeEntry& scheduler, Checker& checker) {
  const Node& map = scheduler.value;
  if (!checker.section(scheduler.key.mark, map, "scheduler", kSchedulerKeys)) return;
  const NodeEntry* engine = find(map, "engine");
  if (!engine && checker.is_wandb()) {
    checker.error(scheduler.key.mark, "scheduler", "engine is missing; expected \"wandb\"");
  }
  if (engine && !is_text(map, "engine", "wandb")) {
    checker.error(engine->value.mark, "scheduler.engine",
                  fmt::format("{} is not supported; expected \"wandb\"", shown(engine->value)));
  }
  for (const std::string_view key : {"optimizer", "search_space"}) {
    const NodeEntry* entry = find(map, key);
    if (!entry || find(map, "source")) continue;
    checker.error(entry->key.mark, "scheduler", fmt::format("{} needs source beside it", key));
  }
}

void check_beside_scheduler(const Node& document, const NodeEntry& scheduler, Checker& checker) {
  const NodeEntry* controller = find(document, "controller");
  if (controller && is_text(controller->value, "type", "local")) {
    checker.error(controller->key.mark, "controller", "type local is not allowed with a scheduler");
  }
  if (const NodeEntry* early = find(document, "early_terminate")) {
    checker.error(early->key.mark, "early_terminate",
                  "is not allowed with a scheduler, which stops runs itself");
  }
  if (is_text(document, "method", "custom") && is_text(scheduler.value, "engine", "wandb")) {
    checker.error(
        find(document, "method")->value.mark, "method",
        "custom is not supported by scheduler.engine wandb; expected grid, random, bayes");
  }
}

void check_metrics(const Node& document, Checker& checker) {
  const NodeEntry* metrics = find(document, "metrics");
  if (!metrics) return;
  if (find(document, "metric")) {
    checker.error(metrics->key.mark, "metrics", "is not allowed beside metric; use one of them");
  }
  const std::string* method = text(document, "method");
  if (method && *method != "custom") {
    checker.error(metrics->key.mark, "metrics",
                  fmt::format("needs method custom, not {}; use metric",
                              shown(find(document, "method")->value)));
  }
}

}  // namespace

bool check_top_level(const Node& document, bool is_method_required, Checker& checker) {
  std::vector<KeyRule> rules(std::begin(kTopLevel), std::end(kTopLevel));
  rules.front().is_required = is_method_required;
  checker.section(document.mark, document, "", rules);
  return document.map() != nullptr;
}

std::optional<Metric> read_metric(const Node& document, Checker& checker) {
  const NodeEntry* entry = find(document, "metric");
  return entry ? read_one_metric(entry->key.mark, entry->value, "metric", checker) : std::nullopt;
}

std::vector<Metric> read_metrics(const Node& document, Checker& checker) {
  const NodeEntry* entry = find(document, "metrics");
  if (!entry || !entry->value.list()) return {};
  std::vector<Metric> metrics;
  for (const Node& item : *entry->value.list()) {
    const std::string path = fmt::format("metrics[{}]", metrics.size());
    auto metric = read_one_metric(item.mark, item, path, checker);
    if (!metric) return {};
    metrics.push_back(*std::move(metric));
  }
  return metrics;
}

std::optional<EarlyTerminate> read_early_terminate(const Node& document, Checker& checker) {
  const NodeEntry* entry = find(document, "early_terminate");
  if (!entry) return std::nullopt;
  const Node& map = entry->value;
  if (!checker.section(entry->key.mark, map, "early_terminate", kEarlyTerminateKeys)) {
    return std::nullopt;
  }
  EarlyTerminate early;
  early.type = *text(map, "type");
  early.min_iter = number(map, "min_iter");
  early.max_iter = number(map, "max_iter");
  early.s = number(map, "s");
  early.eta = number(map, "eta").value_or(early.eta);
  if (const NodeEntry* strict = find(map, "strict")) early.strict = *strict->value.as<bool>();
  if (!early.min_iter && !(early.max_iter && early.s)) {
    checker.error(entry->key.mark, "early_terminate", "expected min_iter, or max_iter and s");
    return std::nullopt;
  }
  const std::string wrong = band_problem(map, early, checker.is_wandb());
  if (!wrong.empty()) checker.error_at_stop(entry->key.mark, "early_terminate", wrong);
  const std::string ignored = wrong.empty() ? ignored_limits(early) : "";
  if (!ignored.empty()) checker.warn(entry->key.mark, "early_terminate", ignored);
  return early;
}

std::optional<std::uint64_t> read_run_cap(const Node& document) {
  const auto cap = number(document, "run_cap");
  if (!cap || !(*cap > 0)) return std::nullopt;
  constexpr auto kMost = std::numeric_limits<std::uint64_t>::max();
  return *cap < static_cast<double>(kMost) ? static_cast<std::uint64_t>(*cap) : kMost;
}

void check_sections_together(const Node& document, Checker& checker) {
  check_metrics(document, checker);
  const NodeEntry* controller = find(document, "controller");
  if (controller && controller->value.map()) {
    const NodeEntry* type = find(controller->value, "type");
    if (!type) {
      checker.error(controller->key.mark, "controller",
                    "type is missing; expected \"local\" or \"cloud\"");
    } else {
      checker.value(type->value, "controller.type", kController);
    }
  }
  if (const NodeEntry* scheduler = find(document, "scheduler")) {
    check_scheduler(*scheduler, checker);
    check_beside_scheduler(document, *scheduler, checker);
  }
}

}  // namespace sweep
