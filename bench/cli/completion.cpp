#include "bench/terminal/completion.hpp"

#include <memory>
#include <string>

#include "bench/cli/verbs.hpp"
#include "bench/terminal/exit_code.hpp"
#include "bench/terminal/flags.hpp"
#include "bench/terminal/output.hpp"

namespace sweep {

Action add_completion(Flags& flags) {
  const auto shell = std::make_shared<std::string>();
  flags.required("SHELL", *shell, "bash, fish or zsh");
  flags.choices({kShells.begin(), kShells.end()});
  flags.examples(
      "Examples:\n"
      "  source <(sweep-bench completion bash)\n"
      "  sweep-bench completion fish > ~/.config/fish/completions/sweep-bench.fish\n"
      "  sweep-bench completion zsh > ~/.zfunc/_sweep-bench\n"
      "An installed program comes with them.");
  return [shell] {
    print_data(completion_script(*shell, verbs()));
    return kDone;
  };
}

}  // namespace sweep
