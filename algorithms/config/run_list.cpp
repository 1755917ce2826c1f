#include "algorithms/config/run_list.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <utility>

#include "algorithms/config/checker.hpp"
#include "algorithms/config/json.hpp"
#include "algorithms/text/names.hpp"
#include "algorithms/text/text.hpp"

namespace sweep {
namespace {

// The words for the states of a run, in the order of the enumeration.
constexpr std::array<std::string_view, 8> kStates = {
    "pending", "running", "finished", "killed", "crashed", "failed", "preempted", "preempting"};

/// A row of {"loss": 1.2} has four nodes; this is more than 4 million of them.
constexpr TextLimits kRunLimits{kMaxRunListBytes, 64, 20'000'000};

constexpr const char* kRunList =
    R"([{"name": "a", "state": "finished", "config": {..}, "summary": {..}, "history": [..]}, ..])";

/// True for two lines that are maps.
bool is_json_lines(std::string_view text) {
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos) return false;
  const std::string_view line = trimmed(text.substr(0, end));
  return line.starts_with('{') && line.ends_with('}') && trimmed(text.substr(end)).starts_with('{');
}

/// What a text that is no list of runs looks like; "" if it may be one.
std::string other_format(std::string_view text) {
  constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  text = text.substr(std::min(text.find_first_not_of(kBlanks), text.size()));
  if (is_json_lines(text)) return "these are JSON lines; put brackets around and commas between";
  if (text.empty() || text[0] == '[' || text[0] == '{' || trimmed(text) == "null") return "";
  const bool is_csv = text.substr(0, text.find('\n')).find(',') != std::string_view::npos;
  return is_csv ? "this looks like CSV, which has no histories or nested values"
                : "this is no JSON";
}

void refuse_other_formats(std::string_view text, const std::string& file_name) {
  const std::string format = other_format(text);
  if (format.empty()) return;
  throw ConfigError(
      file_name,
      {{{1, 1}, "", fmt::format("{}; expected a list of runs in JSON, {}", format, kRunList)}});
}

/// Turns nodes into runs, and takes them apart as it goes: a long history is held once.
class RunReader {
 public:
  explicit RunReader(std::string file_name) : file_name_(std::move(file_name)) {}

  std::vector<Run> runs(Node document) const {
    Node* list = &document;
    if (NodeEntry* entry = field(document, {"runs"})) list = &entry->value;
    auto* items = std::get_if<NodeList>(&list->content);
    if (!items) refuse(list->mark, "", std::string("expected a list of runs, ") + kRunList);
    std::vector<Run> runs;
    runs.reserve(items->size());
    for (Node& item : *items) runs.push_back(run(item, fmt::format("runs[{}]", runs.size())));
    return runs;
  }

 private:
  [[noreturn]] void refuse(Mark mark, const std::string& path, const std::string& text) const {
    throw ConfigError(file_name_, {{mark, path, text}});
  }

  /// The first of the fields that the map has.
  static NodeEntry* field(Node& node, std::initializer_list<std::string_view> names) {
    auto* map = std::get_if<NodeMap>(&node.content);
    if (!map) return nullptr;
    for (const std::string_view name : names) {
      for (NodeEntry& entry : *map) {
        if (*entry.key.as<std::string>() == name) return &entry;
      }
    }
    return nullptr;
  }

  static bool is_null(const Node& node) { return node.scalar() && node.scalar()->is_null(); }

  Run run(Node& node, const std::string& path) const {
    if (!node.map()) refuse(node.mark, path, "expected a map, got " + shown(node));
    Run run;
    if (const NodeEntry* entry = field(node, {"name"})) run.name = name(*entry, path);
    if (const NodeEntry* entry = field(node, {"state"})) run.state = state(*entry, path);
    if (NodeEntry* entry = field(node, {"config"}); entry && !is_null(entry->value)) {
      run.config = map(entry->value, path + ".config");
    }
    if (NodeEntry* entry = field(node, {"history", "sampledHistory"})) {
      run.history = history(entry->value, path + ".history");
    }
    if (NodeEntry* entry = field(node, {"summary", "summaryMetrics", "summary_metrics"})) {
      run.summary.reset();
      if (!is_null(entry->value)) run.summary = map(entry->value, path + ".summary");
    }
    return run;
  }

  std::string name(const NodeEntry& entry, const std::string& path) const {
    if (is_null(entry.value)) return "";
    if (const auto* text = entry.value.as<std::string>()) return *text;
    refuse(entry.value.mark, path + ".name", "expected text, got " + shown(entry.value));
  }

  RunState state(const NodeEntry& entry, const std::string& path) const {
    const auto* text = entry.value.as<std::string>();
    if (!text) {
      refuse(entry.value.mark, path + ".state", "expected text, got " + shown(entry.value));
    }
    const auto known = std::find(kStates.begin(), kStates.end(), *text);
    if (known == kStates.end()) {
      refuse(entry.value.mark, path + ".state",
             unknown_name("state", shown_key(entry.value), kStates));
    }
    return static_cast<RunState>(known - kStates.begin());
  }

  std::vector<Map> history(Node& node, const std::string& path) const {
    if (is_null(node)) return {};
    auto* rows = std::get_if<NodeList>(&node.content);
    if (!rows) refuse(node.mark, path, "expected a list of maps, got " + shown(node));
    std::vector<Map> history;
    history.reserve(rows->size());
    for (Node& row : *rows) {
      history.push_back(map(row, fmt::format("{}[{}]", path, history.size())));
    }
    return history;
  }

  Map map(Node& node, const std::string& path) const {
    if (!node.map()) refuse(node.mark, path, "expected a map, got " + shown(node));
    return std::get<Map>(to_value(std::move(node)).data);
  }

  std::string file_name_;
};

}  // namespace

std::string_view to_text(RunState state) { return kStates[static_cast<std::size_t>(state)]; }

bool is_terminal(RunState state) {
  return state == RunState::finished || state == RunState::killed || state == RunState::crashed ||
         state == RunState::failed;
}

std::vector<Run> read_runs(std::string_view text, const std::string& file_name) {
  refuse_other_formats(text, file_name);
  return RunReader(file_name).runs(read_json(text, file_name, kRunLimits, JsonDialect::python));
}

std::vector<Run> read_runs_file(const std::string& path) {
  if (path == "-") return read_runs(read_standard_input(kMaxRunListBytes), "standard input");
  return read_runs(read_text_file(path, kMaxRunListBytes), path);
}

std::optional<double> metric_value(const Value& value) {
  const double x = number(value);
  return std::isfinite(x) ? std::optional(x) : std::nullopt;
}

const Value* find_metric(const Map& row, std::string_view metric, Behaviour behaviour) {
  const Value* value = find(row, metric);
  if (behaviour == Behaviour::as_wandb) return value;
  for (std::size_t dot = metric.rfind('.'); !value && dot != std::string_view::npos && dot > 0;
       dot = metric.rfind('.', dot - 1)) {
    const Value* outer = find(row, metric.substr(0, dot));
    const Map* map = outer ? outer->as<Map>() : nullptr;
    if (map) value = find_metric(*map, metric.substr(dot + 1), behaviour);
  }
  return value;
}

std::vector<double> valid_history(const Run& run, std::string_view metric, Behaviour behaviour) {
  std::vector<double> values;
  for (const Map& row : run.history) {
    const Value* value = find_metric(row, metric, behaviour);
    const auto x = value ? metric_value(*value) : std::nullopt;
    if (x) values.push_back(*x);
  }
  return values;
}

std::optional<double> best_value(const Run& run, std::string_view metric, bool maximise,
                                 Behaviour behaviour) {
  if (!run.summary && behaviour == Behaviour::as_wandb) return std::nullopt;
  std::vector<double> values = valid_history(run, metric, behaviour);
  const Value* last = run.summary ? find_metric(*run.summary, metric, behaviour) : nullptr;
  if (const auto x = last ? metric_value(*last) : std::nullopt) values.push_back(*x);
  if (values.empty()) return std::nullopt;
  const auto [least, greatest] = std::minmax_element(values.begin(), values.end());
  return maximise ? *greatest : *least;
}

}  // namespace sweep
