#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <utility>

#include "algorithms/config/scalar.hpp"
#include "algorithms/config/sweep_config.hpp"
#include "algorithms/config/yaml.hpp"
#include "tests/golden/vectors.hpp"

namespace sweep::validation_test {

const ReadOptions kAsWandb{"case.yaml", Behaviour::as_wandb};

/// The message of the refusal; nothing if the text is accepted.
std::optional<std::string> refusal(const std::string& text) {
  try {
    read_sweep(text, kAsWandb);
    return std::nullopt;
  } catch (const ConfigError& error) {
    return error.what();
  }
}

bool has_error(const Value& row, const char* entry_point) {
  return has(row, entry_point) && at(row, entry_point).as<Map>();
}

const Value& vectors() {
  static const Value kVectors = read_vectors("validation.json");
  return kVectors;
}

TEST(Validation, AcceptsAndRefusesAsTheReference) {
  ASSERT_EQ(as_list(at(vectors(), "cases")).size(), 245u);
  for (const Value& row : as_list(at(vectors(), "cases"))) {
    const bool is_accepted = has(row, "accepted") && as_bool(at(row, "accepted"));
    const auto message = refusal(as_text(at(row, "yaml")));
    EXPECT_EQ(!message, is_accepted) << as_text(at(row, "id")) << ": " << message.value_or("");
  }
}

TEST(Validation, ReadsTextAsTheReference) {
  for (const Value& row : as_list(at(vectors(), "cases"))) {
    const std::string& text = as_text(at(row, "yaml"));
    if (has(row, "parse_error")) {
      EXPECT_THROW(read_yaml(text, "", ScalarRules::wandb), ConfigError) << as_text(at(row, "id"));
    } else {
      const Value value = to_value(read_yaml(text, "", ScalarRules::wandb).root);
      EXPECT_EQ(canonical(value), canonical(at(row, "parsed"))) << as_text(at(row, "id"));
    }
  }
}

TEST(Validation, KnowsWhatTheReferenceAcceptsAndFailsAtLater) {
  for (const Value& row : as_list(at(vectors(), "cases"))) {
    if (!has(row, "accepted") || !as_bool(at(row, "accepted"))) continue;
    const SweepConfig config = read_sweep(as_text(at(row, "yaml")), kAsWandb);
    const bool has_space = config.space.has_value();
    EXPECT_EQ(!config.next_errors.empty() || !has_space, has_error(row, "next_run"))
        << as_text(at(row, "id"));
    EXPECT_EQ(!config.stop_errors.empty(), has_error(row, "stop_runs")) << as_text(at(row, "id"));
  }
}

/// What happens to a file that is read for that use: "" if W&B's engine answers it.
std::string failure(const std::string& text, SweepUse use) {
  try {
    const SweepConfig config = read_sweep(text, {"case.yaml", Behaviour::as_wandb, false, use});
    const auto& errors = use == SweepUse::stop_runs ? config.stop_errors : config.next_errors;
    if (!errors.empty()) return errors.front().text;
    const bool is_whole = use == SweepUse::stop_runs ? config.metric && config.early_terminate
                                                     : config.space.has_value();
    return is_whole ? "" : "a section is missing";
  } catch (const ConfigError& error) {
    return error.what();
  }
}

TEST(Validation, AnswersUnvalidatedFilesAsTheReference) {
  std::size_t verdicts = 0;
  for (const Value& row : as_list(at(vectors(), "cases"))) {
    for (const auto& [entry_point, use] :
         {std::pair("next_run", SweepUse::next_run), std::pair("stop_runs", SweepUse::stop_runs)}) {
      if (!has(row, entry_point)) continue;
      ++verdicts;
      const std::string wrong = failure(as_text(at(row, "yaml")), use);
      EXPECT_EQ(!wrong.empty(), has_error(row, entry_point))
          << as_text(at(row, "id")) << " " << entry_point << ": " << wrong;
    }
  }
  EXPECT_EQ(verdicts, 272u);
}

}  // namespace sweep::validation_test
