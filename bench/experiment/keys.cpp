#include "bench/experiment/keys.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "algorithms/config/text_file.hpp"
#include "algorithms/schedule/catalog.hpp"
#include "algorithms/search/catalog.hpp"
#include "bench/experiment/method_alias.hpp"
#include "objectives/catalog.hpp"
#include "objectives/slice.hpp"

namespace sweep {
namespace {

using Patch = ExperimentPatch;

[[noreturn]] void refuse(const Node& node, const std::string& expected) {
  throw Misfit{node.mark, "expected " + expected};
}

std::vector<GivenText> text_list(const Node& node) {
  if (!node.list()) return {{scalar_text(node), node.mark}};
  if (node.list()->empty()) refuse(node, "at least one value");
  std::vector<GivenText> texts;
  for (const Node& item : *node.list()) texts.push_back({scalar_text(item), item.mark});
  return texts;
}

template <GivenText Patch::*member>
void read_text(const Node& node, Patch& said) {
  said.*member = {scalar_text(node), node.mark};
}

template <GivenText Patch::*member>
void read_path(const Node& node, Patch& said) {
  said.*member = {path_beside(said.file_name, scalar_text(node)), node.mark};
}

void read_methods(const Node& node, Patch& said) { said.methods = text_list(node); }

// YAML, too, splits a list [bbob/f1,8/d5, sphere] at the commas of a slice.
void read_objectives(const Node& node, Patch& said) {
  SliceSeams seams;
  for (GivenText& text : text_list(node)) {
    if (seams.continues_slice(text.text)) {
      said.objectives.back().text += "," + text.text;
    } else {
      said.objectives.push_back(std::move(text));
    }
  }
}

void read_config(const Node& node, Patch& said) {
  if (node.map()) {
    said.config_in_file = node;
  } else {
    read_path<&Patch::config>(node, said);
  }
}

void read_parameters(const Node& node, Patch& said) {
  if (!node.map()) refuse(node, "a map of parameters");
  for (const NodeEntry& entry : *node.map()) static_cast<void>(scalar_text(entry.key));
  if (!node.map()->empty()) said.parameters_in_file = node;
}

void read_compat(const Node& node, Patch& said) {
  const bool* wanted = node.as<bool>();
  if (!wanted) refuse(node, "true or false");
  said.wandb_compat = *wanted;
}

// A list joined as the flag takes it, where a single number would be a count.
void read_seeds(const Node& node, Patch& said) {
  std::string joined;
  for (const GivenText& part : text_list(node)) joined += (joined.empty() ? "" : ",") + part.text;
  const bool is_one_seed = node.list() && joined.find_first_of(".,") == std::string::npos;
  if (is_one_seed) joined += ".." + joined;
  said.seeds = {joined, node.mark};
}

void read_settings(const Node& node, Patch& said) {
  if (!node.map()) refuse(node, "a map of settings: {grid.levels: 10}");
  for (const NodeEntry& entry : *node.map()) {
    const std::string text = scalar_text(entry.key) + "=" + scalar_text(entry.value);
    said.settings.push_back({text, entry.key.mark});
  }
}

template <class Rows>
void add_names(const Rows& rows, std::vector<std::string_view>& names) {
  for (const auto& row : rows) names.push_back(row.name);
}

std::vector<std::string_view> method_choices() {
  std::vector<std::string_view> names;
  add_names(kMethodAliases, names);
  add_names(searcher_catalog(), names);
  add_names(scheduler_catalog(), names);
  return names;
}

std::vector<std::string_view> objective_choices() {
  std::vector<std::string_view> names;
  add_names(objective_catalog(), names);
  std::erase_if(names, [](std::string_view name) { return name.find(' ') != name.npos; });
  return names;
}

constexpr ExperimentKey kKeys[] = {
    {"--method", KeyUse::result, &Patch::methods, Reading::texts, read_methods,
     "searchers with options, and schedulers: random,grid?levels=5,bayes+asha", method_choices},
    {"--objective", KeyUse::result, &Patch::objectives, Reading::texts, read_objectives,
     "names with options (ackley?dim=5), slices (bbob/f1-24/d2,5/i1-5), suites (suite:classic), "
     "patterns (tabular/*), or expressions",
     objective_choices},
    {"--config", KeyUse::space, &Patch::config, Reading::values, read_config,
     "sweep file (YAML or JSON) with the space of an expression; - for standard input"},
    {"--param", KeyUse::space, &Patch::parameters, Reading::values, read_parameters,
     "one parameter: 'x={min: 0.01, max: 0.1}'; repeat"},
    {"--wandb-compat", KeyUse::space, &Patch::wandb_compat, Reading::values, read_compat,
     "reproduce W&B's engine, quirks included"},
    {"--trials", KeyUse::result, &Patch::trials, Reading::texts, read_text<&Patch::trials>,
     "budget of each cell: a number (default 25, or the run_cap), or 100D for so many per "
     "parameter "
     "of the objective, constants aside"},
    {"--budget", KeyUse::result, &Patch::budget, Reading::texts, read_text<&Patch::budget>,
     "beside a scheduler it counts trials, or steps: then one that stops early begins more of them "
     "(default)",
     [] {
       return std::vector<std::string_view>{"steps", "trials"};
     }},
    {"--workers", KeyUse::result, &Patch::workers, Reading::texts, read_text<&Patch::workers>,
     "simulated workers of each cell (default 1)"},
    {"--seeds", KeyUse::result, &Patch::seeds, Reading::texts, read_seeds,
     "a count (20), a range (3..7), or a list (default 20)"},
    {"--set", KeyUse::result, &Patch::settings, Reading::values, read_settings,
     "an option of a searcher, a scheduler or the cluster: grid.levels=10; repeat"},
    {"--threads", KeyUse::upkeep, &Patch::threads, Reading::texts, read_text<&Patch::threads>,
     "default: all cores; no effect on the result"},
    {"--record", KeyUse::upkeep, &Patch::record, Reading::texts, read_text<&Patch::record>,
     "what to keep: best (default), trials or steps",
     [] {
       return std::vector<std::string_view>{"best", "steps", "trials"};
     }},
    {"--out", KeyUse::upkeep, &Patch::out, Reading::texts, read_path<&Patch::out>,
     "SQLite file for the results; an interrupted run continues", nullptr, "-o"},
};

}  // namespace

std::span<const ExperimentKey> experiment_keys() { return kKeys; }

const ExperimentKey* find_key(std::string_view name) {
  const auto* found = std::find_if(std::begin(kKeys), std::end(kKeys),
                                   [&](const ExperimentKey& key) { return key.name() == name; });
  return found == std::end(kKeys) ? nullptr : found;
}

std::string scalar_text(const Node& node) {
  const Value* value = node.scalar();
  if (!value || value->is_null()) refuse(node, "a single value");
  const auto* text = node.as<std::string>();
  if (text && text->empty()) refuse(node, "a value, not an empty text");
  return text ? *text : to_json(*value);
}

}  // namespace sweep
