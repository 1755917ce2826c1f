#include "bench/cli/output.hpp"

#include <fmt/format.h>

#include <cstdio>

#include "algorithms/space/echo.hpp"

namespace sweep {

void print_text(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

void print_json(const Value& value) { print_text(to_json(value) + "\n"); }

void print_warning(std::string_view text) { fmt::print(stderr, "warning: {}\n", escaped(text)); }

}  // namespace sweep
