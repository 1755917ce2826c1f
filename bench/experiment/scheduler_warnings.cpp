#include "bench/experiment/scheduler_warnings.hpp"

#include <fmt/format.h>

#include <cstddef>

#include "algorithms/schedule/reach.hpp"
#include "algorithms/search/prior/prior.hpp"
#include "bench/experiment/method.hpp"

namespace sweep {
namespace {

/// The objectives on which a method's scheduler is in vain: the first, and how many more.
struct InVain {
  std::string first;
  std::string why;
  std::size_t more = 0;
};

std::string reason_in_vain(const NamedOptions& scheduler, int max_step) {
  if (max_step == 1) return "it has no learning curve, one step only";
  const std::string reason = out_of_reach(scheduler, max_step);
  return reason.empty() ? "" : fmt::format("{}, and its last step is {}", reason, max_step);
}

InVain in_vain(const PreparedExperiment& prepared, const std::string& method,
               const NamedOptions& scheduler) {
  InVain found;
  const std::uint64_t seed = prepared.experiment().seeds.front();
  for (const std::string& objective : prepared.experiment().objectives) {
    const int max_step = prepared.objective({method, objective, seed}).max_step();
    const std::string why = reason_in_vain(scheduler, max_step);
    if (why.empty()) continue;
    if (!found.first.empty()) {
      ++found.more;
      continue;
    }
    found.first = objective;
    found.why = why;
  }
  return found;
}

// A prior without a default is none.
bool believes_nothing(const NamedOptions& searcher) {
  const auto defaults = searcher.options.find("defaults");
  return searcher.name == Prior::kName &&
         (defaults == searcher.options.end() || defaults->second.empty());
}

}  // namespace

std::vector<std::string> scheduler_warnings(const PreparedExperiment& prepared) {
  const Experiment& experiment = prepared.experiment();
  std::vector<std::string> warnings;
  for (const std::string& method : experiment.methods) {
    const Method parts = parse_method(method, experiment.settings);
    if (believes_nothing(parts.searcher)) {
      warnings.push_back(fmt::format(
          "{}: nothing is believed without --set 'prior.defaults=NAME:VALUE;..': its points are "
          "random, or near the best so far",
          method));
    }
    const NamedOptions& scheduler = parts.scheduler;
    if (scheduler.name == "none") continue;
    const std::string unused = unused_options(scheduler);
    if (!unused.empty()) warnings.push_back(fmt::format("{}: {}", method, unused));
    const InVain found = in_vain(prepared, method, scheduler);
    if (found.first.empty()) continue;
    const std::string others =
        found.more > 0 ? fmt::format("; nor on {} other objectives", found.more) : "";
    warnings.push_back(fmt::format("{} cannot stop anything on {}: {}{}", scheduler.name,
                                   found.first, found.why, others));
  }
  return warnings;
}

}  // namespace sweep
