#pragma once

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

/// Says how far it is.
using SayProgress = std::function<void(const std::string& text)>;

/// Runs both with seeds from 1 on, as many at each look as the plan says, in fresh processes, until
/// the verdict is settled or the plan is at its end. Throws SpecError if a program refuses.
GateVerdict grown_verdict(const ProgramAndFile& base, const ProgramAndFile& candidate,
                          const VerdictRule& rule, const SequentialPlan& plan,
                          const SayProgress& say);

/// Runs both programs on an experiment in turn, in fresh processes of one thread, which of them
/// first alternating, and judges the processor time of so many pairs; a pair before them warms up.
GateVerdict time_verdict(const ProgramAndFile& base, const ProgramAndFile& candidate,
                         const VerdictRule& rule, std::size_t pairs, const SayProgress& say);

/// The cells of a store, of an approved summary, or of an experiment file that this program runs;
/// without a name, those of `random` on four objectives with 40 seeds.
Side pool_of(const std::string& text);

}  // namespace sweep
