#include "algorithms/wandb/draws.hpp"

#include <bit>
#include <cassert>
#include <memory>
#include <random>

namespace sweep {

WandbDraws draws_from(const Stream& stream) {
  const auto shared = std::make_shared<Stream>(stream);
  return {[shared](std::span<double> out) { shared->fill_uniform(out); },
          [shared](std::uint64_t n) { return shared->index(n); }};
}

WandbDraws numpy_draws(std::uint32_t seed) {
  const auto generator = std::make_shared<std::mt19937>(seed);
  const auto word = [generator] { return static_cast<std::uint32_t>((*generator)()); };
  const auto fill = [word](std::span<double> out) {
    for (double& u : out) {
      const std::uint32_t first = word();
      u = double_of_words(first, word());
    }
  };
  const auto index = [word](std::uint64_t n) -> std::uint64_t {
    assert(n >= 1 && n <= std::uint64_t{1} << 32);
    const auto last = static_cast<std::uint32_t>(n - 1);
    if (last == 0) return 0;  // takes no word
    const std::uint32_t mask = ~std::uint32_t{0} >> std::countl_zero(last);
    std::uint32_t bits = word() & mask;
    while (bits > last) bits = word() & mask;
    return bits;
  };
  return {fill, index};
}

}  // namespace sweep
