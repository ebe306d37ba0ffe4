// Gives a database the identity that its content asks for.
#pragma once

#include <filesystem>

namespace debrief::search {

// Xapian names every database with 16 random bytes (its UUID), all that two builds of one
// site differ in. They become a hash of the rest of the file, so equal content is equal
// bytes. Requires: `file` is a database in one file that nobody has open.
void stamp_with_content(const std::filesystem::path& file);

}  // namespace debrief::search
