#include "bench/terminal/screen.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "algorithms/text/text.hpp"

namespace sweep {
namespace {

constexpr std::size_t kUsual = 80;
constexpr std::size_t kFewest = 40;  // below it nothing can be read anyway

std::string_view variable(const char* name) {
  const char* const value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nobody sets them
  return value ? value : "";
}

std::size_t terminal_columns() {
  winsize size = {};
  const bool is_known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return is_known ? size.ws_col : kUsual;
}

}  // namespace

std::optional<std::size_t> output_columns() {
  const auto wanted = parse_number<std::size_t>(variable("COLUMNS"));
  if (wanted && *wanted > 0) return std::max(*wanted, kFewest);
  if (isatty(STDOUT_FILENO) != 1) return std::nullopt;
  return std::max(terminal_columns(), kFewest);
}

std::size_t text_columns() { return output_columns().value_or(kUsual); }

bool takes_colour(int descriptor) {
  return variable("NO_COLOR").empty() && variable("TERM") != "dumb" && isatty(descriptor) == 1;
}

std::string styled(std::string_view text, Style style, int descriptor) {
  if (!takes_colour(descriptor)) return std::string(text);
  const int code = style == Style::bold ? 1 : style == Style::red ? 31 : 33;
  return fmt::format("\033[{}m{}\033[0m", code, text);
}

}  // namespace sweep
