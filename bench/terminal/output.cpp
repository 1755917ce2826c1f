#include "bench/terminal/output.hpp"

#include <unistd.h>

#include <cstdio>

#include "algorithms/text/printable.hpp"
#include "bench/terminal/diagnostics.hpp"
#include "bench/terminal/screen.hpp"

namespace sweep {

void print_text(std::string_view text) { print_data(printable_lines(text)); }

void print_data(std::string_view bytes) { std::fwrite(bytes.data(), 1, bytes.size(), stdout); }

void print_json(const Value& value) { print_data(to_json(value) + "\n"); }

void print_warning(std::string_view text) {
  write_diagnostic(styled("warning:", Style::yellow, STDERR_FILENO) + " " + diagnostic_line(text) +
                   "\n");
}

void print_error(std::string_view text) {
  write_diagnostic(styled("error:", Style::red, STDERR_FILENO) + " " + diagnostic_line(text) +
                   "\n");
}

void print_note(std::string_view text) { write_diagnostic(diagnostic_line(text) + "\n"); }

}  // namespace sweep
