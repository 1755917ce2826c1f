#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "algorithms/space/point.hpp"
#include "algorithms/space/trial.hpp"
#include "bench/results/record.hpp"

namespace sweep {

/// Condenses the trials of a cell, in order, to 128 bits. Equal digests mean equal trials, bit for
/// bit, save that all NaNs are one; -0.0 differs from 0.0.
///
/// XXH3 (Collet 2019, https://github.com/Cyan4973/xxHash) of the little-endian words
/// {256 width + state, values of the point, loss} of each trial.
class DigestBuilder {
 public:
  DigestBuilder();
  ~DigestBuilder();
  DigestBuilder(DigestBuilder&&) noexcept;
  DigestBuilder& operator=(DigestBuilder&&) noexcept;

  void add_trial(PointView point, double loss, TrialState state);
  /// The same as add_trial for losses.size() trials whose points lie in `rows` one after the
  /// other: failed where the loss is NaN, else completed.
  void add_trials(std::span<const double> rows, std::span<const double> losses);
  /// The digest of what was added since the last call; the builder starts anew.
  Digest finish();

 private:
  struct State;  // half a kilobyte that wants to be reused from cell to cell
  std::unique_ptr<State> state_;
};

/// One digest for all cells of a result. The order of the cells does not matter.
Digest combine(std::span<const std::pair<Cell, Digest>> cells);

Digest digest_of(std::string_view text);

/// 32 digits of lower case, the high half first.
std::string to_hex(const Digest& digest);
/// Nothing unless the text is one that to_hex() writes.
std::optional<Digest> digest_from_hex(std::string_view hex);

}  // namespace sweep
