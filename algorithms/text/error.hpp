#pragma once

#include <stdexcept>

namespace sweep {

/// Text from outside (a file, a flag, a setting) that is refused. The message is one clear line:
/// what was given, where, and what is allowed. Programs answer with exit code 2.
class SpecError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace sweep
