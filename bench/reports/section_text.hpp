#pragma once

#include <span>
#include <string>
#include <vector>

#include "bench/reports/section.hpp"

namespace sweep {

/// For the terminal: plain tables. Figures are left out.
std::string to_text(std::span<const Section> sections);
std::string to_text(const ReportTable& table);

/// The same for GitHub's Markdown.
std::string to_markdown(std::span<const Section> sections);
std::string to_markdown(const ReportTable& table);

}  // namespace sweep
