#pragma once

#include <string>
#include <string_view>

namespace sweep {

/// Writes to the error stream as it is, at once. Whoever runs the program may have closed it,
/// filled its disk or left its terminal: then nothing is written, nothing is thrown, and no signal
/// comes.
void write_diagnostic(std::string_view text) noexcept;

/// A line as the error stream shows it: printable(), and cut in the middle if it is longer than
/// anybody reads, so that its beginning and what is allowed stay.
std::string diagnostic_line(std::string_view text);

/// Opens those of the three standard streams that were closed, so that no file that is written
/// takes their place; each then fails as a closed one does.
void occupy_standard_streams() noexcept;

}  // namespace sweep
