#include "bench/terminal/experiment_flags.hpp"

#include <variant>

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
    if (key.use <= use) std::visit(AddKey{flags, given, key}, key.target);
  }
}

void add_keys(KeyUse use, Flags& flags, ExperimentFlags& given) {
  flags.optional("FILE", given.file, "experiment file (YAML): the same names; flags win over it");
  add_keys(use, flags, given.patch);
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
  ParsedExperiment parsed = read_experiment(given.file, given.patch);
  for (const std::string& warning : parsed.warnings) print_warning(warning);
  return parsed;
}

}  // namespace sweep
