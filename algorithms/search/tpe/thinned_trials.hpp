#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "algorithms/space/trial.hpp"

namespace sweep {

/// A choice of trials of a bounded size, in the order of their ids: all of them up to kMost; of
/// more, every one of the newest kNewest at least, and an even sample of the older ones, in which
/// each stands for several. O(kMost) a call, however many trials there are.
///
/// An older trial is in the sample if id/phi, phi the golden ratio, has a fraction below a bound
/// that is halved as trials come, so that samples are parts of those before, spread evenly over the
/// ids, and out of step with whatever is periodic in them. Source of the sequence: Knuth, "The art
/// of computer programming" 3, section 6.4, theorem S.
class ThinnedTrials {
 public:
  static constexpr std::size_t kMost = 2048;
  static constexpr std::size_t kNewest = kMost / 2;

  /// A trial of the choice and its number elsewhere.
  struct Member {
    TrialId id;
    std::uint32_t index;
    bool operator==(const Member&) const = default;
  };

  /// What became of a trial that was added: it is in the choice; it is left out; or others had to
  /// make room for it.
  enum class Added { alone, left_out, thinned };

  /// Takes in a trial that is not there; in any order, the quickest if ids ascend.
  Added add(const Member& trial);
  /// Takes out a trial that was added, whether or not it is in the choice.
  void remove(const Member& trial);

  [[nodiscard]] std::span<const Member> members() const { return members_; }
  /// All trials, those left out among them.
  [[nodiscard]] std::size_t size() const { return older_ + (members_.size() - sample_); }
  /// How many members at the front are the sample, and of how many trials.
  [[nodiscard]] std::size_t sample() const { return sample_; }
  [[nodiscard]] std::size_t sampled() const { return older_; }
  /// Whether a trial is older than those that are all there.
  [[nodiscard]] bool is_sampled(TrialId id) const { return id < newest_from_; }

 private:
  [[nodiscard]] bool is_kept(TrialId id) const;
  void thin();
  void thin_sample();

  std::vector<Member> members_;
  std::size_t sample_ = 0;
  std::size_t older_ = 0;
  TrialId newest_from_ = 0;  // from here on all are there
  std::uint64_t bound_ = std::numeric_limits<std::uint64_t>::max();
};

}  // namespace sweep
