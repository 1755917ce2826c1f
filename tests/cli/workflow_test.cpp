// The workflow for GitHub Actions that others copy: it is YAML, and what it runs is there.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "algorithms/config/yaml.hpp"
#include "tests/golden/vectors.hpp"
#include "tests/support/program.hpp"

namespace sweep::workflow_test {

const std::filesystem::path kRoot = SWEEP_SOURCE_DIR;

Value workflow() {
  const std::filesystem::path path = kRoot / ".github/workflows/quality.yml";
  std::ifstream file(path);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  return to_value(read_yaml(text, path, ScalarRules::lenient).root);
}

std::vector<std::string> commands() {
  std::vector<std::string> commands;
  const Value whole = workflow();
  for (const Value& step : as_list(at(at(at(whole, "jobs"), "gate"), "steps"))) {
    if (has(step, "run")) commands.push_back(as_text(at(step, "run")));
  }
  return commands;
}

std::vector<std::string> words_of(const std::string& command) {
  std::istringstream stream(command);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

TEST(Workflow, RunsScriptsVerbsAndFlagsThatAreThere) {
  int checked = 0;
  for (const std::string& command : commands()) {
    const std::vector<std::string> words = words_of(command);
    const std::size_t folder = words[0].find('/');
    if (folder == std::string::npos) continue;  // of the system
    EXPECT_TRUE(std::filesystem::exists(kRoot / words[0].substr(folder + 1))) << command;
    const ProgramResult help = run_program({words[1], "--help"});
    EXPECT_EQ(help.exit_code, 0) << command;
    for (const std::string& word : words) {
      const bool is_known = !word.starts_with("--") || help.out.find(word) != std::string::npos;
      EXPECT_TRUE(is_known) << word;
    }
    ++checked;
  }
  EXPECT_EQ(checked, 3);
}

TEST(Workflow, NamesAnExperimentThatIsThere) {
  EXPECT_TRUE(std::filesystem::exists(kRoot / "results/regression.yaml"));
  EXPECT_NE(commands()[1].find("new/results/regression.yaml"), std::string::npos);
}

}  // namespace sweep::workflow_test
