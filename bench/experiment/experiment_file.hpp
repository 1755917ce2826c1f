#pragma once

#include <optional>
#include <string>

#include "bench/experiment/patch.hpp"

namespace sweep {

/// What an experiment file says; `name` is what messages call it, and files that it names are
/// looked for beside it. Numbers within it are read by W&B's rules if `wandb_compat` says so, or,
/// where that says nothing, the file itself. Entries that do not fit become misfits. Throws
/// ConfigError for a text that is no such file.
ExperimentPatch read_experiment_file(const std::string& text, const std::string& name,
                                     std::optional<bool> wandb_compat);

/// What the file says, but where the flags say something else. `--set` and `--param` win entry by
/// entry; a sweep file of the flags takes the place of all that the file says of a space.
ExperimentPatch overlaid(ExperimentPatch file, const ExperimentPatch& flags);

}  // namespace sweep
