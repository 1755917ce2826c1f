#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <iterator>
#include <memory>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

#include "bench/cli/experiment_flags.hpp"
#include "bench/cli/verbs.hpp"
#include "bench/results/digest.hpp"
#include "bench/run/runner.hpp"
#include "bench/terminal/flags.hpp"
#include "bench/terminal/interrupt.hpp"
#include "bench/terminal/output.hpp"

namespace sweep {
namespace {

constexpr int kThreadCounts[] = {1, 2, 3, 7};

struct VerifyFlags {
  ExperimentFlags experiment;
  bool json = false;
};

// The hash of all cells, run in this order on this many threads; nothing if interrupted.
std::optional<std::string> result_hash(const PreparedExperiment& prepared,
                                       const std::vector<std::size_t>& order, int threads,
                                       const std::atomic<bool>& stop) {
  ResultDigest all;
  const auto finished = [&](std::size_t, CellResult&& result) {
    all.add(result.cell, result.digest);
  };
  run_cells(prepared, order, threads, stop, finished);
  if (stop) return std::nullopt;
  return to_hex(all.value());
}

void print_hashes(const VerifyFlags& flags, const std::vector<std::string>& hashes, bool equal) {
  Map by_threads;
  std::string text;
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    by_threads.push_back({fmt::format("{}", kThreadCounts[i]), hashes[i]});
    text += fmt::format("{} thread{}  {}\n", kThreadCounts[i], kThreadCounts[i] == 1 ? " " : "s",
                        hashes[i]);
  }
  if (flags.json) {
    print_json(Map{{"result_hash", hashes[0]}, {"threads", by_threads}, {"equal", equal}});
  } else {
    print_text(text + (equal ? "equal\n" : "NOT equal\n"));
  }
}

int report_interruption(std::size_t finished) {
  fmt::print(stderr, "interrupted: {} of {} runs finished; nothing was compared\n", finished,
             std::size(kThreadCounts));
  return kInterrupted;
}

int verify(VerifyFlags flags) {
  merge_experiment_file(flags.experiment);
  Experiment experiment = to_experiment(flags.experiment);
  const std::atomic<bool>& stop = interrupt_requested();
  const PreparedExperiment prepared(std::move(experiment), stop);
  if (!prepared.is_complete()) return report_interruption(0);
  std::vector<std::size_t> order(prepared.cells().size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::vector<std::string> hashes;
  for (const int threads : kThreadCounts) {
    const auto hash = result_hash(prepared, order, threads, stop);
    if (!hash) return report_interruption(hashes.size());
    hashes.push_back(*hash);
    std::reverse(order.begin(), order.end());  // the order must not matter either
  }
  const bool equal = std::equal(hashes.begin() + 1, hashes.end(), hashes.begin());
  print_hashes(flags, hashes, equal);
  return equal ? 0 : 1;
}

}  // namespace

Action add_verify(Flags& flags) {
  const auto given = std::make_shared<VerifyFlags>();
  add_result_flags(flags, given->experiment);
  flags.toggle("--json", given->json, "print JSON");
  flags.examples(
      "Example:\n  sweep-bench verify --method random,grid --objective branin --seeds 10");
  return [given] { return verify(*given); };
}

}  // namespace sweep
