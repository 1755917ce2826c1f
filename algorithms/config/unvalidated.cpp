#include "algorithms/config/unvalidated.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>

namespace sweep {
namespace {

using Words = std::initializer_list<std::string_view>;

bool is_one_of(const Node& node, Words words) {
  const auto* text = node.as<std::string>();
  return text && std::find(words.begin(), words.end(), *text) != words.end();
}

NodeMap* section(NodeMap& map, std::string_view name) {
  for (NodeEntry& entry : map) {
    if (is_one_of(entry.key, {name})) return std::get_if<NodeMap>(&entry.value.content);
  }
  return nullptr;
}

void keep_keys(NodeMap& map, Words known) {
  std::erase_if(map, [&](const NodeEntry& entry) { return !is_one_of(entry.key, known); });
}

void drop_unless(NodeMap& map, std::string_view key, Words allowed) {
  std::erase_if(map, [&](const NodeEntry& entry) {
    return is_one_of(entry.key, {key}) && !is_one_of(entry.value, allowed);
  });
}

}  // namespace

void keep_what_the_engine_reads(Node& document) {
  auto* map = std::get_if<NodeMap>(&document.content);
  if (!map) return;
  keep_keys(*map, {"method", "parameters", "metric", "early_terminate"});
  if (NodeMap* metric = section(*map, "metric")) {
    drop_unless(*metric, "goal", {"minimize", "maximize"});
    drop_unless(*metric, "impute", {"latest", "best", "worst"});
  }
  if (NodeMap* early = section(*map, "early_terminate")) {
    keep_keys(*early, {"type", "min_iter", "max_iter", "s", "eta", "strict"});
  }
}

}  // namespace sweep
