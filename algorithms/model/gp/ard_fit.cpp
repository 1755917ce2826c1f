#include "algorithms/model/gp/ard_fit.hpp"

#include <limits>
#include <utility>

#include "algorithms/model/gp/ard_evidence.hpp"
#include "algorithms/model/minimise/bounded_minimum.hpp"

namespace sweep {
namespace {

// Differences of the evidence below this do not matter to anyone.
constexpr double kEvidenceTolerance = 1e-3;

BoundedSearch search_within(std::span<const LogPrior> priors, int evaluations) {
  BoundedSearch search{{}, {}, evaluations, kEvidenceTolerance};
  for (const LogPrior& prior : priors) {
    search.lo.push_back(prior.lo);
    search.hi.push_back(prior.hi);
  }
  return search;
}

}  // namespace

ArdScales typical_scales(std::span<const LogPrior> priors) {
  ArdScales scales((priors.size() - 3) / 2);
  for (std::size_t i = 0; i < priors.size(); ++i) scales.logs[i] = priors[i].mean;
  return scales;
}

ArdFit fit_ard(const ArdData& data, std::span<const LogPrior> priors,
               std::span<const ArdScales> starts, int evaluations) {
  const ArdEvidence evidence(data.kinds, data.rows, data.targets, {priors.begin(), priors.end()});
  const BoundedSearch search = search_within(priors, evaluations);
  ArdScales scales = starts.front();
  const SmoothFunction badness = [&](std::span<const double> logs, std::span<double> gradient) {
    scales.logs.assign(logs.begin(), logs.end());
    const double value = evidence(scales, gradient);
    for (double& slope : gradient) slope = -slope;
    return -value;
  };
  ArdFit best{starts.front(), -std::numeric_limits<double>::infinity()};
  for (const ArdScales& start : starts) {
    BoundedMinimum minimum = bounded_minimum(badness, start.logs, search);
    if (-minimum.value <= best.log_evidence) continue;
    best.log_evidence = -minimum.value;
    best.scales.logs = std::move(minimum.x);
  }
  return best;
}

}  // namespace sweep
