#include "objectives/tables/gunzip.hpp"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <new>

#include "algorithms/config/diagnostic.hpp"

namespace sweep {
namespace {

constexpr int kGzipOnly = 16 + MAX_WBITS;                               // of inflateInit2
constexpr std::size_t kMostAtOnce = static_cast<std::size_t>(1) << 30;  // zlib counts in 32 bits

/// zlib's state, ended however it is left.
class Inflater {
 public:
  Inflater() {
    if (inflateInit2(&stream_, kGzipOnly) != Z_OK) throw std::bad_alloc();
  }
  ~Inflater() { inflateEnd(&stream_); }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  /// Takes bytes off the front of `bytes` and adds what they unpack to to `text`.
  int step(std::string_view& bytes, std::string& text) {
    std::array<char, 1 << 16> block;
    const std::size_t given = std::min(bytes.size(), kMostAtOnce);
    // zlib's interface is not const; it does not write there.
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream_.avail_in = static_cast<uInt>(given);
    stream_.next_out = reinterpret_cast<Bytef*>(block.data());
    stream_.avail_out = static_cast<uInt>(block.size());
    const int status = inflate(&stream_, Z_NO_FLUSH);
    bytes.remove_prefix(given - stream_.avail_in);
    text.append(block.data(), block.size() - stream_.avail_out);
    return status;
  }

  void begin_next_member() { inflateReset(&stream_); }

 private:
  z_stream stream_ = {};
};

[[noreturn]] void refuse(const std::string& file_name, std::string text) {
  throw ConfigError(file_name, {{{}, "", std::move(text)}});
}

}  // namespace

bool is_gzip(std::string_view bytes) { return bytes.starts_with("\x1f\x8b"); }

std::string gunzip(std::string_view bytes, const std::string& file_name, std::size_t max_bytes) {
  Inflater inflater;
  std::string text;
  for (;;) {
    const int status = inflater.step(bytes, text);
    if (text.size() > max_bytes) {
      refuse(file_name, fmt::format("unpacks to more than {} MiB", max_bytes >> 20));
    }
    if (status == Z_STREAM_END && bytes.empty()) return text;
    if (status == Z_STREAM_END) {
      if (!is_gzip(bytes)) refuse(file_name, "goes on behind the end of its gzip data");
      inflater.begin_next_member();
    } else if (status == Z_BUF_ERROR) {
      refuse(file_name, "is cut short: the gzip data has no end");
    } else if (status == Z_MEM_ERROR) {
      throw std::bad_alloc();
    } else if (status != Z_OK) {
      refuse(file_name, "is damaged: the gzip data cannot be unpacked");
    }
  }
}

}  // namespace sweep
