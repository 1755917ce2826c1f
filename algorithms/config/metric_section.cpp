#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "algorithms/config/sections.hpp"

namespace sweep {
namespace {

constexpr bool kRequired = true;

constexpr std::string_view kGoals[] = {"minimize", "maximize"};
constexpr std::string_view kImputes[] = {"latest", "best", "worst"};
constexpr std::string_view kImputesOrFalse[] = {"latest", "best", "worst", "false"};

const ValueRule kGoal{nullptr, "", kGoals};
const ValueRule kImpute{nullptr, "", kImputes};
const ValueRule kImputeWhileRunning{nullptr, "", kImputesOrFalse};

// Goal and impute are looked at on their own.
const KeyRule kMetricKeys[] = {{"name", &kText, kRequired},
                               {"goal", &kAnything},
                               {"target", &kNumber},
                               {"impute", &kAnything},
                               {"impute_while_running", &kAnything}};

bool begins_with(const std::string* word, std::string_view small, std::string_view capital) {
  return word && (word->starts_with(small) || word->starts_with(capital));
}

/// The goal that another spelling stands for: "maximise", "MAX"; nothing is the default.
bool means_maximise(const std::string* word) {
  return begins_with(word, "max", "MAX") || begins_with(word, "Max", "Max");
}
bool means_minimise(const Node& goal) {
  const auto* word = goal.as<std::string>();
  const bool is_null = goal.scalar() && goal.scalar()->is_null();
  return is_null || begins_with(word, "min", "MIN") || begins_with(word, "Min", "Min");
}

/// Quirk 31: whatever W&B does not know it minimises. What is clearly meant is done here.
void check_goal(const Node& goal, const std::string& path, Checker& checker) {
  const std::string* word = goal.as<std::string>();
  if (word && std::find(std::begin(kGoals), std::end(kGoals), *word) != std::end(kGoals)) return;
  const bool is_maximised = means_maximise(word);
  if (checker.is_wandb() || (!is_maximised && !means_minimise(goal))) {
    checker.value(goal, path, kGoal);
  } else if (is_maximised) {
    checker.warn(goal.mark, path,
                 fmt::format("{} is taken for \"maximize\" (W&B would minimise); write maximize",
                             shown(goal)));
  } else {
    checker.warn(goal.mark, path,
                 fmt::format("{} is taken for \"minimize\"; write minimize", shown(goal)));
  }
}

/// W&B's engine takes the default for a word that it does not know.
void check_impute(const Node& impute, const std::string& path, Checker& checker) {
  const std::string* word = impute.as<std::string>();
  if (checker.is_wandb()) {
    checker.value(impute, path, kImpute);
  } else if (!word ||
             std::find(std::begin(kImputes), std::end(kImputes), *word) == std::end(kImputes)) {
    checker.warn(impute.mark, path,
                 fmt::format("{} is unknown, so \"worst\" is taken, as W&B does; known: latest, "
                             "best, worst",
                             shown(impute)));
  }
}

/// Quirk 17: W&B wants the text "false"; the boolean means the same.
void check_impute_while_running(const Node& node, const std::string& path, Checker& checker) {
  const bool* truth = node.as<bool>();
  if (truth && !*truth && !checker.is_wandb()) return;
  checker.value(node, path, kImputeWhileRunning);
}

bool check_metric(Mark mark, const Node& map, const std::string& path, Checker& checker) {
  const std::size_t errors_before = checker.errors().size();
  if (!checker.section(mark, map, path, kMetricKeys)) return false;
  if (const NodeEntry* goal = find(map, "goal")) check_goal(goal->value, path + ".goal", checker);
  if (const NodeEntry* entry = find(map, "impute")) {
    check_impute(entry->value, path + ".impute", checker);
  }
  if (const NodeEntry* entry = find(map, "impute_while_running")) {
    check_impute_while_running(entry->value, path + ".impute_while_running", checker);
  }
  return checker.errors().size() == errors_before;
}

std::optional<Impute> impute_of(const Node& map, std::string_view key) {
  const std::string* word = text(map, key);
  if (!word) return std::nullopt;
  if (*word == "latest") return Impute::latest;
  if (*word == "best") return Impute::best;
  return *word == "worst" ? std::optional(Impute::worst) : std::nullopt;
}

/// What a map says of a metric, as far as it can be read; nothing without a name.
std::optional<Metric> metric_of(const Node& map) {
  const std::string* name = text(map, "name");
  if (!name) return std::nullopt;
  return Metric{*name, means_maximise(text(map, "goal")), number(map, "target"),
                impute_of(map, "impute").value_or(Impute::worst),
                impute_of(map, "impute_while_running")};
}

/// `metric: loss` names it; W&B's searchers that need no metric never look.
std::optional<Metric> lenient_metric(const NodeEntry& entry, Checker& checker) {
  const Node& map = entry.value;
  if (const auto* name = map.as<std::string>()) {
    checker.warn(map.mark, "metric", fmt::format("write {{name: {}, goal: minimize}}", shown(map)));
    return Metric{*name, false, {}, Impute::worst, {}};
  }
  Checker lenient(checker.behaviour());
  check_metric(entry.key.mark, map, "metric", lenient);
  checker.take_as_warnings(lenient, kIgnoredByWandb);
  return map.map() ? metric_of(map) : std::nullopt;
}

}  // namespace

std::optional<Metric> read_metric(const Node& document, MetricUse use, Checker& checker) {
  const NodeEntry* entry = find(document, "metric");
  if (!entry) return std::nullopt;
  if (use == MetricUse::optional && !checker.is_wandb()) return lenient_metric(*entry, checker);
  if (entry->value.as<std::string>()) {
    checker.error(entry->value.mark, "metric",
                  fmt::format("expected a map, got \"{0}\"; write {{name: {0}, goal: minimize}}",
                              shown_key(entry->value)));
    return std::nullopt;
  }
  if (!check_metric(entry->key.mark, entry->value, "metric", checker)) return std::nullopt;
  return metric_of(entry->value);
}

std::vector<Metric> read_metrics(const Node& document, Checker& checker) {
  const NodeEntry* entry = find(document, "metrics");
  if (!entry || !entry->value.list()) return {};
  std::vector<Metric> metrics;
  Checker lenient(checker.behaviour());
  Checker& judge = checker.is_wandb() ? checker : lenient;
  for (const Node& item : *entry->value.list()) {
    const std::string path = fmt::format("metrics[{}]", metrics.size());
    if (!check_metric(item.mark, item, path, judge)) break;
    metrics.push_back(*metric_of(item));
  }
  if (&judge == &lenient) checker.take_as_warnings(lenient, kIgnoredByWandb);
  return metrics.size() == entry->value.list()->size() ? metrics : std::vector<Metric>();
}

}  // namespace sweep
