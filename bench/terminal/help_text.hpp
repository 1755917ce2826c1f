#pragma once

#include <CLI/CLI.hpp>
#include <cstddef>
#include <string>
#include <vector>

namespace sweep {

/// Help that fits the terminal: what a flag does stands beside its name, in lines that end where
/// the terminal does. Examples stay as they are, to be copied.
class HelpText final : public CLI::Formatter {
 public:
  explicit HelpText(std::size_t columns);

  [[nodiscard]] std::string make_group(std::string group, bool is_positional,
                                       std::vector<const CLI::Option*> options) const override;
  [[nodiscard]] std::string make_option(const CLI::Option* option,
                                        bool is_positional) const override;
  [[nodiscard]] std::string make_subcommand(const CLI::App* verb) const override;
  [[nodiscard]] std::string make_description(const CLI::App* app) const override;
  [[nodiscard]] std::string make_footer(const CLI::App* app) const override;

 private:
  [[nodiscard]] std::string row(const std::string& name, const std::string& help) const;

  std::size_t columns_;
};

/// "SCALE", what stands for the value of `--length-scale` in the help.
std::string value_name(std::string flag);

}  // namespace sweep
