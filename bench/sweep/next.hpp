#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "algorithms/config/run_list.hpp"
#include "algorithms/config/sweep_config.hpp"
#include "algorithms/space/behaviour.hpp"
#include "bench/sweep/suggestion.hpp"

namespace sweep {

/// What is asked of a sweep.
struct NextTask {
  const SweepConfig& config;
  const std::vector<Run>& runs;  // so far
  Settings settings;             // of the searcher
  std::uint64_t seed = 1;        // names the random numbers
  std::uint64_t n = 1;           // how many configurations
  Behaviour behaviour = Behaviour::corrected;
};

/// The next configurations, fewer than asked for once nothing is left to try, and what there is to
/// say of them.
struct NextAnswer {
  std::vector<Suggestion> suggestions;
  bool is_over = false;  // nothing is left to try; else the results of runs under way may help
  std::vector<std::string> warnings;
  std::vector<std::string> fallbacks;  // why points are random; the suggestions say so, too
};

/// Stateless: the same runs get the same answer. Throws SpecError for settings that do not fit, for
/// a seed that the reference's generator does not take, and for a run that the reference fails at.
NextAnswer next_suggestions(const NextTask& task);

}  // namespace sweep
