#include "bench/experiment/experiment_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "algorithms/config/yaml.hpp"
#include "algorithms/text/error.hpp"
#include "algorithms/text/names.hpp"
#include "bench/experiment/keys.hpp"
#include "bench/experiment/method.hpp"

namespace sweep {
namespace {

std::string unknown_key(const std::string& key) {
  std::vector<std::string_view> known;
  for (const ExperimentKey& row : experiment_keys()) known.push_back(row.name());
  std::sort(known.begin(), known.end());
  return unknown_name("key", key, known);
}

/// A file read once for its values and once for its texts.
struct ExperimentText {
  YamlText values;
  Node texts;
};

// W&B's rules for numbers hold for a space within the file as they do for one in its own file.
ExperimentText read_text(const std::string& text, const std::string& name,
                         std::optional<bool> wandb_compat) {
  YamlText yaml = read_yaml(text, name, ScalarRules::lenient);
  const NodeEntry* entry = find(yaml.root, "wandb-compat");
  const bool* in_file = entry ? entry->value.as<bool>() : nullptr;
  const bool is_compat = wandb_compat.value_or(in_file && *in_file);
  if (is_compat) yaml = read_yaml(text, name, ScalarRules::wandb);
  return {std::move(yaml), read_yaml(text, name, ScalarRules::written).root};
}

void check_is_experiment(const Node& root, const std::string& file_name) {
  if (!root.map()) throw ConfigError(file_name, {{root.mark, "", "expected a map of flags"}});
  const NodeEntry* parameters = find(root, "parameters");
  if (!parameters || find(root, "objective")) return;
  throw ConfigError(file_name, {{parameters->key.mark, "parameters",
                                 fmt::format("this is a sweep file, not an experiment file; give "
                                             "it as --config {}",
                                             file_name)}});
}

std::string name_of(const Node& key) {
  const auto* name = key.as<std::string>();
  return name ? *name : "";
}

void read_entry(const NodeEntry& entry, const Node& texts, ExperimentPatch& said) {
  const std::string name = scalar_text(entry.key);
  const bool is_empty = entry.value.scalar() && entry.value.scalar()->is_null();
  if (is_empty) throw Misfit{entry.key.mark, "expected a value"};
  const ExperimentKey* const key = find_key(name);
  if (!key) throw Misfit{entry.key.mark, unknown_key(name)};
  key->read(key->reading == Reading::texts ? find(texts, name)->value : entry.value, said);
}

/// Puts what the flags say of a key in the place of what the file says.
struct Overlay {
  const ExperimentPatch& flags;
  ExperimentPatch& merged;

  void operator()(GivenText ExperimentPatch::*member) const {
    if (!(flags.*member).text.empty()) merged.*member = flags.*member;
  }
  void operator()(std::optional<bool> ExperimentPatch::*member) const {
    if (flags.*member) merged.*member = flags.*member;
  }
  template <class T>
  void operator()(std::vector<T> ExperimentPatch::*member) const {
    if (!(flags.*member).empty()) merged.*member = flags.*member;
  }
};

std::string_view assigned_name(std::string_view assignment) {
  return assignment.substr(0, assignment.find('='));
}

// The file's settings that no flag says otherwise come behind those of the flags.
// The option that a setting is of, by its new name: a flag wins over the file whichever they use.
std::string option_set_by(const GivenText& setting) {
  const std::string written(assigned_name(setting.text));
  try {
    const Settings renamed = with_new_option_names({{written, ""}});
    return renamed.empty() ? written : renamed.begin()->first;
  } catch (const SpecError&) {  // what is wrong with it is said where it is read
    return written;
  }
}

std::vector<GivenText> overlaid_settings(std::vector<GivenText> in_file,
                                         std::vector<GivenText> settings) {
  std::erase_if(in_file, [&](const GivenText& entry) {
    return std::any_of(settings.begin(), settings.end(), [&](const GivenText& setting) {
      return option_set_by(setting) == option_set_by(entry);
    });
  });
  settings.insert(settings.end(), in_file.begin(), in_file.end());
  return settings;
}

// Nothing is left of a section whose parameters are all among the flags.
std::optional<Node> without(const Node& section, const std::vector<std::string>& parameters) {
  NodeMap left;
  for (const NodeEntry& entry : *section.map()) {
    const bool is_displaced =
        std::any_of(parameters.begin(), parameters.end(), [&](const std::string& parameter) {
          return assigned_name(parameter) == scalar_text(entry.key);
        });
    if (!is_displaced) left.push_back(entry);
  }
  if (left.empty()) return std::nullopt;
  return Node{section.mark, std::move(left)};
}

void overlay_space(const ExperimentPatch& flags, ExperimentPatch& merged) {
  std::optional<Node>& section = merged.parameters_in_file;
  if (!flags.config.text.empty()) {
    merged.config_in_file.reset();
    section.reset();
  }
  if (section) section = without(*section, flags.parameters);
}

}  // namespace

ExperimentPatch read_experiment_file(const std::string& text, const std::string& name,
                                     std::optional<bool> wandb_compat) {
  const auto [yaml, texts] = read_text(text, name, wandb_compat);
  check_is_experiment(yaml.root, name);
  ExperimentPatch said;
  said.file_name = name;
  for (const Node& key : yaml.repeated_keys) {
    said.misfits.push_back({key.mark, name_of(key), "is there twice"});
  }
  for (const NodeEntry& entry : *yaml.root.map()) {
    try {
      read_entry(entry, texts, said);
    } catch (const Misfit& misfit) {
      said.misfits.push_back({misfit.mark, name_of(entry.key), misfit.text});
    }
  }
  return said;
}

ExperimentPatch overlaid(ExperimentPatch file, const ExperimentPatch& flags) {
  ExperimentPatch merged = file;
  for (const ExperimentKey& key : experiment_keys()) std::visit(Overlay{flags, merged}, key.target);
  merged.settings = overlaid_settings(std::move(file.settings), flags.settings);
  overlay_space(flags, merged);
  return merged;
}

}  // namespace sweep
