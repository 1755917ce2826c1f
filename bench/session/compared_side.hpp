#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bench/verdict/side.hpp"

namespace sweep {

/// A side as the command line names it: `a.db`, `a.db:bayes` for one method of a store,
/// `old=a.db:bayes` with a label.
struct SideName {
  std::string label;
  std::string path;
  std::optional<std::string> method;
};

/// Reads such a name; whatever is a file's whole path is that file. Without a label it is the path
/// and the method as they stand. Throws SpecError for a file that is not there.
SideName side_name(const std::string& text);

/// A side, and what is to be said of it.
struct ReadSide {
  Side side;
  std::vector<std::string> warnings;  // cells that are missing
};

/// The cells of a store, or of an approved summary, without their records unless schedulers may
/// have stopped trials. Constructs no searcher and no objective. Throws SpecError for a file
/// without a cell, a method that it has not, and cells of several builds, which are no one side;
/// and otherwise as StoredResults.
ReadSide read_side(const SideName& name);

/// The side, as a gate judges it: cells that are missing were not measured, and are refused.
Side whole_side(const SideName& name);

}  // namespace sweep
