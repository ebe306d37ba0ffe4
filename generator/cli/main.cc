#include "generator/cli/command_line.h"

int main(int argc, char** argv) {
  return debrief::run_command_line(argc, argv);
}
