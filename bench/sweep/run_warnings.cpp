#include "bench/sweep/run_warnings.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>

#include "algorithms/config/value_reading.hpp"
#include "algorithms/text/excerpt.hpp"
#include "algorithms/text/names.hpp"

namespace sweep {

std::string label_of(const std::vector<Run>& runs, std::size_t run) {
  return runs[run].name.empty() ? fmt::format("run {}", run + 1) : runs[run].name;
}

namespace {

constexpr std::size_t kMostNames = 12;
constexpr std::size_t kMostIgnored = 5;

std::string json_excerpt(std::string_view text) {
  return excerpt(to_json(Value(std::string(text))));
}

// The names in a row, those inside its maps joined with dots; `_step` and the like are W&B's.
void add_names(const Map& row, const std::string& before, std::set<std::string>& names) {
  for (const auto& [key, value] : row) {
    const auto* name = key.as<std::string>();
    if (!name || name->starts_with('_') || value.is_null()) continue;
    if (const Map* inner = value.as<Map>()) {
      add_names(*inner, before + *name + ".", names);
    } else {
      names.insert(before + *name);
    }
  }
}

/// What the runs have of a metric, and what else.
class Reported {
 public:
  Reported(const std::vector<Run>& runs, const Metric& metric, Behaviour behaviour)
      : metric_(metric), behaviour_(behaviour) {
    runs_ = runs.size();
    for (std::size_t i = 0; i < runs.size(); ++i) {
      if (!add(runs[i]) && should_have(runs[i])) without_.push_back(label_of(runs, i));
    }
  }

  [[nodiscard]] bool is_anything() const {
    return has_ended_ || !in_history_.empty() || !in_summary_.empty();
  }
  [[nodiscard]] bool has_number(MetricPlaces places) const {
    return number_in_history_ ||
           (places == MetricPlaces::history_and_summary && number_in_summary_);
  }
  /// "2 of 3 runs ..", of runs that came to their end or are under way, and report something else.
  [[nodiscard]] std::string missing_in_some() const {
    if (without_.empty()) return "";
    const std::size_t shown = std::min(without_.size(), kMostIgnored);
    const std::size_t more = without_.size() - shown;
    return fmt::format(
        "{} of {} runs have no number as {}, and count as runs without a result: {}{}",
        without_.size(), runs_, json_excerpt(metric_.name),
        fmt::join(std::span(without_).first(shown), ", "),
        more > 0 ? fmt::format(" and {} more", more) : "");
  }
  [[nodiscard]] std::string missing(MetricPlaces places) const {
    const std::string name = json_excerpt(metric_.name);
    const bool is_in_history = in_history_.count(metric_.name) > 0;
    if (places == MetricPlaces::history && number_in_summary_ && !is_in_history) {
      return fmt::format("no run has {} in its history, only in its summary; export histories, too",
                         name);
    }
    if (!no_number_.empty()) {
      return fmt::format("no run has reported a number as {}, but {}", name, no_number_);
    }
    std::set<std::string> names = in_history_;
    if (places == MetricPlaces::history_and_summary || names.empty()) {
      names.insert(in_summary_.begin(), in_summary_.end());
    }
    if (names.count(metric_.name) > 0) {
      return fmt::format("no run has reported {}; it is inside a map, where W&B does not look",
                         name);
    }
    return fmt::format("no run has reported {}{}", name, others(names));
  }

 private:
  // Whether the run has a number as the metric anywhere, or has diverged: NaN and "-Infinity" as
  // W&B writes them.
  bool add(const Run& run) {
    has_ended_ = has_ended_ || is_terminal(run.state);
    bool is_told = false;
    for (const Map& row : run.history) {
      add_names(row, "", in_history_);
      number_in_history_ = is_number_in(row) || number_in_history_;
      is_told = is_told || is_told_in(row);
    }
    if (!run.summary) return is_told;
    add_names(*run.summary, "", in_summary_);
    number_in_summary_ = is_number_in(*run.summary) || number_in_summary_;
    return is_told || is_told_in(*run.summary);
  }

  [[nodiscard]] bool is_told_in(const Map& row) const {
    const Value* value = find_metric(row, metric_.name, behaviour_);
    if (!value || metric_value(*value)) return value != nullptr;
    const Value read = reading_of(*value);
    const double* number = read.as<double>();
    return number && !std::isfinite(*number);
  }

  // A finished run has a result, and one under way that reports anything; others may lack it.
  static bool should_have(const Run& run) {
    if (run.state == RunState::finished) return true;
    std::set<std::string> names;
    for (const Map& row : run.history) add_names(row, "", names);
    return run.state == RunState::running && !names.empty();
  }

  bool is_number_in(const Map& row) {
    const Value* value = find_metric(row, metric_.name, behaviour_);
    if (!value || value->is_null()) return false;
    if (metric_value(*value)) return true;
    no_number_ = excerpt(to_json(*value));
    return false;
  }

  [[nodiscard]] std::string others(const std::set<std::string>& names) const {
    if (names.empty()) return ", nor anything else";
    const std::vector<std::string_view> known(names.begin(), names.end());
    const std::string_view nearest = nearest_name(metric_.name, known);
    std::vector<std::string> shown;
    for (const std::string_view name : known) {
      if (shown.size() < kMostNames) shown.push_back(json_excerpt(name));
    }
    const std::size_t more = known.size() - shown.size();
    return fmt::format(
        "; {}reported: {}{}",
        nearest.empty() ? "" : fmt::format("did you mean {}? ", json_excerpt(nearest)),
        fmt::join(shown, ", "), more > 0 ? fmt::format(" and {} more", more) : "");
  }

  const Metric& metric_;
  Behaviour behaviour_;
  std::size_t runs_ = 0;
  std::vector<std::string> without_;  // the labels of runs that should have a number, and have none
  std::set<std::string> in_history_;
  std::set<std::string> in_summary_;
  std::string no_number_;  // one of the values that are none
  bool number_in_history_ = false;
  bool number_in_summary_ = false;
  bool has_ended_ = false;
};

}  // namespace

std::string metric_warning(const std::vector<Run>& runs, const Metric& metric, MetricPlaces places,
                           Behaviour behaviour) {
  const Reported reported(runs, metric, behaviour);
  if (!reported.is_anything()) return "";
  return reported.has_number(places) ? reported.missing_in_some() : reported.missing(places);
}

std::string step_warning(const std::vector<Run>& runs, Iteration iteration) {
  if (iteration == Iteration::report) return "";
  std::size_t rows = 0;
  for (const Run& run : runs) rows += unusable_steps(run);
  if (rows == 0) return "";
  return fmt::format(
      "{} row{} of the histories: _step is not a number above the row's before; counted as the "
      "step after it",
      rows, rows == 1 ? "" : "s");
}

std::string ignored_warning(std::span<const std::string> ignored, std::size_t runs) {
  if (ignored.empty()) return "";
  const std::size_t shown = std::min(ignored.size(), kMostIgnored);
  const std::size_t more = ignored.size() - shown;
  return fmt::format("{} of {} runs are no points of this space and are ignored: {}{}",
                     ignored.size(), runs, fmt::join(ignored.first(shown), "; "),
                     more > 0 ? fmt::format("; and {} more", more) : "");
}

}  // namespace sweep
