// `debrief [--root DIR] COMMAND`: reads the arguments, runs one command, reports.
#pragma once

namespace debrief {

// Exit statuses, the same for every command.
enum ExitStatus : int {
  kExitFine = 0,
  kExitContentProblems = 1,  // something in the content must be mended
  kExitUsage = 2,            // wrong usage, or an environment that does not work
};

int run_command_line(int argc, char** argv);

}  // namespace debrief
