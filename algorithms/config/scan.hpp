#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace sweep {

/// Eats a text from the left.
class Scan {
 public:
  explicit Scan(std::string_view text) : rest_(text) {}

  bool eat(std::string_view any_of) {
    if (rest_.empty() || any_of.find(rest_.front()) == std::string_view::npos) return false;
    rest_.remove_prefix(1);
    return true;
  }
  std::size_t eat_all(std::string_view any_of) {
    const std::size_t n = std::min(rest_.find_first_not_of(any_of), rest_.size());
    rest_.remove_prefix(n);
    return n;
  }
  /// Between `least` and `most` digits.
  bool eat_digits(std::size_t least, std::size_t most) {
    std::size_t n = 0;
    while (n < most && eat(kDigits)) ++n;
    return n >= least;
  }
  [[nodiscard]] bool is_done() const { return rest_.empty(); }

  static constexpr std::string_view kDigits = "0123456789";

 private:
  std::string_view rest_;
};

}  // namespace sweep
