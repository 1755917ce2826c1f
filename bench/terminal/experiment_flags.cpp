#include "bench/terminal/experiment_flags.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <string_view>
#include <system_error>
#include <variant>
#include <vector>

#include "algorithms/text/error.hpp"
#include "algorithms/text/excerpt.hpp"
#include "bench/experiment/form_hints.hpp"
#include "bench/experiment/keys.hpp"
#include "bench/terminal/flags.hpp"
#include "bench/terminal/output.hpp"

namespace sweep {
namespace {

/// Adds the flag of a key, by the kind of its target.
struct AddKey {
  Flags& flags;
  ExperimentPatch& given;
  const ExperimentKey& key;

  void operator()(GivenText ExperimentPatch::*member) const {
    flags.optional(key.flag, (given.*member).text, key.help);
  }
  void operator()(std::vector<GivenText> ExperimentPatch::*member) const {
    const auto append = [&list = given.*member](const std::string& text) {
      list.push_back({text, {}});
    };
    flags.repeated(key.flag, append, key.help);
  }
  void operator()(std::vector<std::string> ExperimentPatch::*member) const {
    flags.repeated(key.flag, given.*member, key.help);
  }
  void operator()(std::optional<bool> ExperimentPatch::*member) const {
    flags.toggle(key.flag, given.*member, key.help);
  }
};

void add_keys(KeyUse use, Flags& flags, ExperimentPatch& given) {
  for (const ExperimentKey& key : experiment_keys()) {
    if (key.use > use) continue;
    std::visit(AddKey{flags, given, key}, key.target);
    if (!key.letter.empty()) flags.letter(key.letter);
    if (key.choices != nullptr) flags.choices(key.choices());
  }
}

void add_keys(KeyUse use, Flags& flags, ExperimentFlags& given) {
  flags.optional("FILE", given.file, "experiment file (YAML): the same names; flags win over it");
  add_keys(use, flags, given.patch);
}

// The flag `kind` with what it was given so far and the word, if the word is of its kind.
std::string joined_with(Named kind, std::string_view flag, const std::vector<GivenText>& given,
                        const std::string& word) {
  if (given.empty() || !names_one(kind, word)) return "";
  std::string list(flag);
  for (const GivenText& text : given) list += (list == flag ? " " : ",") + text.text;
  return list + "," + word;
}

// Refuses `--method random grid` and `run branin`: a word in the place of a file that is none.
void check_is_file(const ExperimentFlags& given) {
  const std::string& word = given.file;
  std::error_code ignored;
  if (word.empty() || word == "-" || std::filesystem::exists(word, ignored)) return;
  std::string meant = joined_with(Named::method, "--method", given.patch.methods, word);
  if (meant.empty()) {
    meant = joined_with(Named::objective, "--objective", given.patch.objectives, word);
  }
  if (meant.empty()) meant = flag_for(word).value_or("");
  if (meant.empty()) return;  // what is wrong with the file is said where it is read
  throw SpecError(fmt::format("{}: there is no such file; write {}", excerpt(word), meant));
}

}  // namespace

void add_space_flags(Flags& flags, ExperimentPatch& given) {
  add_keys(KeyUse::space, flags, given);
}

void add_result_flags(Flags& flags, ExperimentFlags& given) {
  add_keys(KeyUse::result, flags, given);
}

void add_experiment_flags(Flags& flags, ExperimentFlags& given) {
  add_keys(KeyUse::upkeep, flags, given);
}

ParsedExperiment experiment_of(const ExperimentFlags& given) {
  check_is_file(given);
  ParsedExperiment parsed = read_experiment(given.file, given.patch);
  for (const std::string& warning : parsed.warnings) print_warning(warning);
  return parsed;
}

}  // namespace sweep
