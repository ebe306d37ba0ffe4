// Files that appear whole or not at all.
#pragma once

#include <filesystem>
#include <string_view>

namespace debrief {

// Makes the file and the folders above it. The file appears whole or not at all, and never in
// place of another: returns false, and writes nothing, if there is something of that name.
// Throws Error for what the system refuses.
bool write_new_file(const std::filesystem::path& path, std::string_view bytes);

// Puts the bytes in the place of a file, which keeps its permissions, or makes it if there is none.
// Throws Error for what the system refuses; the file is then as it was.
void replace_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace debrief
