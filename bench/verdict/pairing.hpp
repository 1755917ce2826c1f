#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "bench/verdict/side.hpp"

namespace sweep {

/// A cell of the baseline and the candidate's that stands against it.
struct CellPair {
  const CellOutcome* base;
  const CellOutcome* candidate;
  const ComparedObjective* objective;
};

/// The losses of a pair of cells; where schedulers stopped trials of either, after equally many
/// steps: those of the shorter one. Nothing if that is not recorded. Cells that differ by no more
/// steps than one whole trial has took equally many.
struct PairedLosses {
  double base;
  double candidate;
};
std::optional<PairedLosses> losses_of(const CellPair& pair);

/// What is judged at once: the pairs on one function in one dimension, over its instances and the
/// seeds. The method is "tpe", or "bayes -> tpe" where the sides have another.
struct PairedProblem {
  std::string method;
  std::string function;
  std::optional<int> dimension;
  std::string group;
  std::vector<CellPair> pairs;

  /// "tpe on bbob/f8 in 5-D".
  [[nodiscard]] std::string title() const;
};

/// The cells of two sides in pairs. They refer to the sides.
struct Pairing {
  std::vector<PairedProblem> problems;  // sorted by method, function and dimension
  std::vector<std::string> notes;       // what was left out, and how seeds were paired
  std::string refusal;                  // why the sides do not compare; "" if they do
  std::size_t missing = 0;              // cells of the base where the candidate has fewer
};

/// Pairs cells by method, objective, instance and seed. Sides with one method each compare
/// whatever the methods. Where the sides share no seed of an objective, the first cell of the one
/// stands against the first of the other, and so on, in the order of seeds: cells with other seeds
/// are independent, so that any pairing fixed beforehand is right.
Pairing paired(const Side& base, const Side& candidate);

}  // namespace sweep
