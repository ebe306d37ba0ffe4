// Xapian's errors are none of the standard library's. They end in this folder: who calls it
// catches std::exception, and needs to know nothing of Xapian.
#pragma once

#include <xapian.h>

#include <stdexcept>
#include <string>

namespace debrief::search {

// `doing` is what failed: "cannot read the search index".
inline std::runtime_error standard_error(const std::string& doing, const std::string& file,
                                         const Xapian::Error& error) {
  std::string text = doing + " " + file + ": " + error.get_msg();
  // What the operating system said: "No space left on device".
  const char* reason = error.get_error_string();
  if (reason != nullptr && text.find(reason) == std::string::npos) {
    text += std::string(" (") + reason + ")";
  }
  return std::runtime_error(text);
}

}  // namespace debrief::search
