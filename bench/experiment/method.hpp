#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "algorithms/space/behaviour.hpp"
#include "algorithms/text/named_options.hpp"
#include "algorithms/text/options.hpp"

namespace sweep {

/// A method as the command line names it: `searcher`, or `searcher+scheduler`, each with options of
/// its own: `grid?levels=10`, `bayes+asha?eta=4`. A scheduler alone stands beside `random`, and a
/// published method (MethodAlias) has a name for both; options of these are the scheduler's.
struct Method {
  NamedOptions searcher;
  NamedOptions scheduler;  // "none" unless there is one
};

/// The settings that `--set owner.option=value` gives, one text each. Throws SpecError.
Settings parse_settings(const std::vector<std::string>& texts);

/// Reads one method. Options after `?` win over those that `settings` gives its searcher or
/// scheduler as "owner.option"; each has its new name, whichever was given. Throws SpecError for
/// text that is no method and for unknown names.
Method parse_method(std::string_view text, const Settings& settings);

/// The method's one text: options sorted and by their new names, an alias kept as it is. Throws as
/// parse_method.
std::string canonical_method(std::string_view text);

/// Throws SpecError if what has these settings does not take them: an unknown option, or a value
/// that is not allowed. Owners that are unknown are check_settings()'s.
void check_options(const Settings& settings, Behaviour behaviour);

/// The canonical text of a method with the name of what runs: `wandb-bayes` for `bayes` where W&B's
/// engine is asked for.
std::string method_label(const std::string& method, Behaviour behaviour);

/// A warning for each option that the text of a method, or a setting, gives by the name it had in
/// the version before. Throws SpecError for text that is not of the form of a method.
std::vector<std::string> old_option_names(std::string_view method);
std::vector<std::string> old_option_names(const Settings& settings);

/// The settings "owner.option" by the names that options have now.
Settings with_new_option_names(const Settings& settings);

/// The searcher in the catalogue: as W&B, `bayes` is the twin of W&B's own.
std::string catalog_name(const Method& method, Behaviour behaviour);

/// What tells methods apart wherever results meet: the method's whole text, with the options that
/// `settings` give, and with the searcher that it stands for. Throws as parse_method.
std::string method_key(std::string_view text, const Settings& settings, Behaviour behaviour);

/// Throws SpecError for a setting that belongs to none of the methods, nor to the cluster.
void check_settings(const Settings& settings, const std::vector<std::string>& methods);

/// The settings "owner.option" of this owner, by their option.
Settings settings_of_owner(const Settings& settings, std::string_view owner);

}  // namespace sweep
