#pragma once

#include <cstdint>

#include "bench/session/programs_gate.hpp"

namespace sweep {

/// The instructions that a program executes on its experiment, with one thread, as cachegrind
/// counts them: with addresses that are not random, nothing in the environment, and a clock that
/// stands still (`libstopped_clock.so`, beside this very program). Throws SpecError if valgrind is
/// not there, or the program ends otherwise than well: valgrind 3.19 knows no AVX-512, which the
/// preset `count` does not use.
std::uint64_t instruction_count(const ProgramAndFile& side, const GateWatch& watch);

/// Judges two programs by their counts: worse if more by over the tolerance, better if fewer.
GateVerdict count_verdict(const ProgramAndFile& base, const ProgramAndFile& candidate,
                          const VerdictRule& rule, const GateWatch& watch);

}  // namespace sweep
