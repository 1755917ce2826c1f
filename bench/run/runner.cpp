#include "bench/run/runner.hpp"

#include <exception>
#include <mutex>

namespace sweep {
namespace {

/// Keeps the first exception of several threads, since none may leave an OpenMP region.
class FirstFailure {
 public:
  void keep(std::exception_ptr failure) {
    const std::lock_guard lock(mutex_);
    if (!failure_) failure_ = std::move(failure);
    is_set_ = true;
  }
  [[nodiscard]] const std::atomic<bool>& is_set() const { return is_set_; }
  void rethrow() const {
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  std::mutex mutex_;
  std::exception_ptr failure_;
  std::atomic<bool> is_set_ = false;
};

}  // namespace

std::vector<std::optional<CellResult>> run_cells(const PreparedExperiment& prepared,
                                                 const std::vector<Cell>& cells, int threads,
                                                 const std::atomic<bool>& stop,
                                                 const CellFinished& finished) {
  std::vector<std::optional<CellResult>> results(cells.size());
  std::mutex one_at_a_time;
  FirstFailure failure;
#pragma omp parallel for schedule(dynamic) num_threads(threads)
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (stop || failure.is_set()) continue;
    try {
      results[i] = run_cell(prepared, cells[i], stop);
      if (!results[i]) continue;
      const std::lock_guard lock(one_at_a_time);
      finished(*results[i]);
    } catch (...) {
      failure.keep(std::current_exception());
    }
  }
  failure.rethrow();
  return results;
}

}  // namespace sweep
