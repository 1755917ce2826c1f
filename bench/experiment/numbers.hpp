#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sweep {

/// Seeds are below 2^63, as the ids of streams.
inline constexpr std::uint64_t kLargestSeed = (std::uint64_t{1} << 63) - 1;

/// Simulated ones.
inline constexpr std::uint64_t kMostWorkers = 10'000'000;

/// The whole number of `text`. Throws SpecError `--trials many: expected a whole number from 1 to
/// 1000` if it is none or out of range; `flag` is what it was given to.
std::uint64_t parse_count(std::string_view flag, std::string_view text, std::uint64_t lo,
                          std::uint64_t hi);

/// "; write 1000" for a whole number from `lo` to `hi` that is written otherwise (1e3, 1,000), with
/// its unit behind it; "" for anything else.
std::string write_instead(std::string_view text, std::uint64_t lo, std::uint64_t hi,
                          std::string_view unit = "");

/// A seed of numpy's legacy generator: `--seed`, up to 2^32 - 1. Throws SpecError.
std::uint32_t parse_numpy_seed(std::string_view text);

/// A real number, "nan", "inf" or "-inf". Throws SpecError likewise.
double parse_real(std::string_view flag, std::string_view text);

/// A finite number above 0. Throws SpecError `--price much: expected a number above 0, as
/// in 2.5/h`.
double parse_positive(std::string_view flag, std::string_view text, std::string_view example);

/// `--price`, what an hour of one worker costs: "2.5/h", or "2.5". Throws SpecError.
double parse_price(std::string_view text);

/// Seeds as the command line takes them: a count "20" for 1 to 20, a range "3..7", or several of
/// them joined with commas, where a single number is that seed: "1,5,10..20".
std::vector<std::uint64_t> parse_seeds(std::string_view text);

/// The parts of a list with commas, without blanks around them.
std::vector<std::string> split_list(std::string_view text);

}  // namespace sweep
