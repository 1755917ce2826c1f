#include "bench/session/side_builder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "algorithms/config/json.hpp"
#include "algorithms/text/error.hpp"
#include "algorithms/text/text.hpp"
#include "bench/results/digest.hpp"
#include "bench/results/final_loss.hpp"
#include "bench/results/keyed_cells.hpp"
#include "bench/results/method_builds.hpp"

namespace sweep {
namespace {

// What both sides must agree in; a setting of the simulated cluster counts, one of a searcher is
// part of its method.
void add_terms(const StoreHeader& header, Side& side) {
  for (const std::string_view line : split(header.experiment_text, '\n')) {
    const std::size_t colon = line.find(": ");
    if (colon == std::string_view::npos) continue;
    const std::string key(line.substr(0, colon));
    const std::string value(line.substr(colon + 2));
    if (key == "trials" || key == "budget" || key == "workers" || key == "wandb-compat") {
      side.terms[key] = value;
    }
    if (key != "set") continue;
    const Value set = to_value(read_json(value, side.origin, {}));
    for (const Entry& entry : *set.as<Map>()) {
      const std::string* const name = entry.key.as<std::string>();
      if (name && name->starts_with("cluster.")) side.terms[*name] = to_json(entry.value);
    }
  }
}

ComparedObjective compared(const ObjectiveInfo& info) {
  return {info.name,
          function_of(info),
          info.dimension,
          info.group,
          info.optimum,
          info.max_step,
          info.space.empty() ? "" : to_hex(digest_of(info.space))};
}

}  // namespace

std::string short_build(const std::string& build_id) {
  constexpr std::size_t kBuildDigits = 8;
  return build_id.substr(0, kBuildDigits);
}

SideBuilder::SideBuilder(const std::string& origin, const StoreHeader& header,
                         std::span<const ObjectiveInfo> objectives, const Provenance& provenance) {
  side_.label = origin;
  side_.origin = origin;
  side_.build = short_build(provenance.build_id);
  side_.time = provenance.time;
  add_terms(header, side_);
  for (const ObjectiveInfo& info : objectives) side_.objectives.push_back(compared(info));
  std::sort(side_.objectives.begin(), side_.objectives.end(),
            [](const ComparedObjective& a, const ComparedObjective& b) { return a.name < b.name; });
}

void SideBuilder::add(const CellResult& result, std::optional<Descent> course) {
  CellOutcome& cell = side_.cells.emplace_back();
  cell.method = method_place(method_of(result));
  cell.objective = objective_place(result.cell.objective);
  cell.seed = result.cell.seed;
  cell.loss = final_loss(result);
  cell.steps = result.use.steps;
  cell.has_stops = result.use.stopped > 0;
  cell.digest = result.digest;
  cell.course = std::move(course);
}

Side SideBuilder::take() {
  std::vector<std::size_t> sorted_places(methods_.size());
  for (const auto& [method, place] : methods_) {
    sorted_places[place] = side_.methods.size();
    side_.methods.push_back(method);
  }
  for (CellOutcome& cell : side_.cells) cell.method = sorted_places[cell.method];
  sort_cells(side_);
  return std::move(side_);
}

std::size_t SideBuilder::method_place(const std::string& method) {
  return methods_.try_emplace(method, methods_.size()).first->second;
}

std::size_t SideBuilder::objective_place(const std::string& name) const {
  const auto found = std::lower_bound(
      side_.objectives.begin(), side_.objectives.end(), name,
      [](const ComparedObjective& a, const std::string& wanted) { return a.name < wanted; });
  return static_cast<std::size_t>(found - side_.objectives.begin());
}

}  // namespace sweep
