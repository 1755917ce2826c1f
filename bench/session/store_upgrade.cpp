#include "bench/session/store_upgrade.hpp"

#include <cstdint>
#include <string_view>
#include <utility>

#include "algorithms/config/sweep_config.hpp"
#include "algorithms/config/yaml.hpp"
#include "algorithms/text/error.hpp"
#include "algorithms/text/text.hpp"
#include "bench/experiment/describe_objective.hpp"
#include "bench/experiment/method.hpp"
#include "bench/session/store_contents.hpp"
#include "objectives/catalog.hpp"

namespace sweep {
namespace {

constexpr const char* kName = "the experiment of the store";

/// The entries of an experiment's text that matter here, read without looking up a name.
struct TextOfExperiment {
  std::vector<std::string> methods;
  std::vector<std::string> objectives;
  std::uint64_t seeds = 0;
  std::uint64_t workers = 1;
  Settings settings;
  Behaviour behaviour = Behaviour::corrected;
  std::optional<SearchSpace> space;
};

const Node* entry(const Node& root, std::string_view key) {
  const NodeEntry* found = find(root, key);
  return found ? &found->value : nullptr;
}

std::vector<std::string> texts_of(const Node* list) {
  std::vector<std::string> texts;
  if (!list || !list->list()) return texts;
  for (const Node& item : *list->list()) {
    if (const auto* text = item.as<std::string>()) texts.push_back(*text);
  }
  return texts;
}

Settings settings_of(const Node* map) {
  Settings settings;
  if (!map || !map->map()) return settings;
  for (const NodeEntry& item : *map->map()) {
    const auto* name = item.key.as<std::string>();
    const auto* value = item.value.as<std::string>();
    if (name && value) settings.emplace(*name, *value);
  }
  return settings;
}

std::uint64_t number_of(const std::string* text) {
  return text ? parse_number<std::uint64_t>(*text).value_or(0) : 0;
}

// "1..20,30" are 21.
std::uint64_t seeds_in(std::string_view text) {
  std::uint64_t seeds = 0;
  while (!text.empty()) {
    const std::string_view range = text.substr(0, text.find(','));
    const std::size_t dots = range.find("..");
    if (dots == std::string_view::npos) return 0;
    const auto first = parse_number<std::uint64_t>(range.substr(0, dots));
    const auto last = parse_number<std::uint64_t>(range.substr(dots + 2));
    if (!first || !last) return 0;
    seeds += *last - *first + 1;
    text.remove_prefix(std::min(text.size(), range.size() + 1));
  }
  return seeds;
}

TextOfExperiment read_text(const std::string& text) {
  const Node root = read_yaml(text, kName, ScalarRules::lenient).root;
  const Node texts = read_yaml(text, kName, ScalarRules::written).root;
  TextOfExperiment all;
  all.methods = texts_of(entry(texts, "method"));
  all.objectives = texts_of(entry(texts, "objective"));
  const Node* seeds = entry(texts, "seeds");
  if (seeds && seeds->as<std::string>()) all.seeds = seeds_in(*seeds->as<std::string>());
  if (const Node* workers = entry(texts, "workers")) {
    all.workers = number_of(workers->as<std::string>());
  }
  all.settings = settings_of(entry(texts, "set"));
  const Node* compat = entry(root, "wandb-compat");
  const bool* is_compat = compat ? compat->as<bool>() : nullptr;
  if (is_compat && *is_compat) all.behaviour = Behaviour::as_wandb;
  if (const Node* config = entry(root, "config")) {
    all.space = read_sweep_node(*config, {kName, all.behaviour, true}).space;
  }
  return all;
}

std::optional<StoreUpgrade::Description> described(const std::string& name,
                                                   const std::optional<SearchSpace>& space) {
  try {
    Objective objective = make_objective(name, space);
    ObjectiveInfo info = describe(name, objective);
    return StoreUpgrade::Description{
        std::move(info), [objective](PointView point) { return objective.exact_loss(point); }};
  } catch (const SpecError&) {  // this program has no such objective, or its table has gone
    return std::nullopt;
  }
}

std::string key_of(const std::string& method, const TextOfExperiment& text) {
  try {
    return method_key(method, text.settings, text.behaviour);
  } catch (const SpecError&) {
    return "";
  }
}

}  // namespace

StoreUpgrade store_upgrade(const std::string& experiment_text) {
  const TextOfExperiment text = read_text(experiment_text);
  StoreUpgrade upgrade;
  upgrade.objectives = text.objectives;
  upgrade.describe = [space = text.space](const std::string& name) {
    return described(name, space);
  };
  upgrade.method_key = [text](const std::string& method) { return key_of(method, text); };
  const std::uint64_t cells = text.methods.size() * text.objectives.size() * text.seeds;
  if (cells > 0) upgrade.cells = cells;
  upgrade.in_order = trials_end_in_order(text.workers, text.settings);
  return upgrade;
}

}  // namespace sweep
