#include "bench/verdict/judgement.hpp"

namespace sweep {

std::string_view to_text(Judgement judgement) {
  switch (judgement) {
    case Judgement::same:
      return "same";
    case Judgement::better:
      return "better";
    case Judgement::worse:
      return "worse";
    case Judgement::inconclusive:
      return "inconclusive";
    case Judgement::not_comparable:
      return "not comparable";
  }
  return "";
}

}  // namespace sweep
