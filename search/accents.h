// Letters without their accents, as many people type them.
#pragma once

#include <string>
#include <string_view>

namespace debrief::search {

// "cafe" for "café", "strasse" for "straße"; what has no accent stays as it is.
// Requires: `word` is valid UTF-8 in lower case.
std::string without_accents(std::string_view word);

}  // namespace debrief::search
