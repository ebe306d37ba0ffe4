// The program git, run so that it answers and does nothing else.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "generator/base/subprocess.h"

namespace debrief {

// Runs `git WORDS` in the folder, whatever the variables and settings of whoever runs us say of
// pagers, hooks, prompts and other repositories. Absent if git cannot be started.
std::optional<ProcessResult> run_git(const std::filesystem::path& folder,
                                     const std::vector<std::string>& words,
                                     ProcessOptions options = {});

}  // namespace debrief
