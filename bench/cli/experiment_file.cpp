#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "algorithms/config/yaml.hpp"
#include "algorithms/text/names.hpp"
#include "bench/cli/experiment_flags.hpp"
#include "bench/terminal/input.hpp"
#include "objectives/slice.hpp"

namespace sweep {
namespace {

/// What one entry of the file may be wrong about.
struct Misfit {
  Mark mark;
  std::string text;
};

[[noreturn]] void refuse(const Node& node, const std::string& expected) {
  throw Misfit{node.mark, "expected " + expected};
}

std::string scalar_text(const Node& node) {
  const Value* value = node.scalar();
  if (!value || value->is_null()) refuse(node, "a single value");
  const auto* text = node.as<std::string>();
  if (text && text->empty()) refuse(node, "a value, not an empty text");
  return text ? *text : to_json(*value);
}

std::vector<GivenText> text_list(const Node& node) {
  if (!node.list()) return {{scalar_text(node), node.mark}};
  if (node.list()->empty()) refuse(node, "at least one value");
  std::vector<GivenText> texts;
  for (const Node& item : *node.list()) texts.push_back({scalar_text(item), item.mark});
  return texts;
}

// Whether a flag "name=value" says something else of this entry.
bool is_displaced(const Node& key, const std::vector<std::string>& flags) {
  const std::string begin = scalar_text(key) + "=";
  return std::any_of(flags.begin(), flags.end(),
                     [&](const std::string& flag) { return flag.starts_with(begin); });
}

// Beside the experiment file, so that it works from any folder.
std::string beside_file(const ExperimentFlags& flags, const Node& node) {
  const std::filesystem::path path = scalar_text(node);
  if (path == "-" || path.is_absolute() || flags.file == "-") return path;
  return std::filesystem::path(flags.file).parent_path() / path;
}

// A sweep file on the command line displaces the space of the experiment file.
bool has_config_flag(const ExperimentFlags& given) { return !given.space.config.empty(); }

void take_config(const ExperimentFlags& given, const Node& node, ExperimentFlags& merged) {
  if (has_config_flag(given)) return;
  if (node.map()) {
    merged.space.in_file.config = node;
  } else {
    merged.space.config = beside_file(given, node);
  }
}

void take_parameters(const ExperimentFlags& given, const Node& node, ExperimentFlags& merged) {
  if (!node.map()) refuse(node, "a map of parameters");
  if (has_config_flag(given)) return;
  NodeMap left;
  for (const NodeEntry& entry : *node.map()) {
    if (!is_displaced(entry.key, given.space.parameters)) left.push_back(entry);
  }
  if (!left.empty()) merged.space.in_file.parameters = Node{node.mark, std::move(left)};
}

template <GivenText ExperimentFlags::*member>
void take_text(const ExperimentFlags& given, const Node& node, ExperimentFlags& merged) {
  const GivenText text{scalar_text(node), node.mark};
  if ((given.*member).text.empty()) merged.*member = text;
}

template <std::vector<GivenText> ExperimentFlags::*member>
void take_list(const ExperimentFlags& given, const Node& node, ExperimentFlags& merged) {
  const std::vector<GivenText> texts = text_list(node);
  if ((given.*member).empty()) merged.*member = texts;
}

// YAML, too, splits a list [bbob/f1,8/d5, sphere] at the commas of a slice.
void take_objectives(const ExperimentFlags& given, const Node& node, ExperimentFlags& merged) {
  std::vector<GivenText> joined;
  SliceSeams seams;
  for (GivenText& text : text_list(node)) {
    if (seams.continues_slice(text.text)) {
      joined.back().text += "," + text.text;
    } else {
      joined.push_back(std::move(text));
    }
  }
  if (given.objectives.empty()) merged.objectives = std::move(joined);
}

// A list joined as the flag takes it, where a single number would be a count.
void take_seeds(const ExperimentFlags& given, const Node& node, ExperimentFlags& merged) {
  const std::vector<GivenText> parts = text_list(node);
  std::string joined;
  for (const GivenText& part : parts) joined += (joined.empty() ? "" : ",") + part.text;
  const bool is_one_seed = node.list() && joined.find_first_of(".,") == std::string::npos;
  if (is_one_seed) joined += ".." + joined;
  if (given.seeds.text.empty()) merged.seeds = {joined, node.mark};
}

void take_settings(const ExperimentFlags& given, const Node& node, ExperimentFlags& merged) {
  if (!node.map()) refuse(node, "a map of settings: {grid.levels: 10}");
  std::vector<std::string> flags;
  for (const GivenText& setting : given.settings) flags.push_back(setting.text);
  for (const NodeEntry& entry : *node.map()) {
    const std::string text = scalar_text(entry.key) + "=" + scalar_text(entry.value);
    if (!is_displaced(entry.key, flags)) merged.settings.push_back({text, entry.key.mark});
  }
}

void take_out(const ExperimentFlags& given, const Node& node, ExperimentFlags& merged) {
  const std::string path = beside_file(given, node);
  if (given.out.empty()) merged.out = path;
}

void take_compat(const ExperimentFlags& given, const Node& node, ExperimentFlags& merged) {
  const bool* wanted = node.as<bool>();
  if (!wanted) refuse(node, "true or false");
  if (!given.space.wandb_compat) merged.space.wandb_compat = *wanted;
}

/// How the scalars under a key are read: as YAML's values, or as the texts that the key's flag
/// would be given. To YAML, 010 is eight and 1:30 is ninety.
enum class Reading { values, texts };

/// A key of the file and where its value goes: to `merged`, unless `given` has it from a flag.
struct FileKey {
  std::string_view name;
  Reading reading;
  void (*take)(const ExperimentFlags& given, const Node& node, ExperimentFlags& merged);
};

constexpr std::array<FileKey, 13> kKeys = {{
    {"budget", Reading::texts, take_text<&ExperimentFlags::budget>},
    {"config", Reading::values, take_config},
    {"method", Reading::texts, take_list<&ExperimentFlags::methods>},
    {"objective", Reading::texts, take_objectives},
    {"out", Reading::texts, take_out},
    {"param", Reading::values, take_parameters},
    {"record", Reading::texts, take_text<&ExperimentFlags::record>},
    {"seeds", Reading::texts, take_seeds},
    {"set", Reading::values, take_settings},
    {"threads", Reading::texts, take_text<&ExperimentFlags::threads>},
    {"trials", Reading::texts, take_text<&ExperimentFlags::trials>},
    {"wandb-compat", Reading::values, take_compat},
    {"workers", Reading::texts, take_text<&ExperimentFlags::workers>},
}};

std::string unknown_key(const std::string& key) {
  std::array<std::string_view, kKeys.size()> known;
  for (std::size_t i = 0; i < kKeys.size(); ++i) known[i] = kKeys[i].name;
  return unknown_name("key", key, known);
}

/// A file read once for its values and once for its texts.
struct ExperimentText {
  YamlText values;
  Node texts;
};

void take_entry(const ExperimentFlags& given, const NodeEntry& entry, const Node& texts,
                ExperimentFlags& merged) {
  const std::string name = scalar_text(entry.key);
  const bool is_empty = entry.value.scalar() && entry.value.scalar()->is_null();
  if (is_empty) throw Misfit{entry.key.mark, "expected a value"};
  for (const FileKey& key : kKeys) {
    if (key.name != name) continue;
    const bool takes_texts = key.reading == Reading::texts;
    return key.take(given, takes_texts ? find(texts, name)->value : entry.value, merged);
  }
  throw Misfit{entry.key.mark, unknown_key(name)};
}

// W&B's rules for numbers hold for a space within the file as they do for one in its own file.
ExperimentText read_text(const ExperimentFlags& flags, const std::string& text,
                         const std::string& name) {
  YamlText yaml = read_yaml(text, name, ScalarRules::lenient);
  const NodeEntry* entry = find(yaml.root, "wandb-compat");
  const bool* in_file = entry ? entry->value.as<bool>() : nullptr;
  const bool is_compat = flags.space.wandb_compat.value_or(in_file && *in_file);
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

}  // namespace

void merge_experiment_file(ExperimentFlags& flags) {
  if (flags.file.empty()) return;
  merge_experiment_text(flags, read_input(flags.file, TextLimits{}.bytes));
}

void merge_experiment_text(ExperimentFlags& flags, const std::string& text) {
  const std::string file_name = input_name(flags.file);
  const auto [yaml, texts] = read_text(flags, text, file_name);
  check_is_experiment(yaml.root, file_name);
  ExperimentFlags merged = flags;
  merged.space.in_file.file_name = file_name;
  for (const Node& key : yaml.repeated_keys) {
    merged.misfits.push_back({key.mark, name_of(key), "is there twice"});
  }
  for (const NodeEntry& entry : *yaml.root.map()) {
    try {
      take_entry(flags, entry, texts, merged);
    } catch (const Misfit& misfit) {
      merged.misfits.push_back({misfit.mark, name_of(entry.key), misfit.text});
    }
  }
  flags = std::move(merged);
}

}  // namespace sweep
