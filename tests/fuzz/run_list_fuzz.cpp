#include <cstddef>
#include <cstdint>
#include <string_view>

#include "algorithms/config/run_list.hpp"
#include "algorithms/text/error.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  try {
    for (const sweep::Run& run : sweep::read_runs(text, "runs.json")) {
      static_cast<void>(sweep::best_value(run, "loss", false));
    }
  } catch (const sweep::SpecError&) {
  }
  return 0;
}
