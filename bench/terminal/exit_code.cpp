#include "bench/terminal/exit_code.hpp"

namespace sweep {

ExitCode exit_code(Judgement judgement) {
  switch (judgement) {
    case Judgement::same:
    case Judgement::better:
      return kDone;
    case Judgement::worse:
      return kWorse;
    case Judgement::inconclusive:
      return kInconclusive;
    case Judgement::not_comparable:
      return kBadInput;
  }
  return kFailed;
}

}  // namespace sweep
