#include "algorithms/config/anchor_blocks.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "algorithms/config/sections.hpp"

namespace sweep {
namespace {

/// True if the node has an anchor, or is made of nodes that have.
bool holds_anchors_only(const Node& node, const std::vector<Mark>& anchors) {
  if (std::find(anchors.begin(), anchors.end(), node.mark) != anchors.end()) return true;
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
    return !is_nearly_top_level(entry.key) && holds_anchors_only(entry.value, text.anchors);
  });
}

}  // namespace sweep
