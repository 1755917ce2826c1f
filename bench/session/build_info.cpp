#include "bench/session/build_info.hpp"

#include <fmt/chrono.h>
#include <gnu/libc-version.h>
#include <sched.h>

#include <algorithm>
#include <cstddef>
#include <ctime>
#include <fstream>
#include <ios>
#include <string>
#include <string_view>
#include <thread>

#include "bench/results/digest.hpp"

namespace sweep {
namespace {

// The first value of that name, "" if there is none.
std::string cpu_field(std::string_view name) {
  std::ifstream info("/proc/cpuinfo");
  for (std::string line; std::getline(info, line);) {
    const std::size_t colon = line.find(": ");
    if (line.starts_with(name) && colon != std::string::npos) return line.substr(colon + 2);
  }
  return "";
}

}  // namespace

std::string program_id(const std::string& path) {
  std::ifstream program(path, std::ios::binary | std::ios::ate);
  const std::streamoff size = std::max<std::streamoff>(program.tellg(), 0);
  std::string bytes(static_cast<std::size_t>(size), '\0');
  program.seekg(0);
  program.read(bytes.data(), size);
  bytes += gnu_get_libc_version();
  return to_hex(digest_of(bytes));
}

std::string build_id() { return program_id("/proc/self/exe"); }

std::string utc_time() {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr)));
}

std::string compiler_name() {
#if defined(__clang__)
  return "clang " __VERSION__;
#else
  return "gcc " __VERSION__;
#endif
}

std::string cpu_name() {
  const std::string model = cpu_field("model name");
  if (!model.empty()) return model;
  const std::string implementer = cpu_field("CPU implementer");  // ARM
  if (!implementer.empty()) return "ARM " + implementer + " part " + cpu_field("CPU part");
  return "unknown";
}

int available_threads() {
  cpu_set_t allowed;
  if (sched_getaffinity(0, sizeof allowed, &allowed) == 0) return std::max(1, CPU_COUNT(&allowed));
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

}  // namespace sweep
