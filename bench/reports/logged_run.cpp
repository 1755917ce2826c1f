#include "bench/reports/logged_run.hpp"

#include <algorithm>

namespace sweep {

std::string plain_name(std::string_view text) {
  const auto is_plain = [](char c) {
    return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') || c == '+' ||
           c == '-' || c == '.';
  };
  std::string name;
  for (const char c : text) {
    if (is_plain(c)) {
      name += c;
    } else if (!name.ends_with('_')) {
      name += '_';
    }
  }
  return name;
}

}  // namespace sweep
