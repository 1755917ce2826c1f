#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "algorithms/space/point.hpp"
#include "algorithms/space/trial.hpp"
#include "bench/results/record.hpp"

namespace sweep {

/// Condenses the trials of a cell, in order, to 128 bits. Equal digests mean equal trials, bit for
/// bit, save that all NaNs are one; -0.0 differs from 0.0.
///
/// XXH3 (Collet 2019, https://github.com/Cyan4973/xxHash) of the little-endian words
/// {state + 2^8 width + 2^32 observations, values of the point, step and loss of each observation,
/// then what the reports hold beside the loss}
/// of each trial, followed by the time at which it ended if that is told.
class DigestBuilder {
 public:
  DigestBuilder();
  ~DigestBuilder();
  DigestBuilder(DigestBuilder&&) noexcept;
  DigestBuilder& operator=(DigestBuilder&&) noexcept;

  /// `others` holds, for each observation, as many further numbers of its report; a plain loss has
  /// none, and then the words are those of a loss alone.
  void add_trial(PointView point, TrialState state, std::span<const Observation> curve,
                 std::span<const double> others = {});
  /// The virtual time at which the last trial ended.
  void add_time(double seconds);
  /// Adds, as add_trial does, losses.size() trials whose points lie in `rows` one after the other,
  /// with curves of one step: failed where the loss is NaN, else completed.
  void add_trials(std::span<const double> rows, std::span<const double> losses);
  /// The digest of what was added since the last call; the builder starts anew.
  Digest finish();

 private:
  struct State;  // of the hash, aligned as it wants to be, and a buffer
  std::unique_ptr<State> state_;
};

/// One digest for all cells of a result, which may come in any order: the sum modulo 2^128 of the
/// XXH3 of {method, objective, seed, digest} of each. Each cell is to be added once.
class ResultDigest {
 public:
  void add(const Cell& cell, const Digest& digest);
  [[nodiscard]] const Digest& value() const { return sum_; }

 private:
  Digest sum_;
};

Digest digest_of(std::string_view text);

/// 32 digits of lower case, the high half first.
std::string to_hex(const Digest& digest);
/// Nothing unless the text is one that to_hex() writes.
std::optional<Digest> digest_from_hex(std::string_view hex);

}  // namespace sweep
