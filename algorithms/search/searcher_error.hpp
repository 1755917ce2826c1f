#pragma once

#include <exception>
#include <new>
#include <stdexcept>
#include <string>

namespace sweep {

/// A searcher broke: it threw, or waits for results when no trial is under way. Its cell ends as
/// failed, with this reason.
class SearcherError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Calls a searcher; whatever it throws becomes a SearcherError. Memory that runs out is the
/// machine's fault, and passes.
template <class Call>
decltype(auto) guard_searcher(Call call) {
  try {
    return call();
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const SearcherError&) {
    throw;
  } catch (const std::exception& error) {
    const std::string reason = error.what();
    throw SearcherError(reason.empty() ? "it threw, and did not say why" : reason);
  } catch (...) {
    throw SearcherError("it threw what is no exception");
  }
}

}  // namespace sweep
