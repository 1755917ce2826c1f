#include "algorithms/config/diagnostic.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace sweep {
namespace {

/// More lines than this help nobody.
constexpr std::size_t kMostLines = 20;

std::string lines(const std::string& file_name, const std::vector<Diagnostic>& diagnostics) {
  std::string all;
  for (std::size_t i = 0; i < std::min(diagnostics.size(), kMostLines); ++i) {
    if (i > 0) all += '\n';
    all += to_text(file_name, diagnostics[i]);
  }
  if (diagnostics.size() <= kMostLines) return all;
  return all + fmt::format("\n{}: and {} more", file_name, diagnostics.size() - kMostLines);
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
