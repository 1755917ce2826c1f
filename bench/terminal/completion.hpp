#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

#include "bench/terminal/verb.hpp"

namespace sweep {

inline constexpr std::array<std::string_view, 3> kShells = {"bash", "fish", "zsh"};

/// The script that lets a shell complete the program's verbs, their flags, and the values that are
/// known. Made of what the verbs say of themselves, so that it cannot know anything else. Throws
/// SpecError for another shell.
std::string completion_script(std::string_view shell, std::span<const Verb> verbs);

}  // namespace sweep
