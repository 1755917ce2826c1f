#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <span>

#include "algorithms/config/distribution_kinds.hpp"
#include "algorithms/schedule/catalog.hpp"
#include "algorithms/search/catalog.hpp"
#include "algorithms/text/error.hpp"
#include "algorithms/text/names.hpp"
#include "bench/cli/verbs.hpp"
#include "bench/experiment/cluster_options.hpp"
#include "bench/experiment/method_alias.hpp"
#include "bench/reports/measures/catalog.hpp"
#include "bench/reports/run_report.hpp"
#include "bench/terminal/exit_code.hpp"
#include "bench/terminal/flags.hpp"
#include "bench/terminal/item_list.hpp"
#include "bench/terminal/output.hpp"
#include "bench/terminal/screen.hpp"
#include "objectives/catalog.hpp"
#include "objectives/family.hpp"
#include "objectives/suite.hpp"
#include "objectives/tutorial.hpp"

namespace sweep {
namespace {

struct ListFlags {
  std::string topic;
  std::vector<std::string> words;
  bool json = false;
};

template <class Row>
Item item_of(const Row& row, std::vector<OptionRow> options) {
  return {std::string(row.name), std::string(row.summary), std::string(row.source),
          std::move(options)};
}

std::vector<Item> searchers() {
  std::vector<Item> items;
  for (const SearcherRow& row : searcher_catalog()) items.push_back(item_of(row, row.options()));
  return items;
}

// One row for all members, with what stands at the letters of its name.
Item family_item(const ObjectiveFamily& family) {
  const auto [first, last, step] = family.dimensions;
  const std::string dimensions = step == 1 ? fmt::format("{} .. {}", first, last)
                                           : fmt::format("{}, {} .. {}", first, first + step, last);
  const auto shared = wrapper_options();
  return {fmt::format("{}/fF/dD/iI", family.name),
          fmt::format("{}; F {} .. {}, D {}, I 1 .. {}", family.summary, family.first_function,
                      family.last_function, dimensions, family.instances().last),
          std::string(family.source),
          {shared.begin(), shared.end()}};
}

constexpr std::string_view kFunctions = "Functions";
constexpr std::string_view kTuning = "Tuning as a formula";
constexpr std::string_view kCurves = "Learning curves, cheap versions";
constexpr std::string_view kTables = "Tables of training runs";
constexpr std::string_view kFamilies =
    "Families, by numbers; several at once are a slice: bbob/f1-24/d2,5/i1-5";
constexpr std::string_view kGroups[] = {kFunctions, kTuning, kCurves, kTables, kFamilies};

std::string_view group_of(std::string_view objective) {
  if (objective.starts_with("tabular")) return kTables;
  if (objective.starts_with("hpo") || objective == Tutorial::kName) return kTuning;
  const bool has_steps = objective.starts_with("mf-") || objective == "curve";
  return has_steps || objective == "counting-ones" ? kCurves : kFunctions;
}

std::vector<Item> objectives() {
  std::vector<Item> items;
  for (const auto rows : {objective_catalog(), objective_templates()}) {
    for (const ObjectiveRow& row : rows) {
      items.push_back(item_of(row, row.options));
      items.back().group = group_of(row.name);
    }
  }
  for (const ObjectiveFamily& family : objective_families()) {
    items.push_back(family_item(family));
    items.back().group = kFamilies;
  }
  const auto place = [](const Item& item) {
    return std::find(std::begin(kGroups), std::end(kGroups), item.group);
  };
  std::stable_sort(items.begin(), items.end(),
                   [&](const Item& a, const Item& b) { return place(a) < place(b); });
  return items;
}

std::vector<Item> distributions() {
  std::vector<Item> items;
  for (const DistributionKind& kind : distribution_kinds()) {
    std::string keys;
    for (const KeyRule& key : kind.keys) {
      keys += fmt::format("{}{}{}", keys.empty() ? "" : ", ", key.name,
                          key.is_required ? "" : " (optional)");
    }
    const std::string note = kind.is_extra              ? "not in W&B"
                             : kind.replacement.empty() ? ""
                                                        : "retired by W&B";
    items.push_back({std::string(kind.name), keys, note, {}});
  }
  return items;
}

std::vector<Item> measures() {
  std::vector<Item> items;
  for (const auto columns : {run_columns(), cluster_columns()}) {
    for (const RunColumn& column : columns) {
      items.push_back({std::string(column.name), std::string(column.meaning), "", {}});
    }
  }
  for (const MeasureRow& row : measure_catalog()) {
    items.push_back({std::string(row.name), std::string(row.meaning), std::string(row.source), {}});
  }
  return items;
}

std::vector<Item> schedulers() {
  std::vector<Item> items;
  for (const SchedulerRow& row : scheduler_catalog()) items.push_back(item_of(row, row.options()));
  return items;
}

std::vector<Item> methods() {
  std::vector<Item> items = searchers();
  items.push_back({"SEARCHER+SCHEDULER",
                   "a searcher, and what stops its trials early (list schedulers); without a "
                   "searcher it is random",
                   "",
                   {}});
  for (const MethodAlias& alias : kMethodAliases) {
    items.push_back(
        {std::string(alias.name), std::string(alias.summary), std::string(alias.source), {}});
  }
  return items;
}

std::vector<Item> cluster() {
  return {{std::string(ClusterOptions::kName),
           "what befalls the simulated workers of `run`: --set cluster.late=60", "",
           option_table<ClusterOptions>()}};
}

std::vector<Item> suites() {
  std::vector<Item> items;
  for (const Suite& suite : objective_suites()) {
    items.push_back({fmt::format("suite:{}", suite.name),
                     fmt::format("{} objectives: {}", suite.objectives().size(), suite.summary),
                     std::string(suite.source),
                     {}});
  }
  return items;
}

/// A word after `list`.
struct Topic {
  std::string_view name;
  std::string_view meaning;
  std::vector<Item> (*items)();
};

constexpr Topic kTopics[] = {
    {"methods", "what can be compared: searchers, with schedulers beside them", methods},
    {"searchers", "what proposes points, with options", searchers},
    {"schedulers", "what stops trials early, with options", schedulers},
    {"cluster", "what befalls simulated workers", cluster},
    {"objectives", "what can be minimised, with options", objectives},
    {"suites", "lists of objectives that have a name", suites},
    {"distributions", "what a parameter of a sweep file can be, with its keys", distributions},
    {"measures", "the columns of `run` and the tables of `report`", measures},
};

std::vector<std::string_view> topic_names() {
  std::vector<std::string_view> names;
  for (const Topic& topic : kTopics) names.push_back(topic.name);
  return names;
}

std::vector<Item> topics() {
  std::vector<Item> items;
  for (const Topic& topic : kTopics) {
    items.push_back({std::string(topic.name),
                     fmt::format("{} ({})", topic.meaning, topic.items().size()),
                     "",
                     {}});
  }
  return items;
}

// Where a word that is no topic is the name of something: `list branin`.
std::string topic_with(const std::string& name) {
  for (const Topic& topic : kTopics) {
    for (const Item& item : topic.items()) {
      if (item.name == name) return fmt::format("write list {} {}", topic.name, name);
    }
  }
  return "";
}

std::vector<Item> items_of(const ListFlags& flags) {
  if (flags.topic.empty()) return topics();
  const auto* const topic = std::find_if(std::begin(kTopics), std::end(kTopics),
                                         [&](const Topic& row) { return row.name == flags.topic; });
  if (topic == std::end(kTopics)) {
    const bool is_near = !nearest_name(flags.topic, topic_names()).empty();
    const std::string hint = is_near ? "" : topic_with(flags.topic);
    if (!hint.empty())
      throw SpecError(fmt::format("topic \"{}\" is unknown; {}", flags.topic, hint));
    throw SpecError(unknown_name("topic", flags.topic, topic_names()));
  }
  std::vector<Item> items = matching(topic->items(), flags.words);
  if (items.empty()) {
    throw SpecError(fmt::format("list {}: nothing has \"{}\" in its name or what is said of it",
                                flags.topic, fmt::join(flags.words, " ")));
  }
  return items;
}

ExitCode list(const ListFlags& flags) {
  const std::vector<Item> items = items_of(flags);
  if (flags.json) {
    print_json(items_json(items));
    return kDone;
  }
  const bool are_objectives = flags.topic == "objectives";
  const auto shared = are_objectives ? wrapper_options() : std::span<const OptionRow>{};
  print_text(items_text(items, shared, "Every objective takes these, too:", output_columns()));
  if (flags.topic.empty()) print_text("\nsweep-bench list TOPIC WORD picks among them.\n");
  return kDone;
}

}  // namespace

Action add_list(Flags& flags) {
  const auto given = std::make_shared<ListFlags>();
  flags.optional("TOPIC", given->topic,
                 "methods, searchers, schedulers, cluster, objectives, suites, distributions or "
                 "measures; without one, what these are");
  flags.choices(topic_names());
  flags.repeated("WORD", given->words, "only what has this word in its name or description");
  flags.toggle("--json", given->json, "print JSON");
  flags.examples(
      "Examples:\n  sweep-bench list objectives\n  sweep-bench list objectives tabular mlp");
  return [given] { return list(*given); };
}

}  // namespace sweep
