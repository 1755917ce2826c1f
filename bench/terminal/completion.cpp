#include "bench/terminal/completion.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <vector>

#include "algorithms/text/error.hpp"
#include "algorithms/text/names.hpp"
#include "bench/terminal/flags.hpp"

namespace sweep {
namespace {

/// A verb with its flags, as the shells need them.
struct VerbFlags {
  const Verb& verb;
  Flags flags;
};

std::vector<VerbFlags> all_flags(std::span<const Verb> verbs) {
  std::vector<VerbFlags> all;
  for (const Verb& verb : verbs) {
    VerbFlags& one = all.emplace_back(VerbFlags{verb, {}});
    static_cast<void>(verb.add(one.flags));
  }
  return all;
}

// Single quotes, as all three shells read them.
std::string shell_quoted(std::string_view text) {
  std::string result = "'";
  for (const char c : text) {
    if (c == '\'') {
      result += "'\\''";
    } else {
      result += c;
    }
  }
  return result + "'";
}

std::string verb_names(std::span<const Verb> verbs) {
  std::string names;
  for (const Verb& verb : verbs) names += std::string(verb.name) + " ";
  return names + "help";
}

std::string choices_text(const Flag& flag) {
  return fmt::format("{}", fmt::join(flag.choices, " "));
}

// ---- bash

constexpr std::string_view kBashHead = R"(_sweep_bench() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} verb=run words= head=
  local verbs=%VERBS%
  COMPREPLY=()
  [[ $COMP_CWORD -gt 1 && " $verbs " == *" ${COMP_WORDS[1]} "* ]] && verb=${COMP_WORDS[1]}
  case "$verb $prev" in
)";
constexpr std::string_view kBashFlags = R"(  esac
  if [[ -z $words && $cur == -* ]]; then
    case $verb in
)";
constexpr std::string_view kBashPlaces = R"(    esac
  elif [[ -z $words && $COMP_CWORD -eq 1 ]]; then
    words=$verbs
  elif [[ -z $words && $prev != -* ]]; then
    case $verb in
      help) words=$verbs ;;
)";
constexpr std::string_view kBashTail = R"(    esac
  fi
  if [[ -n $words ]]; then
    [[ $cur == *,* ]] && head=${cur%,*},
    COMPREPLY=($(compgen -P "$head" -W "$words" -- "${cur##*,}"))
  fi
  [[ ${#COMPREPLY[@]} -gt 0 ]] && return
  compopt -o filenames 2>/dev/null
  mapfile -t COMPREPLY < <(compgen -f -- "$cur")
}
complete -F _sweep_bench sweep-bench
)";

std::string bash_script(std::span<const Verb> verbs) {
  std::string text(kBashHead);
  text.replace(text.find("%VERBS%"), 7, shell_quoted(verb_names(verbs)));
  std::string flags;
  std::string places;
  for (const VerbFlags& one : all_flags(verbs)) {
    std::string names = "--help";
    for (const Flag& flag : one.flags.all()) {
      if (flag.is_place()) {
        if (flag.choices.empty()) continue;
        places +=
            fmt::format("      {}) words={} ;;\n", one.verb.name, shell_quoted(choices_text(flag)));
        continue;
      }
      names += fmt::format(" {}", fmt::join(flag.words(), " "));
      if (flag.choices.empty()) continue;
      text += fmt::format("    '{} {}') words={} ;;\n", one.verb.name, flag.name,
                          shell_quoted(choices_text(flag)));
    }
    flags += fmt::format("      {}) words={} ;;\n", one.verb.name, shell_quoted(names));
  }
  text += kBashFlags;
  return text + flags + std::string(kBashPlaces) + places + std::string(kBashTail);
}

// ---- fish

std::string fish_flag(std::string_view verb, const Flag& flag) {
  std::string text =
      fmt::format("complete -c sweep-bench -n '__fish_seen_subcommand_from {}'", verb);
  if (!flag.is_place()) {
    for (const std::string& word : flag.words()) {
      text += word.starts_with("--") ? " -l " + word.substr(2) : " -s " + word.substr(1);
    }
    if (flag.takes_value()) text += flag.choices.empty() ? " -r" : " -x";
  }
  if (!flag.choices.empty()) text += " -a " + shell_quoted(choices_text(flag));
  return text + " -d " + shell_quoted(flag.help) + "\n";
}

std::string fish_script(std::span<const Verb> verbs) {
  std::string text;
  for (const VerbFlags& one : all_flags(verbs)) {
    text += fmt::format("complete -c sweep-bench -n __fish_use_subcommand -a {} -d {}\n",
                        one.verb.name, shell_quoted(one.verb.summary));
    for (const Flag& flag : one.flags.all()) {
      if (!flag.is_place() || !flag.choices.empty()) text += fish_flag(one.verb.name, flag);
    }
  }
  text += "complete -c sweep-bench -n __fish_use_subcommand -a help -d 'what a verb takes'\n";
  return text +
         fmt::format("complete -c sweep-bench -n '__fish_seen_subcommand_from help' -x -a {}\n",
                     shell_quoted(verb_names(verbs)));
}

// ---- zsh

// Within the specifications of _arguments and _describe brackets and colons mean something.
std::string zsh_escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') result += '\\';
    result += c;
  }
  return result;
}

std::string zsh_values(const Flag& flag) {
  return flag.choices.empty() ? "_files"
                              : fmt::format("_sequence compadd - {}", choices_text(flag));
}

std::string zsh_flag(const Flag& flag) {
  std::string text;
  const std::string help = zsh_escaped(flag.help);
  for (const std::string& word : flag.words()) {
    const std::string value = flag.takes_value() ? fmt::format(":value:{}", zsh_values(flag)) : "";
    text += " \\\n        " + shell_quoted(fmt::format("*{}[{}]{}", word, help, value));
  }
  return text;
}

std::string zsh_script(std::span<const Verb> verbs) {
  std::string names;
  std::string cases;
  for (const VerbFlags& one : all_flags(verbs)) {
    names += "    " +
             shell_quoted(fmt::format("{}:{}", one.verb.name, zsh_escaped(one.verb.summary))) +
             "\n";
    cases += fmt::format("    {})\n      _arguments", one.verb.name);
    std::string place = "_files";
    for (const Flag& flag : one.flags.all()) {
      if (flag.is_place()) {
        place = zsh_values(flag);
      } else {
        cases += zsh_flag(flag);
      }
    }
    cases += fmt::format(" \\\n        {} ;;\n", shell_quoted("*:file:" + place));
  }
  return fmt::format(
      "#compdef sweep-bench\n_sweep_bench() {{\n  local -a verbs\n  verbs=(\n{}    'help:what a "
      "verb "
      "takes'\n  )\n  if (( CURRENT == 2 )); then\n    _describe verb verbs\n    _files\n    "
      "return\n  fi\n  local verb=$words[2]\n  shift words\n  (( CURRENT-- ))\n  case $verb in\n"
      "    help) _describe verb verbs ;;\n{}  esac\n}}\n"
      "if [[ $funcstack[1] == _sweep_bench ]]; then\n  _sweep_bench \"$@\"\nelse\n"
      "  compdef _sweep_bench sweep-bench\nfi\n",
      names, cases);
}

}  // namespace

std::string completion_script(std::string_view shell, std::span<const Verb> verbs) {
  if (shell == "bash") return bash_script(verbs);
  if (shell == "fish") return fish_script(verbs);
  if (shell == "zsh") return zsh_script(verbs);
  throw SpecError(unknown_name("shell", shell, kShells));
}

}  // namespace sweep
