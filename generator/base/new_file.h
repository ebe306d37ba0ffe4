// Writing a file that must not be there yet.
#pragma once

#include <filesystem>
#include <string_view>

namespace debrief {

// Makes the file and the folders above it. The file appears whole or not at all, and never in
// place of another: returns false, and writes nothing, if there is something of that name.
// Throws Error for what the system refuses.
bool write_new_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace debrief
