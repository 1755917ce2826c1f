#pragma once

#include <string>

#include "bench/verdict/gate_verdict.hpp"

namespace sweep {

/// The whole verdict in a sentence: "worse: new.db on 1 of 4 problems: tpe on branin +34 % [12,
/// 60]".
std::string sentence_of(const GateVerdict& verdict);

/// The shift with its interval, as a share of the baseline's median where that is not 0:
/// "+34 % [12, 60]", "+15 times [12, 18]", else "+0.01 [0.002, 0.03]". "-" where nothing was
/// measured.
std::string change_text(const ProblemVerdict& problem);

/// How many pairs there are, and why fewer than cells: "1 (no variance: 1 distinct outcome of 20)".
std::string pairs_text(const ProblemVerdict& problem);

/// What would settle a problem that is open: "about 60 pairs would settle it"; "" for any other.
std::string remark_of(const ProblemVerdict& problem);

/// "identical", or the judgement.
std::string judgement_text(const ProblemVerdict& problem);

}  // namespace sweep
