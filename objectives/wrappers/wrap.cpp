#include "objectives/wrappers/wrap.hpp"

#include <utility>

#include "objectives/wrappers/fail.hpp"
#include "objectives/wrappers/noise.hpp"
#include "objectives/wrappers/rotate.hpp"
#include "objectives/wrappers/shift.hpp"

namespace sweep {

std::optional<ShiftPlace> ShiftPlace::read(std::string_view text) {
  if (text == "sine") return ShiftPlace{};
  const std::optional<Seed> seed = Seed::read(text);
  return seed ? std::optional(ShiftPlace{seed}) : std::nullopt;
}

namespace {

Objective shifted(Objective objective, const ShiftPlace& place) {
  if (!place.seed) return shifted_by_sine(std::move(objective));
  return shifted_at_random(std::move(objective), place.seed->value);
}

}  // namespace

Objective wrapped(Objective objective, const WrapperOptions& options) {
  if (options.rotate) objective = rotated(std::move(objective), options.rotate->value);
  if (options.shift) objective = shifted(std::move(objective), *options.shift);
  if (options.noise > 0) objective = Noise(std::move(objective), options.noise);
  if (options.fail > 0) objective = Fail(std::move(objective), options.fail);
  return objective;
}

}  // namespace sweep
