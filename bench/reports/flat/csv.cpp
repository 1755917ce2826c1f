#include "bench/reports/flat/csv.hpp"

namespace sweep {

bool looks_like_formula(std::string_view text) {
  constexpr std::string_view kBeginnings = "=+-@\t\r";
  return !text.empty() && kBeginnings.find(text.front()) != std::string_view::npos;
}

std::string csv_text(std::string_view text) {
  const bool is_plain = text.find_first_of(",\"\r\n") == std::string_view::npos && !text.empty() &&
                        text.front() != ' ' && text.back() != ' ';
  if (is_plain) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + '"';
}

std::string safe_csv_text(std::string_view text) {
  return csv_text((looks_like_formula(text) ? "'" : "") + std::string(text));
}

}  // namespace sweep
