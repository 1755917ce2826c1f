#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sweep {

/// True if the bytes begin as gzip files do (RFC 1952).
bool is_gzip(std::string_view bytes);

/// What gzip packed, one member or several. Throws ConfigError for data that is damaged, cut short
/// or followed by something else, or unpacks to more than `max_bytes`.
std::string gunzip(std::string_view bytes, const std::string& file_name, std::size_t max_bytes);

}  // namespace sweep
