// Several new files, all of them or none.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "generator/source/source_tree.h"

namespace debrief {

// What is in the folder and keeps files from being written there: a file or folder where one of
// them is to be, and whatever is no folder where one is needed. A link is in the way too, since
// it may lead anywhere. Paths from the folder, sorted, each once.
std::vector<std::string> in_the_way(const std::filesystem::path& folder,
                                    const std::vector<SourceFile>& files);

// Makes the folder, those above it, and the files in it, in their order. If one fails, it takes
// back all that it made and throws Error. Never writes in place of another file.
void write_new_files(const std::filesystem::path& folder, const std::vector<SourceFile>& files);

}  // namespace debrief
