#include "algorithms/text/excerpt.hpp"

#include <algorithm>
#include <cstddef>

namespace sweep {
namespace {

constexpr std::size_t kMost = 200;

bool continues_sequence(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace

std::string excerpt(std::string_view text) {
  std::size_t size = std::min(text.size(), kMost);
  while (0 < size && size < text.size() && continues_sequence(text[size])) --size;
  std::string result(text.substr(0, size));
  std::replace_if(
      result.begin(), result.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  return size < text.size() ? result + "..." : result;
}

}  // namespace sweep
