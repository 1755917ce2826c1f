#include "bench/terminal/man_page.hpp"

#include <fmt/format.h>

#include <string_view>
#include <vector>

#include "algorithms/text/text.hpp"
#include "bench/terminal/flags.hpp"
#include "bench/terminal/help_text.hpp"

namespace sweep {
namespace {

// A line of roff: a dot or a quote at its begin would be a command, and a bare '-' a hyphen.
std::string roff(std::string_view text) {
  std::string result = text.starts_with('.') || text.starts_with('\'') ? "\\&" : "";
  for (const char c : text) {
    if (c == '\\') {
      result += "\\e";
    } else if (c == '-') {
      result += "\\-";
    } else if (c == '\n') {
      result += ' ';
    } else {
      result += c;
    }
  }
  return result;
}

std::string flag_entry(const Flag& flag) {
  std::string names;
  for (const std::string& word : flag.words()) {
    names += fmt::format("{}\\fB{}\\fR", names.empty() ? "" : ", ", roff(word));
  }
  if (!flag.is_place() && flag.takes_value()) {
    names += fmt::format(" \\fI{}\\fR", roff(value_name(std::string(flag.name))));
  }
  const std::string_view required = flag.is_required ? " (required)" : "";
  return fmt::format(".TP\n{}\n{}{}\n", names, roff(flag.help), required);
}

std::string examples_text(std::string_view examples) {
  if (examples.empty()) return "";
  std::string text = ".PP\n.nf\n";
  for (const std::string_view line : split(examples, '\n')) text += roff(line) + "\n";
  return text + ".fi\n";
}

std::string verb_section(const Verb& verb) {
  Flags flags;
  static_cast<void>(verb.add(flags));
  std::string text = fmt::format(".SS {}\n{}.\n", verb.name, roff(verb.summary));
  for (const Flag& flag : flags.all()) text += flag_entry(flag);
  return text + examples_text(flags.examples());
}

constexpr std::string_view kHead =
    ".TH SWEEP-BENCH 1 \"\" \"sweep-bench " SWEEP_VERSION
    "\" \"User Commands\"\n"
    ".SH NAME\nsweep\\-bench \\- search algorithms behind hyperparameter sweeps, compared soundly\n"
    ".SH SYNOPSIS\n.B sweep\\-bench\n[\\fIVERB\\fR] [\\fIOPTIONS\\fR] [\\fIFILE\\fR]\n"
    ".SH DESCRIPTION\nWithout a verb it runs an experiment. Each verb says with \\fB\\-\\-help\\fR "
    "what it takes, as \\fBsweep\\-bench help VERB\\fR does.\n.SH VERBS\n";

constexpr std::string_view kTail =
    ".SH ENVIRONMENT\n.TP\n.B COLUMNS\nThe width that tables and help are made for. Without it, "
    "that of the terminal, or 80; tables that go elsewhere are as wide as they need to be.\n"
    ".TP\n.B NO_COLOR\nIf it is set, no colours are used. They are only used on a terminal.\n"
    ".SH EXIT STATUS\n.TP\n0\ndone\n.TP\n1\nfailed while running\n.TP\n2\nbad input\n"
    ".TP\n130\ninterrupted; what was finished is kept\n";

}  // namespace

std::string man_page(std::span<const Verb> verbs) {
  std::string text(kHead);
  for (const Verb& verb : verbs) text += verb_section(verb);
  return text + std::string(kTail);
}

}  // namespace sweep
