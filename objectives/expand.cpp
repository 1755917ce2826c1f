#include "objectives/expand.hpp"

#include <algorithm>

#include "algorithms/text/text.hpp"
#include "objectives/catalog.hpp"
#include "objectives/slice.hpp"
#include "objectives/suite.hpp"

namespace sweep {
namespace {

// Behind the options that a name may have already.
std::vector<std::string> with_options(std::vector<std::string> names, std::string_view options) {
  for (std::string& name : names) {
    const bool has_some = name.find('?') != std::string::npos;
    if (!options.empty()) name.append(has_some ? "&" : "?").append(options);
  }
  return names;
}

}  // namespace

std::vector<std::string> expand_objective(std::string_view text,
                                          const std::optional<SearchSpace>& space) {
  const std::size_t mark = text.find('?');
  const std::string_view head = trimmed(text.substr(0, mark));
  const std::string_view options = mark == text.npos ? "" : trimmed(text.substr(mark + 1));
  if (names_suite(head)) return with_options(expand_suite(head), options);
  if (looks_like_slice(head) && !divides_parameters(head, space)) {
    return with_options(expand_slice(head), options);
  }
  return expand_pattern(text);
}

bool divides_parameters(std::string_view slice, const std::optional<SearchSpace>& space) {
  const std::string_view first_word = slice.substr(0, slice.find_first_of("/-"));
  return space && space->find(first_word).has_value();
}

}  // namespace sweep
