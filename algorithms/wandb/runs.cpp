#include "algorithms/wandb/runs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <string_view>

#include "algorithms/text/error.hpp"
#include "algorithms/text/text.hpp"
#include "algorithms/wandb/coordinate.hpp"

namespace sweep {
namespace {

// What the engine joins the names of a nested parameter with.
constexpr std::string_view kSeparator = ".wbnest[599c28ca25da].";

std::string joined_name(std::string_view path) {
  std::string joined;
  for (const char c : path) {
    if (c == '/') {
      joined += kSeparator;
    } else {
      joined += c;
    }
  }
  return joined;
}

// The entry `name` of a value that may be a map.
const Value* entry_of(const Value* value, std::string_view name) {
  const Map* map = value ? value->as<Map>() : nullptr;
  return map ? find(*map, name) : nullptr;
}

const Value* value_of(const Run& run, std::string_view path) {
  if (const Value* joined = entry_of(find(run.config, joined_name(path)), "value")) return joined;
  const std::string_view top = path.substr(0, path.find('/'));
  const Value* value = entry_of(find(run.config, top), "value");
  while (path.find('/') != std::string_view::npos) {
    path.remove_prefix(path.find('/') + 1);
    value = entry_of(value, path.substr(0, path.find('/')));
  }
  return value;
}

// A number, or the text of one that is not finite.
std::optional<double> any_number(const Value& value) {
  if (const auto finite = metric_value(value)) return finite;
  if (const auto* real = value.as<double>()) return *real;
  const std::string* text = value.as<std::string>();
  if (!text) return std::nullopt;
  const auto number = parse_number<double>(*text);
  return number && !std::isfinite(*number) ? number : std::nullopt;
}

// Steps count from 1, those of W&B from 0.
constexpr int kLastStep = std::numeric_limits<int>::max();

bool has_unusable_step(const Map& row, int step_before) {
  const Value* given = find(row, "_step");
  if (!given) return false;
  const double step = number(*given) + 1;
  return !(step > step_before && step <= kLastStep);  // nor is NaN
}

int step_of(const Map& row, int step_before) {
  const Value* given = find(row, "_step");
  if (given && !has_unusable_step(row, step_before)) return static_cast<int>(number(*given) + 1);
  return step_before < kLastStep ? step_before + 1 : step_before;
}

Progress progress_of(RunState state) {
  if (state == RunState::finished) return Progress::finished;
  if (is_terminal(state)) return Progress::failed;
  return state == RunState::running ? Progress::running : Progress::waiting;
}

}  // namespace

std::vector<double> wandb_row(const Run& run, const SearchSpace& space) {
  std::vector<double> row;
  for (const Parameter& parameter : space) {
    if (kind(parameter.distribution) == Kind::constant) continue;
    const Value* value = value_of(run, parameter.name);
    const auto coordinate = wandb_coordinate(parameter.distribution, value);
    if (!coordinate) {
      throw SpecError(fmt::format(
          "run {}: {} = {}: {}", run.name.empty() ? "without a name" : "\"" + run.name + "\"",
          parameter.name, to_json(*value),
          kind(parameter.distribution) == Kind::category ? "not one of the values listed"
                                                         : "expected a number"));
    }
    row.push_back(*coordinate);
  }
  return row;
}

RunOutcome wandb_outcome(const Run& run, const Metric& metric) {
  const double sign = metric.maximise ? -1 : 1;
  const auto loss = [sign](std::optional<double> value) {
    return value ? std::optional(sign * *value) : std::nullopt;
  };
  const bool maximise = metric.maximise;
  const std::vector<double> history = valid_history(run, metric.name, Behaviour::as_wandb);
  return {progress_of(run.state), loss(best_value(run, metric.name, maximise, Behaviour::as_wandb)),
          loss(best_value(run, metric.name, !maximise, Behaviour::as_wandb)),
          loss(history.empty() ? std::nullopt : std::optional(history.back()))};
}

std::size_t unusable_steps(const Run& run) {
  std::size_t count = 0;
  int step = 0;
  for (const Map& row : run.history) {
    count += has_unusable_step(row, step) ? 1 : 0;
    step = step_of(row, step);
  }
  return count;
}

std::vector<Observation> loss_curve(const Run& run, const Metric& metric, Behaviour behaviour,
                                    Iteration iteration) {
  const bool as_wandb = behaviour == Behaviour::as_wandb;
  std::vector<Observation> curve;
  int step = 0;
  for (const Map& row : run.history) {
    const Value* value = find_metric(row, metric.name, behaviour);
    const auto x = !value ? std::nullopt : as_wandb ? metric_value(*value) : any_number(*value);
    if (iteration == Iteration::step) {
      step = step_of(row, step);
    } else if (x) {
      ++step;
    }
    if (x) curve.push_back({step, metric.maximise ? 0.0 - *x : *x});
  }
  return curve;
}

}  // namespace sweep
