#include "bench/cli/app.hpp"

int main(int argc, char** argv) { return sweep::run_app(argc, argv); }
