#include "bench/experiment/objective_texts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "algorithms/text/error.hpp"
#include "algorithms/text/excerpt.hpp"
#include "algorithms/text/named_options.hpp"
#include "bench/experiment/experiment.hpp"
#include "bench/experiment/form_hints.hpp"
#include "objectives/catalog.hpp"
#include "objectives/expand.hpp"
#include "objectives/family.hpp"
#include "objectives/spec.hpp"
#include "objectives/suite.hpp"
#include "objectives/tutorial.hpp"

namespace sweep {
namespace {

std::vector<GivenText> named_objectives(const ExperimentPatch& said, const GivenSpace& given) {
  if (!said.objectives.empty()) return said.objectives;
  if (given.space && !(given.space->find("x") && given.space->find("y"))) {
    throw SpecError(
        "a space is given but no objective: say what to minimise, as in "
        "--objective 'lr**2 + dropout'");
  }
  return {{std::string(Tutorial::kText), {}}};
}

// The objective's one text.
std::string text_of(const std::string& objective, const GivenSpace& given) {
  // A metric to maximise is negated where it enters: lower is better everywhere. Objectives with a
  // space of their own are losses.
  const bool is_negated = given.maximise && given.space;
  return canonical_objective(is_negated ? negated_expression(objective) : objective);
}

// Builds one of those that a text stands for; what is wrong with it names both.
void check_objective(const std::string& one, const std::string& text, const GivenSpace& given) {
  try {
    static_cast<void>(make_objective(one, given.space));
  } catch (const SpecError& error) {
    const std::string_view head = std::string_view(text).substr(0, text.find('?'));
    if (one.starts_with(head)) throw;
    throw SpecError(fmt::format("in \"{}\": {}", excerpt(text), error.what()));
  }
}

// Adds the objectives that a text stands for. As written they are built first: what is wrong with
// them is found there. Thousands of a family would take a while: what is wrong with one is so with
// all.
void add_objectives(const std::string& text, const GivenSpace& given,
                    std::vector<std::string>& objectives) {
  const std::vector<std::string> all = expand_objective(text, given.space);
  for (const std::string& one : all) {
    const bool is_like_first = &one != &all.front() && family_member(one);
    if (!is_like_first) check_objective(one, text, given);
    objectives.push_back(text_of(one, given));
  }
}

// Refuses `classic` for `suite:classic`; in a space it may be the name of a parameter.
void check_is_no_suite(const std::string& text, const GivenSpace& given) {
  const auto families = objective_families();
  const auto suites = objective_suites();
  const auto has_name = [&](const auto& row) { return row.name == text; };
  const bool is_suite = std::any_of(suites.begin(), suites.end(), has_name) &&
                        std::none_of(families.begin(), families.end(), has_name);
  if (given.space || !is_suite) return;
  throw SpecError(fmt::format("--objective {0}: write --objective suite:{0}", text));
}

}  // namespace

std::vector<std::string> objective_texts(const ExperimentPatch& said, const GivenSpace& given,
                                         ErrorList& errors) {
  std::vector<std::string> objectives;
  errors.attempt({}, [&] {
    for (const GivenText& list : named_objectives(said, given)) {
      errors.attempt(list.mark, [&] {
        check_form(Named::objective, list.text);
        for (const std::string& text : split_objectives(list.text)) {
          check_is_no_suite(text, given);
          add_objectives(text, given, objectives);
        }
        check_once("objective", objectives);
      });
    }
  });
  return objectives;
}

}  // namespace sweep
