#include "bench/cli/build_info.hpp"

#include <sched.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <thread>

#include "bench/results/digest.hpp"

namespace sweep {

std::string build_id() {
  std::ifstream program("/proc/self/exe", std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(program), {}};
  return to_hex(digest_of(bytes));
}

std::string compiler_name() {
#if defined(__clang__)
  return "clang " __VERSION__;
#else
  return "gcc " __VERSION__;
#endif
}

std::string cpu_name() {
  std::ifstream info("/proc/cpuinfo");
  for (std::string line; std::getline(info, line);) {
    const std::size_t colon = line.find(": ");
    if (line.starts_with("model name") && colon != std::string::npos) return line.substr(colon + 2);
  }
  return "unknown";
}

int available_threads() {
  cpu_set_t allowed;
  if (sched_getaffinity(0, sizeof allowed, &allowed) == 0) return std::max(1, CPU_COUNT(&allowed));
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

}  // namespace sweep
