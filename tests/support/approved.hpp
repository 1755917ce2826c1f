#pragma once

#include <string>

namespace sweep {

/// Compares a text with the approved one, tests/golden/NAME: whole numbers and words exactly, reals
/// to a relative 1e-12. A file that is missing fails, and says how to make it. With SWEEP_APPROVE=1
/// in the environment (scripts/approve_goldens) the text becomes the approved one instead; the
/// difference is for review.
void expect_approved(const std::string& name, const std::string& text);

}  // namespace sweep
