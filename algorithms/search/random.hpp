#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <tuple>
#include <vector>

#include "algorithms/search/searcher.hpp"

namespace sweep {

/// Random search: every parameter is drawn from its distribution, independently, for ever.
///
/// Source: Bergstra, Bengio 2012, "Random search for hyper-parameter optimization", JMLR 13.
class RandomSearch {
 public:
  static constexpr std::string_view kName = "random";
  static constexpr std::string_view kSummary = "every parameter drawn from its distribution";
  static constexpr std::string_view kSource = "Bergstra, Bengio 2012, JMLR 13";

  struct Options {
    static constexpr auto fields() { return std::tuple{}; }
  };

  RandomSearch(const SearchTask& task, const Options&) : space_(task.space) {}

  Point ask(TrialId, Stream stream) {
    Point point{std::vector<double>(space_.size())};
    draw(stream, point.values);
    return point;
  }

  void tell(const Trial&) {}

  std::size_t ask_block(TrialId first, const Stream& trials, std::span<double> rows) {
    const std::size_t width = space_.size();
    const std::size_t n = rows.size() / width;
    for (std::size_t i = 0; i < n; ++i) {
      draw(trials.child(first + i), rows.subspan(i * width, width));
    }
    return n;
  }

 private:
  void draw(Stream stream, std::span<double> row) const {
    stream.fill_uniform(row);
    space_.from_unit(row);
  }

  SearchSpace space_;
};

}  // namespace sweep
