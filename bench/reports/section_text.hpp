#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "bench/reports/section.hpp"

namespace sweep {

/// Plain tables for the terminal, in lines of at most `width` columns if that is said (TextTable
/// has the rule). Figures are left out.
std::string to_text(std::span<const Section> sections, std::optional<std::size_t> width = {});
std::string to_text(const ReportTable& table, std::optional<std::size_t> width = {});

/// Tables of GitHub's Markdown. Figures are left out.
std::string to_markdown(std::span<const Section> sections);
std::string to_markdown(const ReportTable& table);

}  // namespace sweep
