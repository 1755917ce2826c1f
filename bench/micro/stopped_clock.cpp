// Preloaded by `gate --count`: time stands still, so that a program executes the same instructions
// each time. Latencies and the digits of printed times would else depend on the clock.
#include <ctime>

extern "C" int clock_gettime(clockid_t, timespec* time) {
  *time = {1'700'000'000, 0};
  return 0;
}
