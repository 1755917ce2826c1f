#include "algorithms/config/diagnostic.hpp"

#include <fmt/format.h>

#include <utility>

namespace sweep {
namespace {

std::string lines(const std::string& file_name, const std::vector<Diagnostic>& diagnostics) {
  std::string all;
  for (const Diagnostic& diagnostic : diagnostics) {
    if (!all.empty()) all += '\n';
    all += to_text(file_name, diagnostic);
  }
  return all;
}

}  // namespace

std::string to_text(const std::string& file_name, const Diagnostic& diagnostic) {
  std::string line = file_name;
  if (diagnostic.mark.line > 0) {
    if (!line.empty()) line += ':';
    line += fmt::format("{}:{}", diagnostic.mark.line, diagnostic.mark.column);
  }
  if (!line.empty()) line += ": ";
  if (!diagnostic.path.empty()) line += diagnostic.path + ": ";
  return line + diagnostic.text;
}

ConfigError::ConfigError(const std::string& file_name, std::vector<Diagnostic> diagnostics)
    : SpecError(lines(file_name, diagnostics)), diagnostics_(std::move(diagnostics)) {}

}  // namespace sweep
