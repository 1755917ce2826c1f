#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "algorithms/config/distribution_kinds.hpp"
#include "algorithms/schedule/catalog.hpp"
#include "algorithms/search/catalog.hpp"
#include "algorithms/text/error.hpp"
#include "algorithms/text/names.hpp"
#include "bench/cli/verbs.hpp"
#include "bench/experiment/cluster_options.hpp"
#include "bench/reports/measures/catalog.hpp"
#include "bench/reports/run_report.hpp"
#include "bench/terminal/exit_code.hpp"
#include "bench/terminal/flags.hpp"
#include "bench/terminal/output.hpp"
#include "objectives/catalog.hpp"
#include "objectives/family.hpp"
#include "objectives/suite.hpp"

namespace sweep {
namespace {

struct ListFlags {
  std::string topic;
  bool json = false;
};

/// One thing that there is.
struct Item {
  std::string name;
  std::string summary;
  std::string source;
  std::vector<OptionRow> options;
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

std::vector<Item> objectives() {
  std::vector<Item> items;
  for (const auto rows : {objective_catalog(), objective_templates()}) {
    for (const ObjectiveRow& row : rows) items.push_back(item_of(row, row.options));
  }
  for (const ObjectiveFamily& family : objective_families()) items.push_back(family_item(family));
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
  items.push_back({"bohb",
                   "tpe+hyperband; its options are those of hyperband",
                   "Falkner, Klein, Hutter 2018, arXiv 1807.01774",
                   {}});
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
  std::vector<Item> (*items)();
};

constexpr Topic kTopics[] = {{"methods", methods},
                             {"searchers", searchers},
                             {"schedulers", schedulers},
                             {"cluster", cluster},
                             {"objectives", objectives},
                             {"suites", suites},
                             {"distributions", distributions},
                             {"measures", measures}};

std::vector<Item> items_of(const std::string& topic) {
  std::vector<std::string_view> known;
  for (const Topic& row : kTopics) {
    if (row.name == topic) return row.items();
    known.push_back(row.name);
  }
  throw SpecError(unknown_name("topic", topic, known));
}

Value option_json(const OptionRow& option) {
  return Map{{"name", std::string(option.name)},
             {"default", option.default_value},
             {"allowed", option.allowed},
             {"help", std::string(option.help)}};
}

Value item_json(const Item& item) {
  List options;
  for (const OptionRow& option : item.options) options.push_back(option_json(option));
  return Map{{"name", item.name},
             {"summary", item.summary},
             {"source", item.source},
             {"options", options}};
}

void print_item(const Item& item, std::size_t name_width) {
  const std::string source = item.source.empty() ? "" : fmt::format("  [{}]", item.source);
  print_text(fmt::format("{:<{}}  {}{}\n", item.name, name_width, item.summary, source));
  for (const OptionRow& option : item.options) {
    const std::string standard =
        option.default_value.empty() ? "" : fmt::format(" (default {})", option.default_value);
    print_text(fmt::format("{:<{}}    {}: {}; {}{}\n", "", name_width, option.name, option.help,
                           option.allowed, standard));
  }
}

ExitCode list(const ListFlags& flags) {
  const std::vector<Item> items = items_of(flags.topic);
  if (flags.json) {
    List all;
    for (const Item& item : items) all.push_back(item_json(item));
    print_json(all);
    return kDone;
  }
  std::size_t name_width = 0;
  for (const Item& item : items) name_width = std::max(name_width, item.name.size());
  for (const Item& item : items) print_item(item, name_width);
  return kDone;
}

}  // namespace

Action add_list(Flags& flags) {
  const auto given = std::make_shared<ListFlags>();
  flags.required("TOPIC", given->topic,
                 "methods, searchers, schedulers, cluster, objectives, suites, distributions or "
                 "measures");
  flags.toggle("--json", given->json, "print JSON");
  flags.examples("Example:\n  sweep-bench list objectives");
  return [given] { return list(*given); };
}

}  // namespace sweep
