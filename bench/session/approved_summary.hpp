#pragma once

#include <string>

#include "bench/verdict/side.hpp"

namespace sweep {

/// An approved summary: what a gate needs of a side, as JSON with a line for each objective and
/// cell, small enough to be committed and read in a diff. A cell on an objective of several steps
/// has its course, if it was recorded: where schedulers stop trials, losses after equally many
/// steps count.
std::string approved_text(const Side& side);

/// Whether the file is one rather than a store.
bool is_approved_summary(const std::string& path);

/// The side of a file; its label is the path. Throws ConfigError for a text that is no JSON, and
/// SpecError for one that is no such summary.
Side read_approved(const std::string& path);

}  // namespace sweep
