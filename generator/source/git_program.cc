#include "generator/source/git_program.h"

namespace debrief {

std::optional<ProcessResult> run_git(const std::filesystem::path& folder,
                                     const std::vector<std::string>& words,
                                     ProcessOptions options) {
  // A repository's own configuration may name programs to run; none is wanted here.
  std::vector<std::string> argv = {"git",
                                   "-C",
                                   folder.string(),
                                   "--no-pager",
                                   "-c",
                                   "log.showSignature=false",
                                   "-c",
                                   "core.fsmonitor=false"};
  argv.insert(argv.end(), words.begin(), words.end());
  for (const char* variable :
       {"GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0", "GIT_NO_LAZY_FETCH=1", "LC_ALL=C.UTF-8"}) {
    options.set_variables.emplace_back(variable);
  }
  // Set while git runs a hook, and then about another repository.
  for (const char* variable :
       {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY",
        "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_NAMESPACE"}) {
    options.unset_variables.emplace_back(variable);
  }
  return run_process(argv, options);
}

}  // namespace debrief
