#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "algorithms/space/point.hpp"
#include "bench/results/objective_info.hpp"

namespace sweep {

/// Facts of an experiment that stores of older layouts lack, from somebody who knows methods and
/// objectives: the store knows neither. What is not known here stays empty in the store.
struct StoreUpgrade {
  /// An objective, and its loss without noise.
  struct Description {
    ObjectiveInfo info;
    std::function<double(PointView)> exact;
  };

  std::vector<std::string> objectives;  // of the experiment
  std::function<std::optional<Description>(const std::string& objective)> describe =
      [](const std::string&) { return std::nullopt; };
  /// The whole text of a method; empty if it is not known.
  std::function<std::string(const std::string& method)> method_key = [](const std::string&) {
    return std::string();
  };
  std::optional<std::uint64_t> cells;
  std::optional<bool> in_order;
};

/// Makes it from the experiment's text, once a store turns out to need it.
using MakeUpgrade = std::function<StoreUpgrade(const std::string& experiment_text)>;

}  // namespace sweep
