#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string_view>
#include <tuple>
#include <vector>

#include "algorithms/search/grid/grid_axis.hpp"
#include "algorithms/search/grid/permutation.hpp"
#include "algorithms/search/searcher.hpp"
#include "algorithms/text/options.hpp"

namespace sweep {

/// Grid search: every combination of the parameters' values once, the last parameter varying
/// fastest, as the reference engine of W&B Sweeps orders them; or in a random order.
///
/// Combinations are numbered, so a proposal takes O(parameters) time and no memory, however large
/// the product is (up to 2^127). Trials that are told or observed before they were proposed here
/// are skipped. With `random_order` the stream of the first question names the order.
/// Differs from the reference: it builds and hashes the whole product for each suggestion.
class GridSearch {
 public:
  static constexpr std::string_view kName = "grid";
  static constexpr std::string_view kSummary =
      "every combination of the values once, in order or at random";
  static constexpr std::string_view kSource = "the order of W&B Sweeps, enumerated lazily";

  struct Options {
    std::uint64_t levels = 0;
    bool random_order = false;

    static constexpr auto fields() {
      return std::tuple{
          Field{"levels", &Options::levels, 0, 1e6,
                "points at equally spaced quantiles for each parameter with infinitely many "
                "values; 0: what the trial budget allows, at least 2"},
          Field{"random_order", &Options::random_order, 0, 1,
                "visit the combinations in a random order; a budget smaller than the grid then "
                "meets all of it evenly"}};
    }
  };

  /// Throws SpecError for a parameter that has no grid here, or more than 2^127 combinations.
  GridSearch(const SearchTask& task, const Options& options);

  Proposal ask(TrialId, const Stream& stream);
  void tell(const Trial& ended) { skip(ended.point); }
  void observe(const Trial& running) { skip(running.point); }
  std::size_t ask_block(TrialId first, const Stream& trials, std::span<double> rows);

  /// Goes on at this place of the order, as if all before had been proposed: for who has counted.
  void seek(Count place) { visited_ = place; }
  /// How many combinations there are in all.
  [[nodiscard]] Count size() const { return size_; }

 private:
  [[nodiscard]] std::optional<Count> next(const Stream& stream);
  void write_point(Count combination, std::span<double> row) const;
  [[nodiscard]] std::optional<Count> combination_of(const Point& point) const;
  [[nodiscard]] bool was_proposed(Count combination) const;
  void skip(const Point& point);

  std::vector<GridAxis> axes_;
  Count size_ = 1;
  bool random_order_;
  std::optional<Permutation> order_;  // set by the first question if the order is random
  Count visited_ = 0;                 // places of the order that are behind us
  std::set<Count> skipped_;           // combinations ahead that others cover
};

}  // namespace sweep
