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

// Where rounding, cancellation or overflow lie in wait.
std::vector<DistributionExample> awkward_examples() {
  return {{"uniform_that_rounds_past_its_max", Uniform{-1.191, 0.723}},
          {"inv_log_uniform_values_whose_inverse_rounds", InvLogUniform::between(1, 93)},
          {"log_uniform_values_of_many_decades", LogUniform::between(1e-300, 1e300)},
          {"log_normal_that_is_wide", LogNormal{0, 50}},
          {"beta_with_infinite_ends", Beta{0.5, 0.5}},
          {"int_uniform_of_two_large_ones", IntUniform{0x1p51 - 1, 0x1p51}},
          {"int_uniform_as_wide_as_can_be", IntUniform{-0x1p51, 0x1p51 - 1}},
          {"int_log_uniform_values_of_large_ones", IntLogUniform{1e12, 1e12 + 3}},
          {"int_log_uniform_values_as_wide_as_can_be", IntLogUniform{1, 0x1p51}},
          {"q_uniform_of_many_multiples", Quantised{Uniform{0, 1e10 + 0.7}, 1}},
          {"q_uniform_of_both_signs", Quantised{Uniform{-1, 1}, 0.5}},
          {"q_normal_that_is_fine", Quantised{Normal{0, 1}, 1e-3}},
          {"q_normal_of_integers", Quantised{Normal{0, 1}, 1, true}},
          {"q_log_normal_of_integers", Quantised{LogNormal{20, 1}, 1, true}},
          {"zero_or_q_log_normal", ZeroOr{0.5, Quantised{LogNormal{-1, 1}, 1}}},
          {"categorical_with_one_value", Categorical(List{List{1, 2}})}};
}

}  // namespace

std::vector<DistributionExample> distribution_examples() {
  std::vector<DistributionExample> all = continuous_examples();
  for (auto more : {discrete_examples(), awkward_examples()}) {
    for (DistributionExample& example : more) all.push_back(std::move(example));
  }
  all.push_back({"zero_or_log_uniform_values", ZeroOr{0.3, LogUniform::between(1e-6, 0.1)}});
  return all;
}

}  // namespace sweep
