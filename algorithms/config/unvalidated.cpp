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

bool is_bayes(const NodeMap& map) {
  return std::any_of(map.begin(), map.end(), [](const NodeEntry& entry) {
    return is_one_of(entry.key, {"method"}) && is_one_of(entry.value, {"bayes"});
  });
}

void keep_sections(NodeMap& map, SweepUse use) {
  if (use == SweepUse::stop_runs) {
    keep_keys(map, {"metric", "early_terminate"});
  } else if (use == SweepUse::whole_sweep) {
    keep_keys(map, {"method", "parameters", "metric", "early_terminate"});
  } else if (is_bayes(map)) {
    keep_keys(map, {"method", "parameters", "metric"});
  } else {
    keep_keys(map, {"method", "parameters"});
  }
}

}  // namespace

void keep_what_the_engine_reads(Node& document, SweepUse use) {
  auto* map = std::get_if<NodeMap>(&document.content);
  if (!map || use == SweepUse::validate) return;
  keep_sections(*map, use);
  if (NodeMap* metric = section(*map, "metric")) {
    drop_unless(*metric, "goal", {"minimize", "maximize"});
    drop_unless(*metric, "impute", {"latest", "best", "worst"});
  }
  if (NodeMap* early = section(*map, "early_terminate")) {
    keep_keys(*early, {"type", "min_iter", "max_iter", "s", "eta", "strict"});
  }
}

void keep_what_stops_runs(Node& document) {
  auto* map = std::get_if<NodeMap>(&document.content);
  if (map) keep_sections(*map, SweepUse::stop_runs);
}

}  // namespace sweep
