#pragma once

namespace sweep {

/// Whether what the reference engine of W&B Sweeps gets wrong is corrected (the default) or
/// reproduced. The table in algorithms/README.md lists every difference.
enum class Behaviour { corrected, as_wandb };

}  // namespace sweep
