#include "tests/support/distribution_examples.hpp"

namespace sweep {
namespace {

std::vector<DistributionExample> continuous_examples() {
  return {{"uniform", Uniform{-1.5, 4}},
          {"log_uniform_values", LogUniform::between(1e-5, 0.1)},
          {"log_uniform", LogUniform::between_logs(-3, 2)},
          {"inv_log_uniform_values", InvLogUniform::between(0.25, 40)},
          {"inv_log_uniform", InvLogUniform::between_logs(-1, 2)},
          {"normal", Normal{2, 0.5}},
          {"log_normal", LogNormal{-1, 0.7}},
          {"beta", Beta{2, 0.7}}};
}

std::vector<DistributionExample> discrete_examples() {
  return {{"constant", Constant{"adam"}},
          {"categorical", Categorical({1, 3, 7})},
          {"categorical_with_a_repeated_value", Categorical({"a", "b", "a", 1, 1.0})},
          {"categorical_w_probabilities", Categorical({"a", "b", "c"}, {0.2, 0, 0.8})},
          {"int_uniform", IntUniform{-3, 12}},
          {"int_log_uniform_values", IntLogUniform{1, 1024}},
          {"q_uniform", Quantised{Uniform{1, 10}, 4}},
          {"q_uniform_with_both_ends", Quantised{Uniform{0, 0.3}, 0.1}},
          {"q_log_uniform_values", Quantised{LogUniform::between(8, 256), 8, true}},
          {"q_log_uniform", Quantised{LogUniform::between_logs(0, 3), 1}},
          {"q_normal", Quantised{Normal{0.3, 2}, 0.5}},
          {"q_log_normal", Quantised{LogNormal{0.5, 1}, 0.25}},
          {"q_beta", Quantised{Beta{2, 3}, 0.06}},
          {"zero_or_int_uniform", ZeroOr{0.4, IntUniform{1, 5}}},
          {"zero_or_quantised_with_zero", ZeroOr{0.4, Quantised{Uniform{0, 2}, 0.5}}}};
}

}  // namespace

std::vector<DistributionExample> distribution_examples() {
  std::vector<DistributionExample> all = continuous_examples();
  for (DistributionExample& example : discrete_examples()) all.push_back(std::move(example));
  all.push_back({"zero_or_log_uniform_values", ZeroOr{0.3, LogUniform::between(1e-6, 0.1)}});
  return all;
}

}  // namespace sweep
