#include "bench/session/verification.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>

#include "bench/results/digest.hpp"
#include "bench/run/runner.hpp"

namespace sweep {
namespace {

/// What the cells left once they had all run in some order.
struct Pass {
  ResultDigest digest;
  std::vector<CellResult> broken;
};

Pass run_all(const PreparedExperiment& prepared, const std::vector<std::size_t>& order, int threads,
             const std::atomic<bool>& stop) {
  Pass pass;
  run_cells(prepared, order, threads, stop, [&](std::size_t, CellResult&& result) {
    if (result.failure.empty()) {
      pass.digest.add(result.cell, result.digest);
    } else {
      pass.broken.push_back(std::move(result));
    }
  });
  return pass;
}

}  // namespace

bool Verification::is_equal() const {
  return std::equal(hashes.begin() + 1, hashes.end(), hashes.begin());
}

Verification verify(const PreparedExperiment& prepared, const std::atomic<bool>& stop) {
  std::vector<std::size_t> order(prepared.cells().size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  Verification verification;
  for (const int threads : kVerifiedThreads) {
    const Pass pass = run_all(prepared, order, threads, stop);
    if (stop) return verification;
    verification.broken = broken_cells(pass.broken);
    if (!verification.broken.empty()) return verification;
    verification.hashes.push_back(to_hex(pass.digest.value()));
    std::reverse(order.begin(), order.end());  // the order must not matter either
  }
  return verification;
}

}  // namespace sweep
