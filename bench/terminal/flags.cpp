#include "bench/terminal/flags.hpp"

#include <utility>

namespace sweep {

std::vector<std::string> Flag::words() const {
  std::vector<std::string> all;
  if (!letter.empty()) all.emplace_back(letter);
  all.emplace_back(name);
  const bool can_be_off = std::holds_alternative<std::optional<bool>*>(target);
  if (can_be_off) all.push_back("--no-" + std::string(name.substr(2)));
  return all;
}

void Flags::required(std::string_view name, std::string& target, std::string_view help) {
  flags_.push_back({name, help, &target, true});
}

void Flags::optional(std::string_view name, std::string& target, std::string_view help) {
  flags_.push_back({name, help, &target});
}

void Flags::repeated(std::string_view name, std::vector<std::string>& target,
                     std::string_view help) {
  repeated(
      name, [&target](const std::string& value) { target.push_back(value); }, help);
}

void Flags::repeated(std::string_view name, TakeValue take, std::string_view help) {
  flags_.push_back({name, help, std::move(take)});
}

void Flags::toggle(std::string_view name, bool& target, std::string_view help) {
  flags_.push_back({name, help, &target});
}

void Flags::toggle(std::string_view name, std::optional<bool>& target, std::string_view help) {
  flags_.push_back({name, help, &target});
}

}  // namespace sweep
