#pragma once

#include <optional>
#include <vector>

#include "algorithms/model/gp/ard_posterior.hpp"
#include "algorithms/search/bayes/trial_table.hpp"
#include "algorithms/space/encoding.hpp"
#include "algorithms/space/stream.hpp"

namespace sweep {

/// What the maximiser of the log expected improvement is told.
struct AcquisitionTask {
  const Encoding& columns;
  const TrialTable& trials;
  const ArdPosterior& posterior;
  double best;                              // the target to improve on
  std::vector<std::vector<double>> elites;  // rows of the best trials, the best one first
};

/// The row of the highest log expected improvement that was found among those no trial has seen;
/// nothing if none of them was left. Spaces of up to 1024 points are scored whole.
///
/// Otherwise the best of some candidates (search/candidates.hpp) are improved on, by gradients
/// (L-BFGS) in the columns that are nearly continuous and by changes of single columns, in turn,
/// until neither helps.
/// Source: Ament, Daulton, Eriksson, Balandat, Bakshy 2023, arXiv:2310.20708, for what is
/// maximised; how it is maximised is ours.
std::optional<std::vector<double>> best_acquisition(const AcquisitionTask& task,
                                                    const Stream& stream);

}  // namespace sweep
