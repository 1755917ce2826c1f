#include "algorithms/config/anchor_blocks.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "algorithms/config/sections.hpp"

namespace sweep {
namespace {

bool begins_at(const Node& node, const std::vector<Mark>& marks) {
  return std::find(marks.begin(), marks.end(), node.mark) != marks.end();
}

/// True if the node or one inside it begins at one of the marks.
bool holds_one(const Node& node, const std::vector<Mark>& marks) {
  if (begins_at(node, marks)) return true;
  if (const NodeList* list = node.list()) {
    return std::any_of(list->begin(), list->end(),
                       [&](const Node& item) { return holds_one(item, marks); });
  }
  const NodeMap* map = node.map();
  return map && std::any_of(map->begin(), map->end(),
                            [&](const NodeEntry& item) { return holds_one(item.value, marks); });
}

/// True if the node has an anchor, or is made of nodes that have.
bool holds_anchors_only(const Node& node, const std::vector<Mark>& anchors) {
  if (begins_at(node, anchors)) return true;
  if (const NodeList* list = node.list()) {
    return !list->empty() && std::all_of(list->begin(), list->end(), [&](const Node& item) {
      return holds_anchors_only(item, anchors);
    });
  }
  const NodeMap* map = node.map();
  return map && !map->empty() && std::all_of(map->begin(), map->end(), [&](const NodeEntry& item) {
           return holds_anchors_only(item.value, anchors);
         });
}

}  // namespace

void drop_anchor_blocks(YamlText& text) {
  auto* map = std::get_if<NodeMap>(&text.root.content);
  if (!map || text.anchors.empty()) return;
  std::erase_if(*map, [&](const NodeEntry& entry) {
    // `early_stopping: &stop {..}` without an alias is rather a key with a wrong name.
    return holds_anchors_only(entry.value, text.anchors) &&
           (!is_nearly_top_level(entry.key) || holds_one(entry.value, text.aliased));
  });
}

}  // namespace sweep
