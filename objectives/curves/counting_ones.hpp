#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

#include "algorithms/text/options.hpp"
#include "objectives/objective.hpp"

namespace sweep {

/// How many of `draws` come out 1 if each does with probability p in [0, 1], from one uniform u in
/// (0, 1): by inversion in the order of the distance from the mode. `log_factorials` are ln 0!, ln
/// 1!, ..., ln draws!. Source: Kemp 1986, "A modal method for generating binomial variables".
std::size_t binomial(std::size_t draws, double p, double u,
                     const std::vector<double>& log_factorials);

/// Minus the number of ones among N categories cat0, cat1, ... in {0, 1} and M reals x0, x1, ... in
/// [0, 1]; -(N + M) where all are 1. A real is seen only as the mean of 9 k draws that are 1 with
/// probability x, after step k of 81: from 9 to 729 draws, taken anew at each step. Never below the
/// optimum, whatever is drawn. Source: Falkner, Klein, Hutter 2018 (ICML), section 5.1, arXiv:
/// 1807.01774. Differs from the source in: the budget is 9 k, of which it has 9, 27, 81, ...
class CountingOnes {
 public:
  static constexpr std::string_view kName = "counting-ones";
  static constexpr std::string_view kSummary =
      "-(ones among the categories + means of 9 k draws of 1 or 0), step k";
  static constexpr std::string_view kSource = "Falkner, Klein, Hutter 2018";

  struct Options {
    std::uint64_t categories = 8;  // N
    std::uint64_t continuous = 8;  // M

    static constexpr auto fields() {
      return std::tuple{
          Field{"categories", &Options::categories, 0, 1000,
                "number of parameters that are 0 or 1"},
          Field{"continuous", &Options::continuous, 0, 1000, "number of parameters in [0, 1]"}};
    }
  };

  /// Throws SpecError if there are no parameters at all.
  explicit CountingOnes(const Options& options);

  [[nodiscard]] const SearchSpace& space() const { return space_; }
  [[nodiscard]] double loss(PointView x, int step, const Stream& noise) const;
  [[nodiscard]] double exact_loss(PointView x) const;
  [[nodiscard]] bool is_noisy() const { return space_.size() > categories_; }
  [[nodiscard]] int max_step() const { return kSteps; }
  [[nodiscard]] std::optional<Optimum> optimum() const;

 private:
  static constexpr int kSteps = 81;
  static constexpr std::size_t kDrawsPerStep = 9;

  [[nodiscard]] double ones_of_categories(PointView x) const;

  std::size_t categories_;
  SearchSpace space_;
  std::vector<double> log_factorials_;
};

}  // namespace sweep
