#include "bench/cli/app.hpp"
#include "bench/cli/interrupt.hpp"

int main(int argc, char** argv) {
  sweep::survive_file_size_limit();
  return sweep::run_app(argc, argv);
}
