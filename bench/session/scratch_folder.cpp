#include "bench/session/scratch_folder.hpp"

#include <stdlib.h>

#include <stdexcept>
#include <system_error>

namespace sweep {

ScratchFolder::ScratchFolder() {
  std::error_code error;
  std::string name = std::filesystem::temp_directory_path(error) / "sweep-bench-XXXXXX";
  if (error || ::mkdtemp(name.data()) == nullptr) {
    throw std::runtime_error("no temporary folder can be made; TMPDIR says where they go");
  }
  folder_ = name;
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

}  // namespace sweep
