#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sweep {

/// How long something took, many times over, in buckets of at most 3.1 % width (32 equal ones to
/// an octave) from 1 ns to 2^42 ns (73 minutes); what lies outside counts as the nearest end.
///
/// Bucket 32 k + j holds the times in [(1 + j/32) 2^k, (1 + (j+1)/32) 2^k) nanoseconds. Only
/// buckets that hold something take memory, 8 bytes each, so that a result may keep one histogram
/// per cell; they are found by a population count, so that adding takes constant time.
class LatencyHistogram {
 public:
  /// Each of `times` things took `nanoseconds`; a NaN counts as the lower end.
  void add(double nanoseconds, std::uint64_t times = 1);
  void merge(const LatencyHistogram& other);

  [[nodiscard]] std::uint64_t count() const { return count_; }
  /// The time, in nanoseconds, that a share p in [0, 1] of all did not exceed: the middle of its
  /// bucket, hence at most 1.6 % off. Nothing if the histogram is empty.
  [[nodiscard]] std::optional<double> quantile(double p) const;

  /// The buckets that hold something, `320:5 324:1`: five of 1024 ns, one of 1152 ns.
  [[nodiscard]] std::string to_text() const;
  /// Nothing if the text is not one that to_text() writes.
  static std::optional<LatencyHistogram> from_text(std::string_view text);

  bool operator==(const LatencyHistogram&) const = default;

 private:
  struct Octave {
    std::uint32_t held = 0;   // bit j: bucket j of this octave holds something
    std::uint32_t below = 0;  // number of buckets in lower octaves that hold something
    bool operator==(const Octave&) const = default;
  };

  void add_to_bucket(std::uint32_t bucket, std::uint64_t times);
  void insert_bucket(std::uint32_t bucket, std::uint64_t times);
  template <class Visit>
  void visit_buckets(Visit visit) const;

  std::vector<Octave> octaves_;        // up to the highest that holds something
  std::vector<std::uint64_t> counts_;  // of the buckets that hold something, in order
  std::uint64_t count_ = 0;
};

}  // namespace sweep
