#include "bench/reports/verdict/github.hpp"

#include <fmt/format.h>

#include <string_view>
#include <vector>

#include "bench/reports/verdict/verdict_text.hpp"

namespace sweep {
namespace {

constexpr std::size_t kMostOfAKind = 10;

// A property of a command ends at a comma or a colon, a message at the end of the line.
std::string github_escaped(std::string_view text, std::string_view special) {
  std::string escaped;
  for (const char c : text) {
    if (special.find(c) == std::string_view::npos) {
      escaped += c;
    } else {
      escaped += fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    }
  }
  return escaped;
}

std::string command(std::string_view kind, std::string_view title, std::string_view message) {
  return fmt::format("::{} title={}::{}\n", kind, github_escaped(title, "%\r\n:,"),
                     github_escaped(message, "%\r\n"));
}

std::string commands_of(const GateVerdict& verdict, Judgement judgement, std::string_view kind) {
  std::string text;
  std::size_t said = 0;
  std::vector<ProblemVerdict> problems = verdict.telling();
  problems.insert(problems.end(), verdict.problems.begin(), verdict.problems.end());
  for (const ProblemVerdict& problem : problems) {
    if (problem.judgement != judgement || said++ >= kMostOfAKind) continue;
    const std::string remark = remark_of(problem);
    text += command(kind, "gate: " + std::string(to_text(judgement)),
                    fmt::format("{}: {}{}{}", problem.title, change_text(problem),
                                remark.empty() ? "" : "; ", remark));
  }
  return text;
}

}  // namespace

std::string github_annotations(const GateVerdict& verdict) {
  if (!verdict.reason.empty()) return command("error", "gate: not comparable", verdict.reason);
  const std::string text = commands_of(verdict, Judgement::worse, "error") +
                           commands_of(verdict, Judgement::inconclusive, "warning");
  return text.empty() ? command("notice", "gate", sentence_of(verdict)) : text;
}

}  // namespace sweep
