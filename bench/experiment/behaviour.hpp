#pragma once

#include "algorithms/space/behaviour.hpp"

namespace sweep {

/// The behaviour that the switch of the command line, `--wandb-compat`, asks for.
constexpr Behaviour behaviour_of(bool is_wandb_compat) {
  return is_wandb_compat ? Behaviour::as_wandb : Behaviour::corrected;
}

}  // namespace sweep
