#include "algorithms/wandb/random.hpp"

#include <algorithm>
#include <array>
#include <random>

#include "algorithms/wandb/draws.hpp"

namespace sweep {
namespace {

/// Fills the generator's state as init_by_array does with the seed's words, lowest first.
class SeedByArray {
 public:
  using result_type = std::uint32_t;

  explicit SeedByArray(std::uint64_t seed) : key_{static_cast<std::uint32_t>(seed)} {
    if (seed >> 32 != 0) key_.push_back(static_cast<std::uint32_t>(seed >> 32));
  }

  template <class Iterator>
  void generate(Iterator begin, Iterator end) const {
    std::array<std::uint32_t, kSize> state = initial_state();
    std::size_t i = 1;
    const auto advance = [&] {
      if (++i < kSize) return;
      state[0] = state[kSize - 1];
      i = 1;
    };
    const auto mixed = [&](std::uint32_t factor) {
      return state[i] ^ ((state[i - 1] ^ (state[i - 1] >> 30)) * factor);
    };
    for (std::size_t k = 0; k < std::max(kSize, key_.size()); ++k, advance()) {
      const std::size_t j = k % key_.size();
      state[i] = mixed(1664525u) + key_[j] + static_cast<std::uint32_t>(j);
    }
    for (std::size_t k = 1; k < kSize; ++k, advance()) {
      state[i] = mixed(1566083941u) - static_cast<std::uint32_t>(i);
    }
    state[0] = 0x80000000u;
    std::copy(state.begin(), state.begin() + (end - begin), begin);
  }

 private:
  static constexpr std::size_t kSize = std::mt19937::state_size;

  static std::array<std::uint32_t, kSize> initial_state() {
    std::array<std::uint32_t, kSize> state;
    state[0] = 19650218u;
    for (std::uint32_t i = 1; i < kSize; ++i) {
      state[i] = 1812433253u * (state[i - 1] ^ (state[i - 1] >> 30)) + i;
    }
    return state;
  }

  std::vector<std::uint32_t> key_;
};

double python_random(std::mt19937& generator) {
  const auto first = static_cast<std::uint32_t>(generator());
  return double_of_words(first, static_cast<std::uint32_t>(generator()));
}

}  // namespace

std::vector<Point> wandb_random_points(const SearchSpace& space, std::uint64_t seed,
                                       std::size_t n) {
  SeedByArray words(seed);
  std::mt19937 generator(words);
  std::vector<Point> points;
  for (std::size_t i = 0; i < n; ++i) {
    UnitPoint unit;
    for (std::size_t j = 0; j < space.size(); ++j) unit.values.push_back(python_random(generator));
    points.push_back(space.from_unit(unit));
  }
  return points;
}

}  // namespace sweep
