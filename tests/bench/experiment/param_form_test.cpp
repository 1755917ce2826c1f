#include "bench/experiment/param_form.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "algorithms/config/yaml.hpp"
#include "algorithms/text/error.hpp"

namespace sweep::param_form_test {

std::string hint_of(const std::string& value) {
  const std::string text = "x=" + value;
  try {
    check_param_form(text, read_yaml(value, "--param", ScalarRules::lenient).root);
  } catch (const SpecError& error) {
    const std::string message = error.what();
    const std::string begin = "--param " + text + ": write --param ";
    EXPECT_TRUE(message.starts_with(begin)) << message;
    return message.substr(begin.size());
  }
  return "";
}

TEST(ParamForm, SaysWhatMapWasMeant) {
  const std::vector<std::pair<const char*, const char*>> rows = {
      {"0..1", "'x={min: 0, max: 1}'"},
      {"0.01..0.1", "'x={min: 0.01, max: 0.1}'"},
      {"0,1", "'x={min: 0, max: 1}'"},
      {"1e-5-1e-3", "'x={min: 1e-5, max: 1e-3}'"},
      {"-2..2", "'x={min: -2, max: 2}'"},
      {"0-1", "'x={min: 0, max: 1}'"},
      {"0.1", "'x={value: 0.1}'"},
      {"adam", "'x={value: adam}'"},
      {"[a, b]", "'x={values: [a, b]}'"},
      {"[0, 1]", "'x={values: [0, 1]}', or 'x={min: 0, max: 1}'"},
      {"{min: 0, max: 1}", ""},
  };
  for (const auto& [value, hint] : rows) EXPECT_EQ(hint_of(value), hint) << value;
}

}  // namespace sweep::param_form_test
