#include <fmt/format.h>

#include <array>
#include <filesystem>

#include "algorithms/config/yaml.hpp"
#include "algorithms/space/names.hpp"
#include "bench/cli/experiment_flags.hpp"
#include "bench/cli/input.hpp"

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
  if (const auto* text = node.as<std::string>()) return *text;
  if (const Value* value = node.scalar(); value && !value->is_null()) return to_json(*value);
  refuse(node, "a single value");
}

std::vector<std::string> text_list(const Node& node) {
  if (!node.list()) return {scalar_text(node)};
  std::vector<std::string> texts;
  for (const Node& item : *node.list()) texts.push_back(scalar_text(item));
  return texts;
}

// The entries of a map as flags take them: "name=value".
std::vector<std::string> assignments(const Node& node) {
  if (!node.map()) refuse(node, "a map");
  std::vector<std::string> texts;
  for (const NodeEntry& entry : *node.map()) {
    const std::string value =
        entry.value.scalar() ? scalar_text(entry.value) : to_json(to_value(entry.value));
    texts.push_back(scalar_text(entry.key) + "=" + value);
  }
  return texts;
}

void take_config(ExperimentFlags& flags, const Node& node) {
  if (!flags.space.config.empty()) return;
  if (node.map()) {
    flags.space.config_text = to_json(to_value(node));
    return;
  }
  // Beside the experiment file, so that it works from any folder.
  const std::filesystem::path path = scalar_text(node);
  const auto folder = std::filesystem::path(flags.file).parent_path();
  flags.space.config = path.is_absolute() || flags.file == "-" ? path : folder / path;
}

template <std::string ExperimentFlags::*member>
void take_text(ExperimentFlags& flags, const Node& node) {
  if ((flags.*member).empty()) flags.*member = scalar_text(node);
}

template <std::vector<std::string> ExperimentFlags::*member>
void take_list(ExperimentFlags& flags, const Node& node) {
  if ((flags.*member).empty()) flags.*member = text_list(node);
}

void take_settings(ExperimentFlags& flags, const Node& node) {
  if (flags.settings.empty()) flags.settings = assignments(node);
}

void take_parameters(ExperimentFlags& flags, const Node& node) {
  if (flags.space.parameters.empty()) flags.space.parameters = assignments(node);
}

void take_compat(ExperimentFlags& flags, const Node& node) {
  const bool* wanted = node.as<bool>();
  if (!wanted) refuse(node, "true or false");
  flags.space.wandb_compat = flags.space.wandb_compat || *wanted;
}

/// A key of the file and where its value goes.
struct FileKey {
  std::string_view name;
  void (*take)(ExperimentFlags& flags, const Node& node);
};

constexpr std::array<FileKey, 11> kKeys = {{
    {"config", take_config},
    {"method", take_list<&ExperimentFlags::methods>},
    {"objective", take_list<&ExperimentFlags::objectives>},
    {"out", take_text<&ExperimentFlags::out>},
    {"param", take_parameters},
    {"record", take_text<&ExperimentFlags::record>},
    {"seeds", take_text<&ExperimentFlags::seeds>},
    {"set", take_settings},
    {"threads", take_text<&ExperimentFlags::threads>},
    {"trials", take_text<&ExperimentFlags::trials>},
    {"wandb-compat", take_compat},
}};

std::string unknown_key(const std::string& key) {
  std::array<std::string_view, kKeys.size()> known;
  for (std::size_t i = 0; i < kKeys.size(); ++i) known[i] = kKeys[i].name;
  return unknown_name("key", key, known);
}

void take_entry(ExperimentFlags& flags, const NodeEntry& entry) {
  const std::string name = scalar_text(entry.key);
  for (const FileKey& key : kKeys) {
    if (key.name == name) return key.take(flags, entry.value);
  }
  throw Misfit{entry.key.mark, unknown_key(name)};
}

}  // namespace

void merge_experiment_file(ExperimentFlags& flags) {
  if (flags.file.empty()) return;
  const std::string file_name = input_name(flags.file);
  const Node root =
      read_yaml(read_input(flags.file, TextLimits{}.bytes), file_name, ScalarRules::lenient).root;
  if (!root.map()) throw ConfigError(file_name, {{root.mark, "", "expected a map of flags"}});
  std::vector<Diagnostic> wrong;
  for (const NodeEntry& entry : *root.map()) {
    try {
      take_entry(flags, entry);
    } catch (const Misfit& misfit) {
      const auto* key = entry.key.as<std::string>();
      wrong.push_back({misfit.mark, key ? *key : "", misfit.text});
    }
  }
  if (!wrong.empty()) throw ConfigError(file_name, wrong);
}

}  // namespace sweep
