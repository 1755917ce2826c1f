#include <fmt/format.h>

#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

#include "bench/cli/verbs.hpp"
#include "bench/session/verification.hpp"
#include "bench/terminal/experiment_flags.hpp"
#include "bench/terminal/flags.hpp"
#include "bench/terminal/interrupt.hpp"
#include "bench/terminal/output.hpp"

namespace sweep {
namespace {

struct VerifyFlags {
  ExperimentFlags experiment;
  bool json = false;
};

ExitCode print_hashes(const VerifyFlags& flags, const Verification& verification) {
  Map by_threads;
  std::string text;
  for (std::size_t i = 0; i < verification.hashes.size(); ++i) {
    const int threads = kVerifiedThreads[i];
    const std::string& hash = verification.hashes[i];
    by_threads.push_back({fmt::format("{}", threads), hash});
    text += fmt::format("{} thread{}  {}\n", threads, threads == 1 ? " " : "s", hash);
  }
  const bool equal = verification.is_equal();
  if (flags.json) {
    print_json(
        Map{{"result_hash", verification.hashes[0]}, {"threads", by_threads}, {"equal", equal}});
  } else {
    print_text(text + (equal ? "equal\n" : "NOT equal\n"));
  }
  return equal ? kDone : kFailed;
}

ExitCode report_interruption(std::size_t finished) {
  print_note(fmt::format("interrupted: {} of {} runs finished; nothing was compared", finished,
                         kVerifiedThreads.size()));
  return kInterrupted;
}

ExitCode report_broken(const std::vector<BrokenCells>& broken) {
  for (const BrokenCells& one : broken) print_error(to_text(one));
  return kFailed;
}

ExitCode verify(const VerifyFlags& flags) {
  Experiment experiment = experiment_of(flags.experiment).experiment;
  const std::atomic<bool>& stop = interrupt_requested();
  const PreparedExperiment prepared(std::move(experiment), stop);
  if (!prepared.is_complete()) return report_interruption(0);
  const Verification verification = verify(prepared, stop);
  if (!verification.broken.empty()) return report_broken(verification.broken);
  if (!verification.is_complete()) return report_interruption(verification.hashes.size());
  return print_hashes(flags, verification);
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
