#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "algorithms/model/explanation.hpp"
#include "algorithms/search/searcher.hpp"
#include "algorithms/space/encoding.hpp"
#include "algorithms/text/options.hpp"

namespace sweep {

/// Differential evolution with a population for each step that trials run to. The i-th trial of a
/// rung is a child of the i-th member of the rung's population, its target:
///   mutant   v = a + F (b - c), three parents; a coordinate outside of the cube is drawn anew
///   child    of each coordinate the mutant's with probability `crossover`, one at least
/// and takes its place if its loss is no higher. Where a bracket begins, the parents are members of
/// the same population; at its further rungs they are the best 1/eta of the rung before, so that
/// what did well in short trials breeds those of long ones. In the first bracket, whose populations
/// are empty, these go on as they are. A target that is missing is random, and so is a child where
/// parents are.
///
/// Beside a scheduler that does not say steps, all is one population. Failed trials never take a
/// place. Categories are cells of [0, 1], as wide as they are probable.
///
/// Source: Awad, Mallik, Hutter 2021, "DEHB", IJCAI, arXiv 2105.09821, section 4 and algorithm 1
/// (rand/1/bin; F = crossover = 0.5); Storn, Price 1997, doi:10.1023/A:1008202821328. Differs from
/// the source in: a population grows to the most trials that a rung has had, `population` at most;
/// parents that are missing are not taken from other populations; and two rungs of one step in a
/// row, at the end of hyperband's last brackets, are one.
class Evolution {
 public:
  static constexpr std::string_view kName = "evolution";
  static constexpr std::string_view kSummary =
      "differential evolution, a population for each length of trials; the search of DEHB";
  static constexpr std::string_view kSource =
      "Awad, Mallik, Hutter 2021, arXiv 2105.09821; Storn, Price 1997";

  struct Options {
    double factor = 0.5;
    double crossover = 0.5;
    double eta = 3;
    std::uint64_t population = 100;

    static constexpr auto fields() {
      return std::tuple{
          Field{"factor", &Options::factor, 0, 2,
                "F: how far a mutant goes along the difference of two parents"},
          Field{"crossover", &Options::crossover, 0, 1,
                "probability that a coordinate is the mutant's"},
          Field{"eta", &Options::eta, 1.001, 1000,
                "that of the scheduler: the best 1/eta of a rung are parents at the next"},
          Field{"population", &Options::population, 4, 1e6, "members of a population at most"}};
    }
  };

  Evolution(const SearchTask& task, const Options& options);

  void aim(int step);
  Point ask(TrialId id, Stream stream);
  void tell(const Trial& ended);
  void observe(const Trial& running) { learn(running); }
  [[nodiscard]] const Explanation& explain() const { return explanation_; }

 private:
  using Row = std::vector<double>;  // coordinates in [0, 1], categories too
  struct Member {
    Row row;
    double loss;
  };
  /// Members by their places; an empty row where nobody has come to an end yet.
  using Population = std::vector<Member>;
  /// The trial's step, and the place that it may take.
  struct Child {
    int step;
    std::size_t place;
    Row row;
  };

  void learn(const Trial& trial);
  [[nodiscard]] Row random_row(Stream& stream) const;
  [[nodiscard]] std::vector<const Member*> members(int step) const;
  [[nodiscard]] std::vector<const Member*> parents() const;
  [[nodiscard]] Row bred(const Row& target, std::span<const Member* const> parents,
                         Stream& stream) const;
  [[nodiscard]] Row child_of(std::size_t place, Stream& stream);
  [[nodiscard]] Point point_of(const Row& row) const;

  SearchSpace space_;
  Encoding encoding_;
  Options options_;
  std::map<int, Population> populations_;  // by step
  std::unordered_map<TrialId, Child> children_;
  int step_ = 0;           // that the next trial runs to; 0: nobody has said
  int step_before_ = 0;    // of the rung before in this bracket; 0: the bracket begins here
  std::size_t asked_ = 0;  // at this rung
  bool is_first_bracket_ = true;
  Explanation explanation_;
};

}  // namespace sweep
