#pragma once

#include <optional>
#include <string_view>
#include <tuple>

#include "algorithms/text/option_kinds.hpp"
#include "algorithms/text/options.hpp"
#include "objectives/objective.hpp"

namespace sweep {

/// Where `shift` moves the optimum: to a place drawn from a seed, or by the fixed sine.
struct ShiftPlace {
  static constexpr std::string_view kAllowed = "sine, or a seed from 0 to 9223372036854775807";
  static std::optional<ShiftPlace> read(std::string_view text);
  [[nodiscard]] std::string text() const { return seed ? seed->text() : "sine"; }

  std::optional<Seed> seed;  // nothing: sine
};

/// The options of every objective.
struct WrapperOptions {
  double fail = 0;
  double noise = 0;
  std::optional<Seed> rotate;
  std::optional<ShiftPlace> shift;

  static constexpr auto fields() {
    using O = WrapperOptions;
    return std::tuple{
        Field{"fail", &O::fail, 0, 1, "probability that a trial fails"},
        Field{"noise", &O::noise, 0, kAnyFinite,
              "standard deviation of the noise added to each loss"},
        Field{"rotate", &O::rotate, 0, 0, "turns the uniform parameters by a random rotation"},
        Field{"shift", &O::shift, 0, 0,
              "moves the optimum to a random, or to a fixed, other place"}};
  }
};

/// The objective with the wrappers that the options ask for around it, from inside to outside:
/// rotate, shift, noise, fail. Throws SpecError for a space that one of them cannot wrap.
Objective wrapped(Objective objective, const WrapperOptions& options);

}  // namespace sweep
