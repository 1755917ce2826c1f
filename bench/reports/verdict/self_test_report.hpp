#pragma once

#include "bench/reports/section.hpp"
#include "bench/verdict/self_test.hpp"

namespace sweep {

/// The key of a self-test's table in JSON.
inline constexpr const char* kSelfTestKey = "self_test";

/// What `gate --self-test` answers with: the rates of false verdicts, and how often each planted
/// regression was found.
Sections self_test_sections(const SelfTest& test, const VerdictRule& rule);

}  // namespace sweep
