#include "bench/terminal/input.hpp"

#include <algorithm>

#include "algorithms/text/error.hpp"

namespace sweep {
namespace {

constexpr TextLimits kArgumentLimits{std::size_t{256} << 20, 64, 10'000'000};

}  // namespace

void check_standard_input(std::initializer_list<std::string_view> paths) {
  if (std::count(paths.begin(), paths.end(), "-") <= 1) return;
  throw SpecError("-: the standard input is there only once; the others have to be files");
}

Node read_json_argument(const std::string& argument) {
  if (argument.starts_with('[') || argument.starts_with('{')) {
    return read_json(argument, argument, kArgumentLimits);
  }
  return read_json(read_input(argument, kArgumentLimits.bytes), input_name(argument),
                   kArgumentLimits);
}

}  // namespace sweep
