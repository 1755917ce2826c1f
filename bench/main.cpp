#include "bench/cli/verbs.hpp"
#include "bench/terminal/app.hpp"
#include "bench/terminal/diagnostics.hpp"
#include "bench/terminal/interrupt.hpp"

int main(int argc, char** argv) {
  sweep::occupy_standard_streams();
  sweep::survive_file_size_limit();
  return sweep::run_app(sweep::verbs(), argc, argv);
}
