#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "bench/results/measures/descent.hpp"
#include "bench/results/record.hpp"

namespace sweep {

/// An objective as verdicts know it.
struct ComparedObjective {
  std::string name;      // its one text
  std::string function;  // "bbob/f8?noise=1", of any instance, or the objective
  std::optional<int> dimension;
  std::string group;              // of alike functions: "1-separable"; "" for one of no family
  std::optional<double> optimum;  // where it is known
  int max_step = 1;
  std::string space;  // a digest of its space; "" where that is not known
  bool operator==(const ComparedObjective&) const = default;
};

/// A finished cell as verdicts know it.
struct CellOutcome {
  std::size_t method = 0;     // its place among the methods of its side
  std::size_t objective = 0;  // and among the objectives
  std::uint64_t seed = 0;
  double loss = 0;          // without noise, of the best point of full length; infinite if none is
  std::uint64_t steps = 0;  // that its trials took
  bool has_stops = false;   // a scheduler stopped trials
  Digest digest;
  std::optional<Descent> course;  // over steps, of objectives with several, where it is known
  bool operator==(const CellOutcome&) const = default;
};

/// One of the things that are compared: the cells of a store, or of one method in it.
struct Side {
  std::string label;   // what answers call it
  std::string origin;  // its file, for messages
  std::string build;   // a short name of what computed them, and when that began; for trackers
  std::string time;
  std::map<std::string, std::string> terms;   // what both sides must agree in: "trials" -> "25"
  std::vector<std::string> methods;           // whole texts with options, sorted
  std::vector<ComparedObjective> objectives;  // sorted by name
  std::vector<CellOutcome> cells;             // sorted by method, objective and seed
};

/// The side with cells of that method only; its label stays.
Side with_method(const Side& side, std::size_t method);

/// Puts the cells in order. Throws SpecError if one is there twice.
void sort_cells(Side& side);

}  // namespace sweep
