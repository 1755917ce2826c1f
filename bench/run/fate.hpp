#pragma once

#include <cstdint>

#include "algorithms/space/stream.hpp"
#include "algorithms/space/trial.hpp"
#include "bench/experiment/cluster_options.hpp"

namespace sweep {

/// How an attempt at a step ends: its report is sent, the trial is lost, or its worker is taken
/// away.
enum class StepEnd : std::uint8_t { reported, lost, preempted };

/// How a worker's attempt at one step ends, and after how many virtual seconds.
struct StepFate {
  double seconds;
  StepEnd end;
};

/// Decides what befalls the jobs of a cell. Keyed by trial and attempt alone: whatever the method
/// or the number of workers, trial 7 meets the same fate.
class Fates {
 public:
  Fates(const ClusterOptions& options, Stream stream) : options_(options), stream_(stream) {}

  /// The factor on the time of each step of a trial's `job`-th job: exp(stragglers z), z normal.
  [[nodiscard]] double slowness(TrialId trial, std::uint32_t job) const;

  /// The trial's `attempt`-th attempt at a step of `seconds`. One that is broken off ends at a
  /// uniform fraction of that time. At most one of the two chances is met, failure before
  /// preemption.
  [[nodiscard]] StepFate step(TrialId trial, std::uint32_t attempt, double seconds) const;

 private:
  ClusterOptions options_;
  Stream stream_;
};

}  // namespace sweep
