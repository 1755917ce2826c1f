#include "bench/terminal/help_text.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <string_view>
#include <utility>

#include "algorithms/text/text.hpp"
#include "algorithms/text/wrap.hpp"
#include "bench/terminal/screen.hpp"

namespace sweep {
namespace {

constexpr std::size_t kHelpColumn = 24;

// "--[no-]wandb-compat" for a flag that can be switched off, too.
std::string long_names(const CLI::Option& option) {
  std::string text;
  const std::vector<std::string>& names = option.get_lnames();
  for (const std::string& name : names) {
    const auto has = [&](const std::string& other) {
      return std::find(names.begin(), names.end(), other) != names.end();
    };
    if (name.starts_with("no-") && has(name.substr(3))) continue;
    text +=
        fmt::format("{}--{}{}", text.empty() ? "" : ", ", has("no-" + name) ? "[no-]" : "", name);
  }
  return text;
}

std::string names_of(const CLI::Option& option) {
  std::string text;
  for (const std::string& name : option.get_snames()) {
    text += fmt::format("{}-{}", text.empty() ? "" : ", ", name);
  }
  const std::string others = long_names(option);
  if (!others.empty()) text += (text.empty() ? "" : ", ") + others;
  if (option.get_expected_max() > 0) {
    const bool has_long = !option.get_lnames().empty();
    text += " " + value_name(has_long ? option.get_lnames().front() : option.get_snames().front());
  }
  return text;
}

bool is_verbatim(std::string_view line) { return line.empty() || line.front() == ' '; }

// A row of a table, "  NAME   meaning", goes on below its meaning; a command stays on its line.
std::string verbatim(const std::string& line, std::size_t columns) {
  constexpr std::size_t kCommandIndent = 2;
  const std::size_t gap = line.rfind("  ");
  const std::size_t indent = gap == std::string::npos ? 0 : gap + 2;
  if (line.size() <= columns || indent <= kCommandIndent) return line;
  return line.substr(0, indent) + wrapped(line.substr(indent), columns - indent, indent);
}

}  // namespace

std::string value_name(std::string flag) {
  flag.erase(0, flag.find_last_of('-') + 1);
  std::transform(flag.begin(), flag.end(), flag.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return flag;
}

HelpText::HelpText(std::size_t columns) : columns_(columns) {
  label("Positionals", "Arguments");
  label("SUBCOMMAND", "VERB");
}

std::string HelpText::row(const std::string& name, const std::string& help) const {
  const std::string left = "  " + name;
  const bool is_beside = left.size() + 2 <= kHelpColumn;
  const std::string gap = is_beside ? std::string(kHelpColumn - left.size(), ' ')
                                    : "\n" + std::string(kHelpColumn, ' ');
  return left + gap + wrapped(help, columns_ - kHelpColumn, kHelpColumn) + "\n";
}

std::string HelpText::make_group(std::string group, bool is_positional,
                                 std::vector<const CLI::Option*> options) const {
  return Formatter::make_group(styled(group, Style::bold, STDOUT_FILENO), is_positional,
                               std::move(options));
}

std::string HelpText::make_option(const CLI::Option* option, bool is_positional) const {
  const std::string name = is_positional ? option->get_name(true, false) : names_of(*option);
  const std::string required = option->get_required() ? " (required)" : "";
  return row(name, option->get_description() + required);
}

std::string HelpText::make_subcommand(const CLI::App* verb) const {
  return row(verb->get_name(), verb->get_description());
}

std::string HelpText::make_description(const CLI::App* app) const {
  return wrapped(app->get_description(), columns_) + "\n";
}

// Joins the lines of a paragraph before it is wrapped; lines that begin with a blank are commands.
std::string HelpText::make_footer(const CLI::App* app) const {
  const std::string footer = app->get_footer();
  std::string text;
  std::string paragraph;
  const auto end_paragraph = [&] {
    if (!paragraph.empty()) text += wrapped(paragraph, columns_) + "\n";
    paragraph.clear();
  };
  for (const std::string_view line : split(footer, '\n')) {
    if (!is_verbatim(line)) {
      paragraph += (paragraph.empty() ? "" : " ") + std::string(line);
      if (line.ends_with(':')) end_paragraph();
      continue;
    }
    end_paragraph();
    text += verbatim(std::string(line), columns_) + "\n";
  }
  end_paragraph();
  return text;
}

}  // namespace sweep
