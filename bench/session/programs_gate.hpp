#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <string>

#include "bench/verdict/gate_verdict.hpp"
#include "bench/verdict/sequential.hpp"

namespace sweep {

/// A program, a build of this one, and an experiment file that it can run.
struct ProgramAndFile {
  std::string label;
  std::string program;
  std::string experiment;
};

/// Reads `experiment.yaml`, for this very program, or `PROGRAM:experiment.yaml`. Throws SpecError
/// for a file that is not there.
ProgramAndFile program_and_file(const std::string& text);

/// How a gate that runs programs says how far it is, and hears that it is to end: run_child()'s
/// ChildInterrupted leaves it then.
struct GateWatch {
  std::function<void(const std::string& text)> say;
  const std::atomic<bool>& interrupted;
};

/// Runs both with seeds from 1 on, as many at each look as the plan says, in fresh processes, until
/// the verdict is settled or the plan is at its end. Throws SpecError if a program refuses.
GateVerdict grown_verdict(const ProgramAndFile& base, const ProgramAndFile& candidate,
                          const VerdictRule& rule, const SequentialPlan& plan,
                          const GateWatch& watch);

/// Runs both programs on an experiment in turn, in fresh processes of one thread, which of them
/// first alternating, and judges the processor time of the pairs, as many at each look as the plan
/// says, until the verdict is settled; a pair before them warms up. Pairs meet the same load, and
/// what it adds to one of them by chance, more pairs outweigh.
GateVerdict time_verdict(const ProgramAndFile& base, const ProgramAndFile& candidate,
                         const VerdictRule& rule, const SequentialPlan& plan,
                         const GateWatch& watch);

/// The cells of a store, of an approved summary, or of an experiment file that this program runs;
/// without a name, those of `random` on four objectives with 40 seeds.
Side pool_of(const std::string& text, const GateWatch& watch);

}  // namespace sweep
