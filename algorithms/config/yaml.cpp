#include "algorithms/config/yaml.hpp"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <sstream>
#include <utility>

#include "algorithms/config/tree_builder.hpp"
#include "algorithms/text/text.hpp"

namespace sweep {
namespace {

Mark to_mark(const YAML::Mark& mark) {
  return {static_cast<unsigned>(mark.line + 1), static_cast<unsigned>(mark.column + 1)};
}

bool is_merge_key(const Node& key) {
  const auto* text = key.as<std::string>();
  return key.is_plain && text && *text == "<<";
}

/// Receives the parser's events, so that limits hold while it reads and not only afterwards.
class Receiver : public YAML::EventHandler {
 public:
  Receiver(TreeBuilder& builder, ScalarRules rules) : builder_(builder), rules_(rules) {}

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (std::exchange(has_document_, true)) {
      builder_.refuse(to_mark(mark), "a second document begins; expected one");
    }
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    finish({to_mark(mark), Value(), true}, anchor);
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& text) override {
    last_ = to_mark(mark);
    finish(scalar(last_, tag, text), anchor);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const auto found = anchored_.find(anchor);
    if (found == anchored_.end()) builder_.refuse(to_mark(mark), "an alias contains itself");
    aliased_.push_back(found->second.mark);
    builder_.add_copy(found->second, to_mark(mark));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    check_tag(mark, tag, "seq");
    builder_.begin_list(to_mark(mark));
    open_.push_back(anchor);
  }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    check_tag(mark, tag, "map");
    builder_.begin_map(to_mark(mark));
    open_.push_back(anchor);
  }
  void OnSequenceEnd() override { end(); }
  void OnMapEnd() override { end(); }

  /// Where the last scalar begins.
  [[nodiscard]] Mark last() const { return last_; }
  [[nodiscard]] const NodeList& texts_to_wandb() const { return texts_to_wandb_; }
  [[nodiscard]] const std::vector<Mark>& anchors() const { return anchors_; }
  [[nodiscard]] const std::vector<Mark>& aliased() const { return aliased_; }

 private:
  Node scalar(Mark mark, const std::string& tag, const std::string& text) {
    // yaml-cpp calls a scalar without tag "?" if it is plain, "!" if it is quoted.
    const bool is_plain = tag == "?" || tag.empty();
    if (tag == "!") return {mark, Value(text), false};
    ResolvedScalar resolved = is_plain ? resolve_plain(text, rules_) : resolve_tagged(text, tag);
    if (!resolved.problem.empty()) builder_.refuse(mark, resolved.problem);
    Node node{mark, std::move(resolved.value), is_plain};
    if (is_plain && rules_ == ScalarRules::lenient) note_if_text_to_wandb(node, text);
    return node;
  }

  void note_if_text_to_wandb(const Node& node, const std::string& text) {
    constexpr std::size_t kMost = 100;
    const bool is_number = node.as<double>() || node.as<std::int64_t>();
    if (!is_number || texts_to_wandb_.size() >= kMost) return;
    if (resolve_plain(text, ScalarRules::wandb).value.as<std::string>()) {
      texts_to_wandb_.push_back(node);
    }
  }

  void check_tag(const YAML::Mark& mark, const std::string& tag, std::string_view type) const {
    if (tag.empty() || tag == "?" || tag == "!") return;
    if (tag == "tag:yaml.org,2002:" + std::string(type)) return;
    builder_.refuse(to_mark(mark), fmt::format("tag {} is not supported here", tag.substr(0, 40)));
  }

  void end() {
    Node node = builder_.end();
    if (auto* map = std::get_if<NodeMap>(&node.content)) merge(*map);
    const YAML::anchor_t anchor = open_.back();
    open_.pop_back();
    finish(std::move(node), anchor);
  }

  void finish(Node node, YAML::anchor_t anchor) {
    if (anchor != YAML::NullAnchor) keep(anchor, node);
    builder_.add(std::move(node));
  }

  /// Anchors within anchors are kept once for each level, so what they take is limited too.
  void keep(YAML::anchor_t anchor, const Node& node) {
    anchors_.push_back(node.mark);
    kept_nodes_ += extent(node).nodes;
    if (kept_nodes_ > kMaxKeptNodes) builder_.refuse(node.mark, "has too much under its anchors");
    anchored_.emplace(anchor, node);
  }

  /// `<<`: the entries of one map, or of several of which the first wins, unless the map itself
  /// has the key.
  void merge(NodeMap& map) {
    const auto at = std::find_if(map.begin(), map.end(),
                                 [](const NodeEntry& entry) { return is_merge_key(entry.key); });
    if (at == map.end()) return;
    NodeMap merged;
    if (auto* list = std::get_if<NodeList>(&at->value.content)) {
      for (auto source = list->rbegin(); source != list->rend(); ++source) append(merged, *source);
    } else {
      append(merged, at->value);
    }
    map.erase(at);
    std::move(map.begin(), map.end(), std::back_inserter(merged));
    map = std::move(merged);
    drop_repeated_keys(map);
  }

  void append(NodeMap& merged, Node& source) {
    auto* map = std::get_if<NodeMap>(&source.content);
    if (!map) builder_.refuse(source.mark, "the value of << must be a map or a list of maps");
    std::move(map->begin(), map->end(), std::back_inserter(merged));
  }

  static constexpr std::size_t kMaxKeptNodes = 200'000;

  TreeBuilder& builder_;
  ScalarRules rules_;
  std::vector<YAML::anchor_t> open_;
  std::map<YAML::anchor_t, Node> anchored_;
  Mark last_{1, 1};
  NodeList texts_to_wandb_;
  std::vector<Mark> anchors_;
  std::vector<Mark> aliased_;
  std::size_t kept_nodes_ = 0;
  bool has_document_ = false;
};

/// Refuses flow collections that cannot fit the limits before yaml-cpp reads them: before it
/// reports the outermost one it makes tokens of all that is in it, some 200 bytes each.
void check_brackets(std::string_view text, const TreeBuilder& builder, const TextLimits& limits) {
  const auto opens = [](char c) { return c == '[' || c == '{' || c == ','; };
  const auto count = std::count_if(text.begin(), text.end(), opens);
  if (static_cast<std::size_t>(count) > limits.nodes) {
    builder.refuse({1, 1}, fmt::format("has more than {} values", limits.nodes));
  }
}

/// Hears nothing.
class Deaf : public YAML::EventHandler {
 public:
  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t,
                const std::string&) override {}
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {}
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {}
  void OnMapEnd() override {}
};

void parse(const std::string& text, YAML::EventHandler& handler) {
  std::istringstream stream(text);
  YAML::Parser parser(stream);
  while (parser.HandleNextDocument(handler)) {
  }
}

/// yaml-cpp 0.7 lets quotes that are still open after the last line end there. It does not let
/// them contain the mark for the end of a document, so it is asked once more with that appended.
bool has_open_quotes(const std::string& text) {
  if (text.find_first_of("'\"") == std::string::npos) return false;
  try {
    Deaf deaf;
    parse(text + "\n...\n", deaf);
  } catch (const YAML::Exception& error) {
    return error.msg == YAML::ErrorMsg::DOC_IN_SCALAR;
  }
  return false;
}

/// Which line is indented by a tab, if one is: YAML wants blanks there.
std::string tab_hint(std::string_view text) {
  const std::vector<std::string_view> lines = split(text, '\n');
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t first = lines[i].find_first_not_of(' ');
    if (first == std::string_view::npos || lines[i][first] != '\t') continue;
    return fmt::format("; a tab indents line {}: write blanks instead", i + 1);
  }
  return "";
}

}  // namespace

YamlText read_yaml(std::string_view text, const std::string& file_name, ScalarRules rules,
                   const TextLimits& limits) {
  text = checked_text(text, file_name, limits.bytes);
  TreeBuilder builder(file_name, limits);
  check_brackets(text, builder, limits);
  Receiver receiver(builder, rules);
  const std::string content(text);
  try {
    parse(content, receiver);
  } catch (const YAML::Exception& error) {
    builder.refuse(error.mark.is_null() ? Mark{1, 1} : to_mark(error.mark),
                   "no valid YAML: " + error.msg.substr(0, 200) + tab_hint(text));
  }
  if (has_open_quotes(content)) builder.refuse(receiver.last(), "these quotes are not closed");
  Node root = builder.take().value_or(Node{{1, 1}, Value(), true});
  return {std::move(root), builder.repeated_keys(), receiver.texts_to_wandb(), receiver.anchors(),
          receiver.aliased()};
}

}  // namespace sweep
