#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "algorithms/search/tpe/thinned_trials.hpp"
#include "algorithms/space/trial.hpp"

namespace sweep {

/// What learning curves of unequal length say about good and bad. `highest_step`: losses are
/// compared at one step, the furthest that enough trials have reached, and trials short of it do
/// not count. `optuna`: completed trials come before stopped ones, and of these the ones that came
/// further before the others.
enum class UnequalCurves { highest_step, optuna };

inline constexpr std::array<std::string_view, 2> kUnequalCurvesNames = {"highest_step", "optuna"};
constexpr std::span<const std::string_view> choice_names(UnequalCurves) {
  return kUnequalCurvesNames;
}

/// What trials without a loss say, those that failed: as bad as any, whatever they reported before;
/// or nothing.
enum class FailedTrials { bad, ignored };

inline constexpr std::array<std::string_view, 2> kFailedTrialsNames = {"bad", "ignored"};
constexpr std::span<const std::string_view> choice_names(FailedTrials) {
  return kFailedTrialsNames;
}

/// The trials that a Parzen estimator learns from, in the order of their ids, each a row of places.
/// The bad ones are all there up to about 2,000, and beyond that ThinnedTrials. O(log n) a trial
/// and a split, apart from these.
/// Sources: Bergstra, Bardenet, Bengio, Kegl 2011, NIPS 24, section 4 (good and bad); Falkner,
/// Klein, Hutter 2018, arXiv:1807.01774, algorithm 2 (which step they are compared at).
class TpeTrials {
 public:
  /// The number of a trial here, in the order in which they came up.
  using Index = std::uint32_t;

  /// The good and the bad trials, oldest first, and what they weigh.
  struct Split {
    std::vector<Index> good;
    std::vector<Index> bad;
    std::vector<double> good_weights;
    std::vector<double> bad_weights;
  };
  struct Rules {
    UnequalCurves unequal_curves = UnequalCurves::highest_step;
    bool constant_liar = false;  // pending trials are bad
    FailedTrials failed = FailedTrials::bad;
  };

  TpeTrials(std::size_t width, const Rules& rules);

  /// Takes in a trial that came up, is under way, or has ended; the last word about an id counts.
  void record(const Trial& trial, std::span<const double> row);

  /// How many say something: those with a loss and, where they count, those that failed.
  [[nodiscard]] std::size_t known() const { return known_ + failed_; }
  [[nodiscard]] std::size_t size() const { return entries_.size(); }

  /// Splits the trials: the best min(ceil(n/10), 25) of n are good, failed ones among the n.
  [[nodiscard]] Split split();

  [[nodiscard]] std::span<const double> row(Index trial) const {
    return {rows_.data() + trial * width_, width_};
  }
  struct Placed {
    double at;
    Index trial;
  };
  /// The bad trials by their place in a column, and good ones among them.
  [[nodiscard]] std::span<const Placed> by_place(std::size_t column) const {
    return by_place_[column];
  }

 private:
  struct Entry {
    TrialId id;
    TrialState state;
    std::vector<Observation> curve;
    bool counts = false;      // among those known
    bool has_failed = false;  // and says so
    bool is_sided = false;    // good or bad
  };
  struct Score {
    double progress;  // lower is better, and comes first
    double loss;
    TrialId id;
    Index trial;
    bool operator<(const Score& other) const;
    bool operator==(const Score& other) const = default;
  };

  Index add(TrialId id, std::span<const double> row);
  [[nodiscard]] bool is_below(const Placed& a, const Placed& b) const;
  void set_known(Entry& entry);
  void forget_known(const Entry& entry);
  [[nodiscard]] bool is_failure(const Entry& entry) const;
  [[nodiscard]] bool is_pending(const Entry& entry) const;
  [[nodiscard]] int compared_step() const;
  [[nodiscard]] bool is_comparable(const Entry& entry) const;
  [[nodiscard]] std::optional<Score> score(Index trial) const;
  void rank(const std::optional<Score>& before, const std::optional<Score>& after);
  void take_side(Index trial);
  void enter_model(Index trial);
  void leave_model(Index trial);
  void set_places();
  void rank_all();
  [[nodiscard]] std::size_t good_of_ranked() const;
  void split_good(Split& split) const;
  void split_bad(Split& split) const;

  std::size_t width_;
  Rules rules_;
  std::vector<Entry> entries_;
  std::vector<double> rows_;
  std::unordered_map<TrialId, Index> index_of_;
  std::set<Score> ranking_;  // of those that can be compared at ranked_step_, the best first
  int ranked_step_ = 0;
  ThinnedTrials sided_;                        // those that are good or bad
  std::vector<std::vector<Placed>> by_place_;  // the same, for each column
  std::map<int, std::size_t> reached_;         // how many known trials have this as their last step
  std::size_t known_ = 0;
  std::size_t failed_ = 0;
};

/// How many of n are good: min(ceil(n/10), 25).
std::size_t good_trials(std::size_t n);

}  // namespace sweep
