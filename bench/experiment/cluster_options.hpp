#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <tuple>

#include "algorithms/text/options.hpp"

namespace sweep {

/// What becomes of a trial whose worker is taken away.
enum class Preempted { resumed, lost };
std::span<const std::string_view> choice_names(Preempted);

/// How the workers of the simulated cluster fall short of perfect ones. Times are virtual seconds,
/// the unit of an objective's cost; chances are per step.
struct ClusterOptions {
  double startup = 0;
  double stragglers = 0;
  double failures = 0;
  double preemptions = 0;
  Preempted preempted = Preempted::resumed;
  double late = 0;

  static constexpr std::string_view kName = "cluster";
  static constexpr auto fields() {
    using O = ClusterOptions;
    return std::tuple{
        Field{"startup", &O::startup, 0, 1e9, "seconds before the first step of each job"},
        Field{"stragglers", &O::stragglers, 0, 5,
              "standard deviation of the logarithm of a factor on the time of each job"},
        Field{"failures", &O::failures, 0, 1, "chance in each step that the trial is lost"},
        Field{"preemptions", &O::preemptions, 0, 0.9,
              "chance in each step that the worker is taken away"},
        Field{"preempted", &O::preempted, 0, 0,
              "what becomes of such a trial: resumed from its last step, or lost"},
        Field{"late", &O::late, 0, 1e9, "seconds until the report of a step is known"},
    };
  }
  bool operator==(const ClusterOptions&) const = default;
};

}  // namespace sweep
