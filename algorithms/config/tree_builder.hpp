#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "algorithms/config/node.hpp"
#include "algorithms/config/text_file.hpp"

namespace sweep {

/// Makes a Node of the events of a parser, and stops with a ConfigError as soon as the text goes
/// beyond a limit. Inside a map, keys and values come in turns.
class TreeBuilder {
 public:
  TreeBuilder(std::string file_name, const TextLimits& limits);

  void begin_list(Mark mark);
  void begin_map(Mark mark);
  /// Ends the innermost list or map and returns it, to be given to add().
  Node end();
  /// Adds a node that is complete. Counts only this node, not those inside it.
  void add(Node node);
  /// Adds a copy of a node that was seen before.
  void add_copy(const Node& node, Mark mark);

  /// True if a key, rather than a value, comes next.
  [[nodiscard]] bool expects_key() const;
  [[nodiscard]] std::optional<Node> take();
  [[noreturn]] void refuse(Mark mark, const std::string& text) const;

  /// Keys that a map held twice; the last value was kept.
  [[nodiscard]] const NodeList& repeated_keys() const { return repeated_keys_; }

 private:
  struct Frame {
    Node node;
    std::optional<Node> key;
  };

  void begin(Node node);
  void count(const Extent& extent, Mark mark);
  void attach(Node node);

  std::string file_name_;
  TextLimits limits_;
  std::vector<Frame> frames_;
  std::optional<Node> root_;
  std::size_t nodes_ = 0;
  std::size_t copied_bytes_ = 0;
  NodeList repeated_keys_;
};

}  // namespace sweep
