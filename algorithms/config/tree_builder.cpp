#include "algorithms/config/tree_builder.hpp"

#include <fmt/format.h>

#include <cassert>
#include <utility>

namespace sweep {
TreeBuilder::TreeBuilder(std::string file_name, const TextLimits& limits)
    : file_name_(std::move(file_name)), limits_(limits) {}

void TreeBuilder::begin_list(Mark mark) { begin({mark, NodeList{}}); }

void TreeBuilder::begin_map(Mark mark) { begin({mark, NodeMap{}}); }

void TreeBuilder::begin(Node node) {
  if (expects_key()) refuse(node.mark, "a key must be a scalar, not a list or a map");
  count({1, 1, 0}, node.mark);
  frames_.push_back({std::move(node), std::nullopt});
}

Node TreeBuilder::end() {
  assert(!frames_.empty() && !frames_.back().key);
  Node node = std::move(frames_.back().node);
  frames_.pop_back();
  auto* map = std::get_if<NodeMap>(&node.content);
  if (!map) return node;
  for (Node& key : drop_repeated_keys(*map)) repeated_keys_.push_back(std::move(key));
  return node;
}

void TreeBuilder::add(Node node) {
  if (node.scalar()) count({1, 0, 0}, node.mark);
  attach(std::move(node));
}

void TreeBuilder::add_copy(const Node& node, Mark mark) {
  if (expects_key() && !node.scalar()) refuse(mark, "a key must be a scalar, not a list or a map");
  const Extent size = extent(node);
  count(size, mark);
  // Aliases to one long text cost memory without costing nodes.
  copied_bytes_ += size.bytes;
  if (copied_bytes_ > 4 * limits_.bytes) refuse(mark, "its aliases repeat too much text");
  Node copy = node;
  copy.mark = mark;
  attach(std::move(copy));
}

bool TreeBuilder::expects_key() const {
  return !frames_.empty() && frames_.back().node.map() && !frames_.back().key;
}

std::optional<Node> TreeBuilder::take() { return std::exchange(root_, std::nullopt); }

void TreeBuilder::refuse(Mark mark, const std::string& text) const {
  throw ConfigError(file_name_, {{mark, "", text}});
}

void TreeBuilder::count(const Extent& extent, Mark mark) {
  nodes_ += extent.nodes;
  if (nodes_ > limits_.nodes) {
    refuse(mark, fmt::format("has more than {} values, aliases included", limits_.nodes));
  }
  if (frames_.size() + extent.depth > limits_.depth) {
    refuse(mark, fmt::format("is nested more than {} levels deep", limits_.depth));
  }
}

void TreeBuilder::attach(Node node) {
  if (frames_.empty()) {
    root_ = std::move(node);
    return;
  }
  Frame& frame = frames_.back();
  if (auto* list = std::get_if<NodeList>(&frame.node.content)) {
    list->push_back(std::move(node));
  } else if (!frame.key) {
    frame.key = std::move(node);
  } else {
    std::get<NodeMap>(frame.node.content).push_back({std::move(*frame.key), std::move(node)});
    frame.key.reset();
  }
}

}  // namespace sweep
