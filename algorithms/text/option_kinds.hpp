#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sweep {

// Kinds of text that options may be: see TextOption.

/// The seed of a stream, a whole number below 2^63.
struct Seed {
  static constexpr std::string_view kAllowed = "a seed from 0 to 9223372036854775807";
  static std::optional<Seed> read(std::string_view text);
  [[nodiscard]] std::string text() const;

  std::uint64_t value = 0;
};

/// The name of a file, as it is written.
struct Path {
  static constexpr std::string_view kAllowed = "a path";
  static std::optional<Path> read(std::string_view text) { return Path{std::string(text)}; }
  static std::string canonical(std::string_view text) { return std::string(text); }
  [[nodiscard]] std::string text() const { return value; }

  std::string value;
};

}  // namespace sweep
