#pragma once

#include <atomic>
#include <cstddef>
#include <string>

#include "bench/experiment/prepared.hpp"
#include "bench/session/session_results.hpp"
#include "bench/store/header.hpp"

namespace sweep {

/// Watches a session from outside: a line of progress, or nobody.
class SessionObserver {
 public:
  virtual ~SessionObserver() = default;
  /// Says how many cells are to be run. Comes once, before the first of them.
  virtual void begin(std::size_t cells) = 0;
  /// A cell has ended and is kept. Comes from one thread at a time.
  virtual void cell_ended() = 0;
};

/// How an experiment is to be run.
struct SessionTask {
  std::string out;  // the store's path; empty if nothing is to be kept
  int threads = 1;
  Builds builds = Builds::same;  // whose cells the store may hold
};

/// Runs the cells of an experiment that its store does not have yet, and appends each as it ends. A
/// cell whose searcher breaks is appended, too, and the others go on; it is run again by the next
/// session. Once `stop` is true no cell is begun, and what is not over stays missing: the next
/// session continues. Throws as Store, and SpecError for a store of another experiment.
SessionResults run_session(const PreparedExperiment& prepared, const SessionTask& task,
                           const std::atomic<bool>& stop, SessionObserver& observer);

}  // namespace sweep
