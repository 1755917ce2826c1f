#include "algorithms/config/node.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

namespace sweep {
namespace {

/// Small maps are searched key by key, which is quicker than building a table.
constexpr std::size_t kSmallMap = 8;

bool is_small_without_repeats(const NodeMap& map) {
  if (map.size() > kSmallMap) return false;
  for (std::size_t i = 0; i < map.size(); ++i) {
    const auto* key = map[i].key.as<std::string>();
    if (!key) return false;
    for (std::size_t k = 0; k < i; ++k) {
      if (*map[k].key.as<std::string>() == *key) return false;
    }
  }
  return true;
}

void add(Extent& total, const Extent& part) {
  total.nodes += part.nodes;
  total.bytes += part.bytes;
  total.depth = std::max(total.depth, part.depth + 1);
}

}  // namespace

const NodeEntry* find(const Node& node, std::string_view key) {
  if (!node.map()) return nullptr;
  for (const NodeEntry& entry : *node.map()) {
    const auto* name = entry.key.as<std::string>();
    if (name && *name == key) return &entry;
  }
  return nullptr;
}

NodeList drop_repeated_keys(NodeMap& map) {
  if (is_small_without_repeats(map)) return {};
  std::unordered_map<std::string, std::size_t> places;
  NodeMap kept;
  NodeList repeated;
  for (NodeEntry& entry : map) {
    const auto [place, is_new] = places.emplace(canonical(*entry.key.scalar()), kept.size());
    if (is_new) {
      kept.push_back(std::move(entry));
    } else {
      repeated.push_back(entry.key);
      kept[place->second] = std::move(entry);
    }
  }
  map = std::move(kept);
  return repeated;
}

Value to_value(const Node& node) { return to_value(Node(node)); }

Value to_value(Node&& node) {
  if (auto* list = std::get_if<NodeList>(&node.content)) {
    List values;
    values.reserve(list->size());
    for (Node& item : *list) values.push_back(to_value(std::move(item)));
    return values;
  }
  if (auto* map = std::get_if<NodeMap>(&node.content)) {
    Map entries;
    entries.reserve(map->size());
    for (NodeEntry& entry : *map) {
      entries.push_back({to_value(std::move(entry.key)), to_value(std::move(entry.value))});
    }
    return entries;
  }
  return std::move(std::get<Value>(node.content));
}

Node to_node(const Value& value) {
  if (const List* list = value.as<List>()) {
    NodeList items;
    for (const Value& item : *list) items.push_back(to_node(item));
    return {{}, std::move(items)};
  }
  if (const Map* map = value.as<Map>()) {
    NodeMap entries;
    for (const Entry& entry : *map) {
      entries.push_back({to_node(entry.key), to_node(entry.value)});
    }
    drop_repeated_keys(entries);
    return {{}, std::move(entries)};
  }
  return {{}, value};
}

Extent extent(const Node& node) {
  Extent total{1, 0, 0};
  if (const auto* text = node.as<std::string>()) total.bytes = text->size();
  if (node.list()) {
    total.depth = 1;
    for (const Node& item : *node.list()) add(total, extent(item));
  }
  if (node.map()) {
    total.depth = 1;
    for (const NodeEntry& entry : *node.map()) {
      add(total, extent(entry.key));
      add(total, extent(entry.value));
    }
  }
  return total;
}

}  // namespace sweep
