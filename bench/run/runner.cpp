#include "bench/run/runner.hpp"

#include <exception>
#include <mutex>
#include <optional>
#include <utility>

#include "bench/run/cell_progress.hpp"

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

std::optional<CellResult> run_watched(const PreparedExperiment& prepared, std::size_t index,
                                      const std::atomic<bool>& stop, CellWatch* watch) {
  std::optional<CellProgress> progress;
  if (watch != nullptr) progress.emplace(*watch, index);
  return run_cell(prepared, prepared.cells()[index], stop, progress ? &*progress : nullptr);
}

}  // namespace

void run_cells(const PreparedExperiment& prepared, std::span<const std::size_t> indices,
               int threads, const std::atomic<bool>& stop, const CellFinished& finished,
               CellWatch* watch) {
  std::mutex one_at_a_time;
  FirstFailure failure;
#pragma omp parallel for schedule(dynamic) num_threads(threads)
  for (std::size_t i = 0; i < indices.size(); ++i) {
    if (stop || failure.is_set()) continue;
    try {
      auto result = run_watched(prepared, indices[i], stop, watch);
      if (!result) continue;
      const std::lock_guard lock(one_at_a_time);
      finished(indices[i], *std::move(result));
    } catch (...) {
      failure.keep(std::current_exception());
    }
  }
  failure.rethrow();
}

}  // namespace sweep
