#pragma once

#include <span>
#include <string>
#include <vector>

#include "bench/reports/section.hpp"

namespace sweep {

/// Plain tables for the terminal. Figures are left out.
std::string to_text(std::span<const Section> sections);
std::string to_text(const ReportTable& table);

/// Tables of GitHub's Markdown. Figures are left out.
std::string to_markdown(std::span<const Section> sections);
std::string to_markdown(const ReportTable& table);

}  // namespace sweep
