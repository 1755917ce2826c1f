#pragma once

#include <string>

#include "bench/verdict/gate_verdict.hpp"

namespace sweep {

/// The verdict as JUnit's XML, a test case for each problem: worse is a failure, not comparable an
/// error, inconclusive skipped. Characters that XML has not are left out.
std::string junit_xml(const GateVerdict& verdict);

}  // namespace sweep
