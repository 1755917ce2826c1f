#include "algorithms/config/sections.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string_view>

#include "algorithms/config/early_warnings.hpp"
#include "algorithms/config/meant.hpp"
#include "algorithms/config/scalar.hpp"

namespace sweep {
namespace {

constexpr bool kRequired = true;
constexpr bool kExtra = true;

constexpr std::string_view kMethods[] = {"grid", "random", "bayes", "custom"};
constexpr std::string_view kSweep[] = {"sweep"};
constexpr std::string_view kHyperband[] = {"hyperband"};
constexpr std::string_view kEngines[] = {"optuna", "ax", "wandb"};

const ValueRule kMethod{nullptr, "", kMethods};
const ValueRule kKind{nullptr, "", kSweep};
const ValueRule kType{nullptr, "", kHyperband};
const ValueRule kEngine{nullptr, "", kEngines};
const ValueRule kSeveral{[](const Node& n) { return n.list() && n.list()->size() >= 2; },
                         "a list of two or more metrics",
                         {}};
const ValueRule kWholeFromOne{
    [](const Node& n) { return kWhole.holds(n) && *number(n) >= 1; }, "a whole number >= 1", {}};
const ValueRule kAboveOne{
    [](const Node& n) { return number(n) && !(*number(n) <= 1); }, "a number above 1", {}};

constexpr bool kIgnored = true;

// The maps are looked into by the functions below, the parameters elsewhere.
const KeyRule kTopLevel[] = {
    {"method", &kMethod},
    {"parameters", &kAnything},
    {"metric", &kAnything},
    {"metrics", &kSeveral, false, false, kIgnored},
    {"early_terminate", &kAnything},
    {"run_cap", &kWholeAboveZero, false, false, kIgnored},
    {"controller", &kMap, false, false, kIgnored},
    {"scheduler", &kAnything},
    {"program", &kText, false, false, kIgnored},
    {"project", &kText, false, false, kIgnored},
    {"entity", &kText, false, false, kIgnored},
    {"name", &kText, false, false, kIgnored},
    {"description", &kText, false, false, kIgnored},
    {"job", &kText, false, false, kIgnored},
    {"image_uri", &kText, false, false, kIgnored},
    {"apiVersion", &kText, false, false, kIgnored},
    {"kind", &kKind, false, false, kIgnored},
    {"command", &kList, false, false, kIgnored},
    {"launch", &kAnything, false, kExtra},
};

const KeyRule kEarlyTerminateKeys[] = {{"type", &kType, kRequired}, {"min_iter", &kWholeFromOne},
                                       {"max_iter", &kWhole},       {"s", &kNumber},
                                       {"eta", &kAboveOne},         {"strict", &kBoolean}};

// W&B Launch describes where a sweep runs in the same section; its files leave `engine` out.
const KeyRule kSchedulerKeys[] = {{"engine", &kEngine, false, false, kIgnored},
                                  {"source", &kText, false, false, kIgnored},
                                  {"optimizer", &kText, false, false, kIgnored},
                                  {"search_space", &kText, false, false, kIgnored},
                                  {"settings", &kMap, false, kExtra},
                                  {"job", &kText, false, kExtra, kIgnored},
                                  {"docker_image", &kText, false, kExtra, kIgnored},
                                  {"name", &kText, false, kExtra, kIgnored},
                                  {"num_workers", &kWholeAboveZero, false, kExtra, kIgnored},
                                  {"resource", &kText, false, kExtra, kIgnored},
                                  {"resource_args", &kMap, false, kExtra, kIgnored},
                                  {"queue", &kText, false, kExtra, kIgnored},
                                  {"project_queue", &kText, false, kExtra, kIgnored}};

bool is_text(const Node& map, std::string_view key, std::string_view expected) {
  const std::string* value = text(map, key);
  return value && *value == expected;
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

EarlyTerminate early_terminate_of(const Node& map) {
  EarlyTerminate early;
  early.type = *text(map, "type");
  early.min_iter = number(map, "min_iter");
  early.max_iter = number(map, "max_iter");
  early.s = number(map, "s");
  early.eta = number(map, "eta").value_or(early.eta);
  if (const NodeEntry* strict = find(map, "strict")) early.strict = *strict->value.as<bool>();
  return early;
}

void check_scheduler(const NodeEntry& scheduler, Checker& checker) {
  const Node& map = scheduler.value;
  if (!map.map() && !checker.is_wandb()) {
    checker.complain(map.mark, "scheduler", fmt::format("expected a map, got {}", shown(map)));
    return;
  }
  if (!checker.section(scheduler.key.mark, map, "scheduler", kSchedulerKeys,
                       UnknownKeys::ignored)) {
    return;
  }
  const NodeEntry* engine = find(map, "engine");
  if (!engine && !checker.knows_extras()) {
    checker.error(scheduler.key.mark, "scheduler", "engine is missing; expected \"wandb\"");
  }
  if (engine && !is_text(map, "engine", "wandb")) {
    checker.complain(engine->value.mark, "scheduler.engine",
                     fmt::format("{} is not supported; expected \"wandb\"", shown(engine->value)));
  }
  for (const std::string_view key : {"optimizer", "search_space"}) {
    const NodeEntry* entry = find(map, key);
    if (!entry || find(map, "source")) continue;
    checker.complain(entry->key.mark, "scheduler", fmt::format("{} needs source beside it", key));
  }
}

void check_beside_scheduler(const Node& document, const NodeEntry& scheduler, Checker& checker) {
  const NodeEntry* controller = find(document, "controller");
  if (controller && is_text(controller->value, "type", "local")) {
    checker.complain(controller->key.mark, "controller",
                     "type local is not allowed with a scheduler");
  }
  if (const NodeEntry* early = find(document, "early_terminate")) {
    checker.complain(early->key.mark, "early_terminate",
                     "is not allowed with a scheduler, which stops runs itself");
  }
  if (is_text(document, "method", "custom") && is_text(scheduler.value, "engine", "wandb")) {
    checker.error(
        find(document, "method")->value.mark, "method",
        "custom is not supported by scheduler.engine wandb; expected grid, random, bayes");
  }
}

void check_controller(const NodeEntry& controller, Checker& checker) {
  if (!controller.value.map()) return;
  const NodeEntry* type = find(controller.value, "type");
  if (!type) {
    checker.complain(controller.key.mark, "controller",
                     "type is missing; expected \"local\" or \"cloud\"");
  } else if (!is_text(controller.value, "type", "local") &&
             !is_text(controller.value, "type", "cloud")) {
    checker.complain(type->value.mark, "controller.type",
                     fmt::format("expected \"local\" or \"cloud\", got {}", shown(type->value)));
  }
}

void check_metrics(const Node& document, Checker& checker) {
  const NodeEntry* metrics = find(document, "metrics");
  if (!metrics) return;
  if (find(document, "metric")) {
    checker.complain(metrics->key.mark, "metrics", "is not allowed beside metric; use one of them");
  }
  const std::string* method = text(document, "method");
  if (method && *method != "custom") {
    checker.complain(metrics->key.mark, "metrics",
                     fmt::format("needs method custom, not {}; use metric",
                                 shown(find(document, "method")->value)));
  }
}

}  // namespace

bool check_top_level(const Node& document, MethodUse method, Checker& checker) {
  std::vector<KeyRule> rules(std::begin(kTopLevel), std::end(kTopLevel));
  if (method == MethodUse::unread) rules.front().value = &kAnything;
  checker.section(document.mark, document, "", rules, UnknownKeys::ignored);
  if (!document.map()) return false;
  if (method == MethodUse::required && !find(document, "method")) {
    checker.error(document.mark, "", what_to_add(document, "method", R"("method: random")"));
  }
  return true;
}

bool is_nearly_top_level(const Node& key) {
  std::vector<std::string_view> known;
  for (const KeyRule& rule : kTopLevel) known.push_back(rule.name);
  return !name_meant(shown_key(key), known).empty();
}

std::string what_to_add(const Node& document, std::string_view key, std::string_view line) {
  for (const NodeEntry& entry : *document.map()) {
    const std::string name = shown_key(entry.key);
    const bool is_known = std::any_of(std::begin(kTopLevel), std::end(kTopLevel),
                                      [&](const KeyRule& rule) { return rule.name == name; });
    if (is_known || name_meant(name, {&key, 1}).empty()) continue;
    return fmt::format("{} is missing; did you mean it by \"{}\"?", key, name);
  }
  return fmt::format("{} is missing; add {}", key, line);
}

std::optional<EarlyTerminate> read_early_terminate(const Node& document, Checker& checker) {
  const NodeEntry* entry = find(document, "early_terminate");
  if (!entry) return std::nullopt;
  const Node& map = entry->value;
  if (!checker.is_wandb() && map.scalar() && map.scalar()->is_null()) {
    checker.warn(map.mark, "early_terminate", "is empty: no run is stopped early");
    return std::nullopt;
  }
  if (!checker.section(entry->key.mark, map, "early_terminate", kEarlyTerminateKeys,
                       UnknownKeys::ignored)) {
    return std::nullopt;
  }
  const EarlyTerminate early = early_terminate_of(map);
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
  auto cap = number(document, "run_cap");
  const std::string* quoted = text(document, "run_cap");
  if (quoted) cap = number(resolve_plain(*quoted, ScalarRules::lenient).value);
  if (!cap || !(*cap > 0) || std::floor(*cap) != *cap) return std::nullopt;
  constexpr auto kMost = std::numeric_limits<std::uint64_t>::max();
  return *cap < static_cast<double>(kMost) ? static_cast<std::uint64_t>(*cap) : kMost;
}

void check_sections_together(const Node& document, Checker& checker) {
  check_metrics(document, checker);
  if (const NodeEntry* controller = find(document, "controller")) {
    check_controller(*controller, checker);
  }
  const NodeEntry* const scheduler = find(document, "scheduler");
  const bool is_empty =
      scheduler && scheduler->value.scalar() && scheduler->value.scalar()->is_null();
  if (is_empty && !checker.is_wandb()) {
    checker.warn(scheduler->value.mark, "scheduler", "is empty: there is none");
  } else if (scheduler) {
    check_scheduler(*scheduler, checker);
    check_beside_scheduler(document, *scheduler, checker);
  }
}

}  // namespace sweep
