#pragma once

#include <cstddef>
#include <string_view>
#include <variant>
#include <vector>

#include "algorithms/config/diagnostic.hpp"
#include "algorithms/text/value.hpp"

namespace sweep {

struct Node;
struct NodeEntry;
using NodeList = std::vector<Node>;
using NodeMap = std::vector<NodeEntry>;

/// A part of a parsed text, with the place where it begins: a scalar (a Value that is no list and
/// no map), a list or a map. A map has each key once and keeps the file's order.
struct Node {
  Mark mark;
  std::variant<Value, NodeList, NodeMap> content;
  bool is_plain = false;  // a YAML scalar without quotes

  [[nodiscard]] const Value* scalar() const { return std::get_if<Value>(&content); }
  [[nodiscard]] const NodeList* list() const { return std::get_if<NodeList>(&content); }
  [[nodiscard]] const NodeMap* map() const { return std::get_if<NodeMap>(&content); }
  /// The scalar as T; nullptr if this is something else.
  template <class T>
  [[nodiscard]] const T* as() const {
    return scalar() ? scalar()->as<T>() : nullptr;
  }
};

/// An entry of a map: both are nodes, with their places in the file.
struct NodeEntry {
  Node key;
  Node value;
};

/// The entry under a text key; nullptr if it is absent or `node` is no map.
const NodeEntry* find(const Node& node, std::string_view key);

/// Keeps one entry for each key: the place of the first, the key and value of the last. Returns
/// the repeated keys. All keys must be scalars.
NodeList drop_repeated_keys(NodeMap& map);

/// The value that a node stands for, without the places in its file.
Value to_value(const Node& node);
Value to_value(Node&& node);

/// The way back, without places. Of a repeated key, the last value counts.
Node to_node(const Value& value);

/// What a node is made of: nodes in it (itself included), the lists and maps within each other,
/// and the bytes of its texts.
struct Extent {
  std::size_t nodes = 0;
  std::size_t depth = 0;
  std::size_t bytes = 0;
};
Extent extent(const Node& node);

}  // namespace sweep
